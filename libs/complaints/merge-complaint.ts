import type { Database, Done, Once } from '@app/database';
import { liftCaseMark } from '@app/funds';
import { refuseKernel, type Caller } from '@app/kernel';
import { actorOf } from './actor.js';
import { clocksOver } from './complaint-clocks.js';
import { lockComplaints, mergeInto, type Complaint } from './complaint.sql.js';
import { isOpen } from './locked-complaint.js';
import { noteEvent } from './note-event.js';
import { refuse } from './refusals.js';

export interface MergeComplaint extends Once {
  /** The double. */
  readonly complaintId: string;
  /** The one that goes on. */
  readonly intoId: string;
  readonly reason: string;
}

/** Merges a double into the complaint that goes on, by a person who has looked: it counts no more, and what was entered stays. */
export function mergeComplaint(database: Database, caller: Caller, input: MergeComplaint): Promise<Done<{ complaint: Complaint }>> {
  return database.writeOnce(caller, 'complaint.merge', input, async (tx, { complaintId, intoId, reason }) => {
    const both = await tx.many(lockComplaints, { complaintIds: [complaintId, intoId] });
    const double = both.find(({ id }) => id === complaintId);
    const into = both.find(({ id }) => id === intoId);
    if (!double) throw refuseKernel('NOT_FOUND', {}, 'complaintId');
    if (!into) throw refuseKernel('NOT_FOUND', {}, 'intoId');
    if (double === into) throw refuse('SAME_COMPLAINT', {}, 'intoId');
    if (double.memberId !== into.memberId) throw refuse('OTHER_SHOP', {}, 'intoId');
    for (const [one, field] of [[double, 'complaintId'], [into, 'intoId']] as const) if (!isOpen(one)) throw refuse('NOT_OPEN', { state: one.state }, field);
    if (double.pendingRequestId !== null) throw refuse('REQUEST_PENDING', {}, 'complaintId');
    await clocksOver(tx, double, 'merged');
    const complaint = await tx.one(mergeInto, { complaintId, into: intoId, endedOn: caller.today, endedBy: actorOf(caller) });
    await liftCaseMark(tx, { caseType: 'complaint', caseId: complaintId });
    await noteEvent(tx, complaint, 'merged', { aboutId: intoId, reason });
    await noteEvent(tx, into, 'absorbed', { aboutId: complaintId, reason });
    return { complaint };
  });
}
