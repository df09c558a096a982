import { shownOnce, type Database, type Done, type KeyOnly, type NetworkTx } from '@app/database';
import { newId, refuseKernel, type Caller } from '@app/kernel';
import type { ApiKey } from './api-key.entity.js';
import { checkExpiry, checkOverlap, grantableScopes } from './api-key-rules.js';
import { newApiKeySecret } from './api-key-secret.js';
import { endAfterOverlap, insertApiKey, lockApiKey } from './api-key.sql.js';
import { keyedHash, type AccessKeys } from './keys.js';
import { refuse } from './refusals.js';

export interface RotateApiKey extends KeyOnly {
  readonly apiKeyId: string;
  /** How long the old secret still works, in whole hours up to a week. */
  readonly overlapHours: number;
  /** Null: when the old one would have expired. */
  readonly expiresAt: Date | null;
}

export interface ApiKeyRotated {
  readonly apiKeyId: string;
  readonly expiresAt: Date;
  readonly replacesId: string;
  readonly oldWorksUntil: Date;
  readonly secret: string | null;
}

/** Puts a new key in a live one's place, with its name and scopes; the old one works on until the overlap ends. */
export async function rotateApiKey(
  database: Database, caller: Caller, input: RotateApiKey, keys: AccessKeys,
): Promise<Done<ApiKeyRotated>> {
  const secret = newApiKeySecret();
  const keyHash = keyedHash(keys.secrets, 'api-key', secret);
  const done = await database.writeOnce(caller, 'api_key.rotate', input, async (tx) => {
    checkOverlap(input.overlapHours);
    const old = await lockReplaceable(tx, input.apiKeyId);
    // Whoever rotates comes to hold the secret, so it may do no more than they.
    const scopes = grantableScopes(caller, old.scopes, 'apiKeyId');
    const expiresAt = input.expiresAt ?? old.expiresAt;
    checkExpiry(old.wallAt, expiresAt);
    const id = newId();
    const { overlapEndsAt } = await tx.one(endAfterOverlap, { id: old.id, hours: input.overlapHours });
    await tx.run(insertApiKey, {
      id, name: old.name, scopes, createdBy: caller.personId ?? caller.apiKeyId ?? id, expiresAt, replacesId: old.id, keyHash,
    });
    tx.touch(id, old.id);
    tx.emit({ type: 'api_key.rotated', aggregateId: id });
    return { apiKeyId: id, expiresAt, replacesId: old.id, oldWorksUntil: overlapEndsAt < old.expiresAt ? overlapEndsAt : old.expiresAt };
  });
  return shownOnce(done, 'secret', secret);
}

async function lockReplaceable(tx: NetworkTx, id: string): Promise<ApiKey & { wallAt: Date }> {
  const key = await tx.maybe(lockApiKey, { id });
  if (!key) throw refuseKernel('NOT_FOUND', {}, 'apiKeyId');
  if (key.overlapEndsAt) throw refuse('API_KEY_REPLACED', {}, 'apiKeyId');
  if (!key.live) throw refuse('API_KEY_NOT_LIVE', {}, 'apiKeyId');
  return key;
}
