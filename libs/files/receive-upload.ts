import type { Database } from '@app/database';
import { newId, type Caller } from '@app/kernel';
import { actorOf } from './actor.js';
import { examineUpload, type Brought } from './examine-upload.js';
import type { FileStore } from './file-store.js';
import { insertUpload, takeObject, type Upload } from './upload.sql.js';

/**
 * Keeps a file that came in, if its content is what it is said to be. Bytes first, row after: killed half-way, there are
 * bytes that no row names, which the next who brings them uses; never a row without its bytes.
 */
export async function receiveUpload(database: Database, store: FileStore, caller: Caller, brought: Brought, mostBytes: number): Promise<Upload> {
  const { name, mediaType, digest } = await examineUpload(brought, mostBytes);
  const bytes = BigInt(brought.bytes.length);
  return database.write(caller, { action: 'file.upload', request: { name, digest } }, async (tx) => {
    const upload = { id: newId(), digest, bytes, mediaType, name, uploadedBy: actorOf(caller), uploadedAt: caller.now };
    await tx.run(takeObject, { digest, bytes });
    // Under the object's lock, so that nobody lets go what is found here.
    await store.keep(caller.networkId, digest, brought.bytes);
    await tx.run(insertUpload, { ...upload, memberId: caller.memberId });
    tx.touch(upload.id);
    return upload;
  });
}
