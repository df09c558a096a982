import type { Database } from '@app/database';
import type { Caller } from '@app/kernel';
import type { FileStore } from './file-store.js';
import { deleteObject, deleteOldUploads, lockObjects, lockUnused, markUnused } from './upload.sql.js';

const batch = 200;

/** Forgets a network's uploads that nobody attached within a day, and an hour later the bytes that no file has. */
export async function sweepFiles(database: Database, store: FileStore, caller: Caller): Promise<void> {
  while ((await forgetUploads(database, caller)) === batch);
  while (await dropObject(database, store, caller));
}

function forgetUploads(database: Database, caller: Caller): Promise<number> {
  return database.write(caller, { action: 'file.prune' }, async (tx) => {
    const gone = await tx.many(deleteOldUploads, { count: batch });
    const digests = [...new Set(gone.map(({ digest }) => digest))];
    // Locked by one statement, looked at by the next: who took one into use meanwhile is seen.
    await tx.many(lockObjects, { digests });
    await tx.run(markUnused, { digests });
    return gone.length;
  });
}

/**
 * Bytes first, row after, both under the row's lock. Killed between them, an unused object without bytes is left: the next
 * sweep ends it, and who takes it into use before brings the bytes.
 */
function dropObject(database: Database, store: FileStore, caller: Caller): Promise<boolean> {
  return database.write(caller, { action: 'file.drop' }, async (tx) => {
    const unused = await tx.maybe(lockUnused, {});
    if (!unused) return false;
    await store.drop(caller.networkId, unused.digest);
    await tx.run(deleteObject, unused);
    return true;
  });
}
