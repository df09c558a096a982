import type { Database, Done, Once } from '@app/database';
import type { Caller } from '@app/kernel';
import { markAccident, type Complaint } from './complaint.sql.js';
import { lockedComplaint } from './locked-complaint.js';
import { noteEvent } from './note-event.js';
import { refuse } from './refusals.js';

export interface ReportAccident extends Once {
  readonly complaintId: string;
  readonly reason: string;
}

/** Reports a serious quality accident up at once: the event is what management is told by. */
export function reportAccident(database: Database, caller: Caller, input: ReportAccident): Promise<Done<{ complaint: Complaint }>> {
  return database.writeOnce(caller, 'complaint.report_accident', input, async (tx, { complaintId, reason }) => {
    const standing = await lockedComplaint(tx, complaintId);
    if (standing.accidentOn !== null) throw refuse('ALREADY_REPORTED');
    const complaint = await tx.one(markAccident, { complaintId, on: caller.today });
    await noteEvent(tx, complaint, 'accident_reported', { reason });
    return { complaint };
  });
}
