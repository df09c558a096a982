import type { Database, Done, Once } from '@app/database';
import { refuseKernel, type Caller } from '@app/kernel';
import { attachFiles } from './attach-files.js';
import { ownerFor } from './file-owner.js';
import type { EvidenceFile } from './file.sql.js';

export interface AddEvidence extends Once {
  readonly subjectType: string;
  readonly subjectId: string;
  readonly fileIds: readonly string[];
}

/** Attaches what the caller uploaded to something that it may see, such as a complaint. */
export function addEvidence(database: Database, caller: Caller, input: AddEvidence): Promise<Done<{ files: EvidenceFile[] }>> {
  return database.writeOnce(caller, 'file.attach', input, async (tx, { subjectType, subjectId, fileIds }) => {
    const subject = await ownerFor(caller, subjectType)?.take(tx, subjectId);
    const seen = subject && (caller.memberId === null || subject.memberId === caller.memberId);
    if (!seen) throw refuseKernel('NOT_FOUND', {}, 'subjectId');
    return { files: await attachFiles(tx, fileIds, { type: subjectType, id: subjectId, ...subject }) };
  });
}
