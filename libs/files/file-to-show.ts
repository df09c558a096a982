import type { MemberTx } from '@app/database';
import { actorOf } from './actor.js';
import { kindsFor } from './file-owner.js';
import { findFile } from './file.sql.js';
import { findUpload, type Upload } from './upload.sql.js';

/** A file that the caller may have: evidence that it may see, or what it uploaded itself. Null for any other. */
export async function fileToShow(tx: MemberTx, id: string): Promise<Upload | null> {
  return (await tx.maybe(findFile, { id, kinds: kindsFor(tx.caller) })) ?? tx.maybe(findUpload, { id, actorId: actorOf(tx.caller) });
}
