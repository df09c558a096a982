import type { Database, Done, Once } from '@app/database';
import type { Part } from '@app/guarantees';
import { businessDay, refuseKernel, type Caller, type Day } from '@app/kernel';
import { clocksHear } from './complaint-clocks.js';
import { isOpen, lockedComplaint } from './locked-complaint.js';
import { noteEvent } from './note-event.js';
import { refuse } from './refusals.js';
import { finishRepair, readRepair, type RepairRecord } from './repair.sql.js';

export interface ReturnRepair extends Once {
  readonly repairId: string;
  readonly returnedOn: Day | null;
  readonly part: Part | null;
  readonly replaced: boolean;
  /** What had caused the fault; no personal data. */
  readonly cause: string | null;
}

/** Records that repaired goods went back to the consumer: from then on the repair counts. */
export function returnRepair(database: Database, caller: Caller, input: ReturnRepair): Promise<Done<{ repair: RepairRecord }>> {
  return database.writeOnce(caller, 'complaint.return_repair', input, async (tx, { repairId, returnedOn: given, ...done }) => {
    const found = await tx.maybe(readRepair, { repairId });
    if (!found) throw refuseKernel('NOT_FOUND', {}, 'repairId');
    const complaint = await lockedComplaint(tx, found.complaintId).catch(() => { throw refuseKernel('NOT_FOUND', {}, 'repairId'); });
    const standing = await tx.one(readRepair, { repairId });
    if (standing.returnedOn !== null) throw refuse('REPAIR_OVER', { returnedOn: standing.returnedOn });
    const returnedOn = businessDay(caller, given, 'returnedOn');
    if (returnedOn < standing.receivedOn) throw refuse('RETURNED_BEFORE_HANDED_IN', { receivedOn: standing.receivedOn }, 'returnedOn');
    const repair = await tx.one(finishRepair, { repairId, returnedOn, ...done });
    await noteEvent(tx, complaint, 'repaired', { aboutId: repairId, detail: repair.fault });
    if (isOpen(complaint)) await clocksHear(tx, complaint, 'repaired');
    return { repair };
  });
}
