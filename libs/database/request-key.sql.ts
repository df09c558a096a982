import { statement } from './statement.js';

interface Claim { actorId: string; action: string; key: string }

/** Waits on the primary key for a concurrent claim of the same key; touches no row when it is taken. */
export const insertKey = statement<Claim & { requestDigest: Buffer }>('database.insert-key', `
  INSERT INTO request_key (network_id, actor_id, action, key, request_digest)
  VALUES ($network, $actorId, $action, $key, $requestDigest)
  ON CONFLICT DO NOTHING
`);

/** By primary key, after the insert has waited for whoever claimed it; so it is committed and whole. */
export const readKey = statement<Claim, { requestDigest: Buffer; result: string }>('database.read-key', `
  SELECT request_digest, result FROM request_key
  WHERE network_id = $network AND actor_id = $actorId AND action = $action AND key = $key
`);

/** Same row that this transaction inserted: no other can hold it. */
export const storeResult = statement<Claim & { result: string }>('database.store-result', `
  UPDATE request_key SET result = $result
  WHERE network_id = $network AND actor_id = $actorId AND action = $action AND key = $key
`);
