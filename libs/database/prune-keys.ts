import type { Caller } from '@app/kernel';
import type { Database } from './database.js';
import { deleteOldKeys } from './request-key.sql.js';

const batch = 1_000;

/** Forgets a network's request keys that are older than 30 days, some at a time. */
export async function pruneKeys(database: Database, caller: Caller): Promise<void> {
  let gone: number;
  do {
    gone = await database.write(caller, { action: 'request_key.prune' }, (tx) => tx.run(deleteOldKeys, { count: batch }));
  } while (gone === batch);
}
