import type { Database, Done, Once } from '@app/database';
import type { Caller } from '@app/kernel';
import { clockEvents } from './clock-regime.js';
import { clocksHear } from './complaint-clocks.js';
import { readComplaints, type Complaint } from './complaint.sql.js';
import { lockedOpen } from './locked-complaint.js';
import { noteEvent } from './note-event.js';
import { refuse } from './refusals.js';

/** What people do about a complaint; most of it starts or stops a clock. A contact and an end have acts of their own. */
export const progressSteps = [
  'counter_acted', 'supervision_answered', 'handled', 'answered', 'resolved_or_feedback_given', 'solution_offered', 'receipt_confirmed', 'visited', 'repaired',
  'handed_to_sales', 'handed_to_support', 'handed_to_logistics', 'passed_on', 'exchange_supported', 'guidance_refused', 'system_failed', 'system_restored',
] as const;
export type ProgressStep = (typeof progressSteps)[number];

/** What a shop says for itself; the rest is the operator's to say. */
const ofShops: readonly ProgressStep[] = ['counter_acted', 'handled', 'answered', 'solution_offered', 'visited', 'repaired'];

export interface RecordProgress extends Once {
  readonly complaintId: string;
  readonly step: ProgressStep;
  readonly note: string | null;
}

/** Records what was done about an open complaint; the clocks that wait for it stop, and those that it starts start. */
export function recordProgress(database: Database, caller: Caller, input: RecordProgress): Promise<Done<{ complaint: Complaint }>> {
  return database.writeOnce(caller, 'complaint.record_progress', input, async (tx, { complaintId, step, note }) => {
    const standing = await lockedOpen(tx, complaintId);
    const theirs = caller.memberId === null ? step !== 'supervision_answered' || caller.permissions.has('complaint.judge') : ofShops.includes(step);
    if (!theirs) throw refuse('STEP_NOT_YOURS', {}, 'step');
    await noteEvent(tx, standing, step, { reason: note });
    const event = clockEvents.find((known) => known === step);
    if (event) await clocksHear(tx, standing, event);
    return { complaint: await tx.one(readComplaints, { complaintIds: [complaintId] }) };
  });
}
