import type { Database, Done, Once } from '@app/database';
import { refuseKernel, type Caller } from '@app/kernel';
import { actorOf } from './actor.js';
import { kindsFor } from './file-owner.js';
import { findFile, insertWithdrawal, type EvidenceFile } from './file.sql.js';
import { refuse } from './refusals.js';

export interface WithdrawFile extends Once {
  readonly fileId: string;
  readonly reason: string;
}

/** Says that a file counts no more as evidence, and why, once; the file stays where it is. */
export function withdrawFile(database: Database, caller: Caller, input: WithdrawFile): Promise<Done<{ file: EvidenceFile }>> {
  return database.writeOnce(caller, 'file.withdraw', input, async (tx, { fileId, reason }) => {
    const file = await tx.maybe(findFile, { id: fileId, kinds: kindsFor(caller) });
    const seen = file && (caller.memberId === null || file.memberId === caller.memberId);
    if (!seen) throw refuseKernel('NOT_FOUND', {}, 'fileId');
    const withdrawnAt = caller.now;
    const { memberId } = file;
    const added = await tx.run(insertWithdrawal, { fileId, memberId, reason, withdrawnBy: actorOf(caller), withdrawnAt });
    if (added === 0) throw refuse('ALREADY_WITHDRAWN', {}, 'fileId');
    tx.touch(fileId);
    tx.emit({ type: 'file.withdrawn', aggregateId: file.subjectId, payload: { fileId } });
    return { file: { ...file, withdrawnAt, withdrawnReason: reason } };
  });
}
