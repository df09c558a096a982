import type { Database, Done, Once } from '@app/database';
import { liftCaseMark } from '@app/funds';
import { refuseKernel, type Caller } from '@app/kernel';
import type { Complaint } from './complaint.entity.js';
import { close, lockComplaint } from './complaint.sql.js';
import { refuse } from './refusals.js';

export interface CloseComplaint extends Once {
  readonly complaintId: string;
  readonly reason: string;
}

/** Closes an open complaint that needs nothing more from the mall: withdrawn, or settled between shop and consumer. */
export function closeComplaint(database: Database, caller: Caller, input: CloseComplaint): Promise<Done<{ complaint: Complaint }>> {
  return database.writeOnce(caller, 'complaint.close', input, async (tx, { complaintId, reason }) => {
    const standing = await tx.maybe(lockComplaint, { complaintId });
    if (!standing) throw refuseKernel('NOT_FOUND', {}, 'complaintId');
    if (standing.state !== 'open') throw refuse('NOT_OPEN', { state: standing.state });
    const complaint = await tx.one(close, { complaintId, reason });
    await liftCaseMark(tx, { caseType: 'complaint', caseId: complaintId });
    tx.touch(complaintId);
    tx.emit({ type: 'complaint.closed', aggregateId: complaintId });
    return { complaint };
  });
}
