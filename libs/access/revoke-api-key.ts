import type { Database, Done, KeyOnly } from '@app/database';
import { refuseKernel, type Caller } from '@app/kernel';
import { lockApiKey, revokeOne } from './api-key.sql.js';
import { refuse } from './refusals.js';

export interface RevokeApiKey extends KeyOnly {
  readonly apiKeyId: string;
}

/** Ends a live key at once; the one that replaced it, or that it replaced, is another key and stays. */
export async function revokeApiKey(
  database: Database, caller: Caller, input: RevokeApiKey,
): Promise<Done<{ apiKeyId: string }>> {
  return database.writeOnce(caller, 'api_key.revoke', input, async (tx) => {
    const key = await tx.maybe(lockApiKey, { id: input.apiKeyId });
    if (!key) throw refuseKernel('NOT_FOUND', {}, 'apiKeyId');
    if (!key.live) throw refuse('API_KEY_NOT_LIVE', {}, 'apiKeyId');
    await tx.run(revokeOne, { id: key.id });
    tx.touch(key.id);
    tx.emit({ type: 'api_key.revoked', aggregateId: key.id });
    return { apiKeyId: key.id };
  });
}
