import type { NetworkTx } from '@app/database';
import { refuseKernel } from '@app/kernel';
import { actorOf } from './actor.js';
import { insertFile, type EvidenceFile } from './file.sql.js';
import { mostFilesAtOnce } from './policy.js';
import { refuse } from './refusals.js';
import { takeUploads } from './upload.sql.js';

/** What files are attached to; its party may see them. */
export interface FileSubject {
  readonly type: string;
  readonly id: string;
  readonly memberId: string | null;
}

/** Makes uploads of the caller evidence of a subject, all of them or none; each belongs to one subject for ever. */
export async function attachFiles(tx: NetworkTx, fileIds: readonly string[], subject: FileSubject): Promise<EvidenceFile[]> {
  const ids = [...new Set(fileIds)].sort();
  if (ids.length === 0) return [];
  if (ids.length > mostFilesAtOnce) throw refuse('TOO_MANY_FILES', { limit: mostFilesAtOnce }, 'fileIds');
  const uploads = await tx.many(takeUploads, { ids, actorId: actorOf(tx.caller) });
  if (uploads.length < ids.length) throw refuseKernel('NOT_FOUND', {}, 'fileIds');
  const { type: subjectType, id: subjectId, memberId } = subject;
  const files = uploads.sort((a, b) => (a.id < b.id ? -1 : 1)).map((upload) => ({ ...upload, subjectType, subjectId, memberId, attachedAt: tx.caller.now }));
  for (const file of files) await tx.run(insertFile, { ...file, attachedBy: actorOf(tx.caller) });
  tx.touch(...ids);
  tx.emit({ type: 'file.attached', aggregateId: subjectId, payload: { subjectType, files: files.length } });
  return files.map((file) => ({ ...file, withdrawnAt: null, withdrawnReason: null }));
}
