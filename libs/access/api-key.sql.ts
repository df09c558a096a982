import { statement } from '@app/database';
import type { NetworkFacts } from './acting.js';
import type { ApiKey } from './api-key.entity.js';
import { networkColumns } from './session.sql.js';

const columns = `
  k.id, k.name, k.scopes, k.created_by, k.expires_at, k.overlap_ends_at, k.revoked_at, k.replaces_id, k.recorded_at`;

/** Finds which network's key a secret is of, by the primary key. */
export const findApiKey = statement<{ keyHash: Buffer }, NetworkFacts & { apiKeyId: string }>('access.find-api-key', `
  SELECT i.api_key_id, ${networkColumns}
  FROM api_key_index i JOIN network n ON n.id = i.network_id
  WHERE i.key_hash = $keyHash
`);

const live = `k.revoked_at IS NULL AND k.expires_at > clock_timestamp()
    AND (k.overlap_ends_at IS NULL OR k.overlap_ends_at > clock_timestamp())`;

/** By primary key; a revoked or expired key is not there. Locks nothing. */
export const readLiveApiKey = statement<{ id: string }, ApiKey>('access.read-live-api-key', `
  SELECT ${columns} FROM api_key k WHERE k.network_id = $network AND k.id = $id AND ${live}
`);

/** Locks the key, so that it is replaced or revoked by one at a time; `wallAt` is the clock that keys run on. */
export const lockApiKey = statement<{ id: string }, ApiKey & { live: boolean; wallAt: Date }>('access.lock-api-key', `
  SELECT ${columns}, ${live} AS live, clock_timestamp() AS wall_at
  FROM api_key k WHERE k.network_id = $network AND k.id = $id FOR UPDATE
`);

/** The database's own clock, which no sandbox moves. */
export const readWallClock = statement<Record<never, never>, { wallAt: Date }>('access.read-wall-clock', `
  SELECT clock_timestamp() AS wall_at
`);

/** Adds the key and where its secret is found. */
export const insertApiKey = statement<
  Pick<ApiKey, 'id' | 'name' | 'scopes' | 'createdBy' | 'expiresAt' | 'replacesId'> & { keyHash: Buffer }
>('access.insert-api-key', `
  WITH made AS (
    INSERT INTO api_key (network_id, id, name, scopes, created_by, expires_at, replaces_id)
    VALUES ($network, $id, $name, $scopes, $createdBy, $expiresAt, $replacesId)
    RETURNING network_id, id
  )
  INSERT INTO api_key_index (key_hash, network_id, api_key_id) SELECT $keyHash, network_id, id FROM made
`);

/** The row is locked before. */
export const endAfterOverlap = statement<{ id: string; hours: number }, { overlapEndsAt: Date }>('access.end-after-overlap', `
  UPDATE api_key SET overlap_ends_at = clock_timestamp() + make_interval(hours => $hours)
  WHERE network_id = $network AND id = $id
  RETURNING overlap_ends_at
`);

/** The row is locked before. */
export const revokeOne = statement<{ id: string }>('access.revoke-api-key', `
  UPDATE api_key SET revoked_at = clock_timestamp() WHERE network_id = $network AND id = $id
`);

/** All keys of the network with their last use, the newest first; the last use by the unique key api_key_indexed_once. */
export const listAllApiKeys = statement<Record<never, never>, ApiKey & { live: boolean; lastUsedAt: Date | null }>('access.list-api-keys', `
  SELECT ${columns}, ${live} AS live, i.last_used_at
  FROM api_key k JOIN api_key_index i ON i.network_id = $network AND i.api_key_id = k.id
  WHERE k.network_id = $network ORDER BY k.id DESC
`);

/**
 * Moves last uses forward, of keys of any networks. Locks the rows in the order of their ids first: two processes that
 * write theirs at once queue and never deadlock.
 */
export const moveLastUses = statement<{ networkIds: string[]; ids: string[]; ats: Date[] }>('access.move-last-uses', `
  WITH used AS (
    SELECT * FROM unnest($networkIds::uuid[], $ids::uuid[], $ats::timestamptz[]) AS u (network_id, id, at)
  ), locked AS MATERIALIZED (
    SELECT i.key_hash, u.at FROM api_key_index i JOIN used u ON u.network_id = i.network_id AND u.id = i.api_key_id
    ORDER BY i.network_id, i.api_key_id FOR UPDATE OF i
  )
  UPDATE api_key_index i SET last_used_at = locked.at FROM locked
  WHERE i.key_hash = locked.key_hash AND (i.last_used_at IS NULL OR i.last_used_at < locked.at)
`);
