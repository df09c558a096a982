import { shownOnce, type Database, type Done, type KeyOnly } from '@app/database';
import { newId, type Caller } from '@app/kernel';
import { checkExpiry, grantableScopes, keyName } from './api-key-rules.js';
import { newApiKeySecret } from './api-key-secret.js';
import { insertApiKey, readWallClock } from './api-key.sql.js';
import { keyedHash, type AccessKeys } from './keys.js';

export interface CreateApiKey extends KeyOnly {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly expiresAt: Date;
}

export interface ApiKeyCreated {
  readonly apiKeyId: string;
  readonly expiresAt: Date;
  readonly secret: string | null;
}

/** Makes a key for a program that may do part of what its maker may; its secret is shown once. */
export async function createApiKey(
  database: Database, caller: Caller, input: CreateApiKey, keys: AccessKeys,
): Promise<Done<ApiKeyCreated>> {
  const secret = newApiKeySecret();
  const done = await database.writeOnce(caller, 'api_key.create', input, async (tx) => {
    const scopes = grantableScopes(caller, input.scopes);
    const name = keyName(input.name);
    checkExpiry((await tx.one(readWallClock, {})).wallAt, input.expiresAt);
    const id = newId();
    const { expiresAt } = input;
    const keyHash = keyedHash(keys.secrets, 'api-key', secret);
    await tx.run(insertApiKey, { id, name, scopes, createdBy: caller.personId ?? caller.apiKeyId ?? id, expiresAt, replacesId: null, keyHash });
    tx.touch(id);
    tx.emit({ type: 'api_key.created', aggregateId: id });
    return { apiKeyId: id, expiresAt };
  });
  return shownOnce(done, 'secret', secret);
}
