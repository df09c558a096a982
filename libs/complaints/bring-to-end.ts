import type { NetworkTx } from '@app/database';
import { liftCaseMark } from '@app/funds';
import { actorOf } from './actor.js';
import { clocksOver } from './complaint-clocks.js';
import { endComplaint, type Complaint, type ComplaintState } from './complaint.sql.js';
import { noteEvent } from './note-event.js';
import { planCallBack } from './plan-call-back.js';
import { followUp, type Outcome } from './policy.js';
import { refuse } from './refusals.js';

export interface End {
  readonly state: Exclude<ComplaintState, 'open' | 'decided' | 'merged'>;
  readonly outcome?: Outcome | null;
  readonly reason?: string | null;
}

/**
 * Ends a complaint that is locked and open: its mark on the shop's funds goes, and the consumer is called back. Not while a
 * compensation request asks: it would be paid for a complaint that is over.
 */
export async function bringToEnd(tx: NetworkTx, standing: Complaint, { state, outcome = null, reason = null }: End): Promise<Complaint> {
  if (standing.pendingRequestId !== null) throw refuse('REQUEST_PENDING');
  await clocksOver(tx, standing, state);
  const complaint = await tx.one(endComplaint, {
    complaintId: standing.id, state, outcome, reason, endedOn: tx.caller.today, endedBy: actorOf(tx.caller),
  });
  await liftCaseMark(tx, { caseType: 'complaint', caseId: standing.id });
  if (state !== 'withdrawn') await planCallBack(tx, { kind: 'closing', complaintId: standing.id, hours: followUp.hoursAfterClosing });
  await noteEvent(tx, complaint, state, { detail: outcome, reason });
  return complaint;
}
