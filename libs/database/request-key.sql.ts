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

/*
 * Keys age by the database's clock, which recorded them, not by a sandbox's.
 */

/** Networks that have keys past their 30 days, listed by the worker's role. Leans on request_key_by_age. */
export const networksWithOldKeys = statement<{ now: Date; count: number }, { networkId: string; id: string }>('database.old-keys', `
  SELECT n.id AS network_id, n.id FROM network n
  WHERE EXISTS (SELECT FROM request_key k WHERE k.network_id = n.id AND k.recorded_at < now() - interval '30 days')
  ORDER BY n.id LIMIT $count
`);

/** Locks what it deletes, oldest first; a request that brings such a key back waits, then counts as new. */
export const deleteOldKeys = statement<{ count: number }>('database.delete-old-keys', `
  DELETE FROM request_key
  WHERE network_id = $network AND (actor_id, action, key) IN (
    SELECT actor_id, action, key FROM request_key
    WHERE network_id = $network AND recorded_at < now() - interval '30 days'
    ORDER BY recorded_at LIMIT $count)
`);
