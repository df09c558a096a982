import type { Database, Done, Once } from '@app/database';
import type { Caller } from '@app/kernel';
import { clocksRestated, priorityAt } from './complaint-clocks.js';
import { readComplaints, setPriority, type Complaint } from './complaint.sql.js';
import { lockedOpen } from './locked-complaint.js';
import { noteEvent } from './note-event.js';
import type { Priority } from './policy.js';

export interface ChangePriority extends Once {
  readonly complaintId: string;
  readonly priority: Priority;
  readonly reason: string;
}

/** Gives an open complaint another priority: its clocks count by it from their own start, with the pauses they have had. */
export function changePriority(database: Database, caller: Caller, input: ChangePriority): Promise<Done<{ complaint: Complaint }>> {
  return database.writeOnce(caller, 'complaint.change_priority', input, async (tx, { complaintId, priority: given, reason }) => {
    const standing = await lockedOpen(tx, complaintId);
    const priority = await priorityAt(tx, standing, given);
    const complaint = await tx.one(setPriority, { complaintId, priority });
    await clocksRestated(tx, complaint, `${standing.priority} → ${priority}`);
    await noteEvent(tx, complaint, 'priority_changed', { detail: `${standing.priority} ${priority}`, reason });
    return { complaint: await tx.one(readComplaints, { complaintIds: [complaintId] }) };
  });
}
