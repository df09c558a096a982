import type { Database, Done, NetworkTx, Once } from '@app/database';
import { markCase } from '@app/funds';
import { addDays, type Caller, type Day } from '@app/kernel';
import { dropCallBacks } from './call-back.sql.js';
import { clocksRequested } from './complaint-clocks.js';
import { openAgain, type Complaint } from './complaint.sql.js';
import { isOpen, lockedComplaint } from './locked-complaint.js';
import { noteEvent } from './note-event.js';
import { followUp } from './policy.js';
import { refuse } from './refusals.js';

export interface ReopenComplaint extends Once {
  readonly complaintId: string;
  readonly reason: string;
}

/** Opens an ended complaint again, with the reason, while that is not too late or too often; its mark stands on the funds again. */
export function reopenComplaint(database: Database, caller: Caller, input: ReopenComplaint): Promise<Done<{ complaint: Complaint }>> {
  return database.writeOnce(caller, 'complaint.reopen', input, async (tx, { complaintId, reason }) => {
    const standing = await lockedComplaint(tx, complaintId);
    if (isOpen(standing)) throw refuse('NOT_ENDED');
    // A finding is contested, and a double lives on in the other.
    if (standing.state === 'unfounded' || standing.state === 'merged') throw refuse('NOT_OPEN', { state: standing.state });
    mustBeInTime(standing, caller.today);
    if (standing.reopened >= followUp.reopenTimes) throw refuse('REOPENED_TOO_OFTEN', { times: followUp.reopenTimes });
    return { complaint: await takeUpAgain(tx, standing, 'reopened', reason) };
  });
}

/** Refuses what comes too late; what ended before the day of its end was kept counts from its intake. */
export function mustBeInTime({ endedOn, receivedOn }: Complaint, today: Day): void {
  const lastDay = addDays(endedOn ?? receivedOn, followUp.reopenWithinDays);
  if (today > lastDay) throw refuse('REOPENED_TOO_LATE', { lastDay });
}

/** Opens an ended complaint that is locked; a consumer who is dealt with again is not asked how it was. */
export async function takeUpAgain(tx: NetworkTx, standing: Complaint, code: 'reopened' | 'contested', reason: string): Promise<Complaint> {
  const contested = code === 'contested';
  const complaint = await tx.one(openAgain, { complaintId: standing.id, times: contested ? 0 : 1, contestedOn: contested ? tx.caller.today : null });
  await markCase(tx, { caseType: 'complaint', caseId: standing.id, memberId: standing.memberId });
  await clocksRequested(tx, complaint, true);
  await tx.run(dropCallBacks, { complaintId: standing.id });
  await noteEvent(tx, complaint, code, { detail: standing.state, reason });
  return complaint;
}
