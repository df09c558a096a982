import type { Database } from '@app/database';
import type { Caller } from '@app/kernel';
import type { ApiKey } from './api-key.entity.js';
import { listAllApiKeys } from './api-key.sql.js';

export interface ListedApiKey extends ApiKey {
  readonly live: boolean;
  readonly lastUsedAt: Date | null;
}

/** The network's keys, those no longer good among them, the newest first; never a secret. */
export async function listApiKeys(database: Database, caller: Caller): Promise<ListedApiKey[]> {
  return database.read(caller, (tx) => tx.many(listAllApiKeys, {}));
}
