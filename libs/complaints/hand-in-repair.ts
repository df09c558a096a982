import { violated, type Database, type Done, type Once } from '@app/database';
import type { Defect, Part } from '@app/guarantees';
import { businessDay, newId, type Caller, type Day } from '@app/kernel';
import { actorOf } from './actor.js';
import { lockedOpen } from './locked-complaint.js';
import { noteEvent } from './note-event.js';
import { refuse } from './refusals.js';
import { insertRepair, type RepairRecord } from './repair.sql.js';

export interface HandInRepair extends Once {
  readonly complaintId: string;
  readonly receivedOn: Day | null;
  /** What is repaired; the complaint's defect, where it is not given. */
  readonly fault: Defect | null;
  readonly part: Part | null;
}

/** Records that the goods were handed in for repair over an open complaint; one repair at a time. */
export function handInRepair(database: Database, caller: Caller, input: HandInRepair): Promise<Done<{ repair: RepairRecord }>> {
  return database.writeOnce(caller, 'complaint.hand_in_repair', input, async (tx, { complaintId, fault: given, part, ...asked }) => {
    const complaint = await lockedOpen(tx, complaintId);
    const fault = given ?? complaint.defect;
    if (fault === null) throw refuse('FACTS_MISSING', { facts: 'defect' }, 'fault');
    const receivedOn = businessDay(caller, asked.receivedOn, 'receivedOn');
    if (complaint.soldOn !== null && receivedOn < complaint.soldOn) throw refuse('HANDED_IN_BEFORE_SALE', { soldOn: complaint.soldOn, rule: 'N-2R' }, 'receivedOn');
    const repair = await tx.one(insertRepair, {
      id: newId(), complaintId, memberId: complaint.memberId, receivedOn, fault, part, recordedBy: actorOf(caller)!,
    }).catch((error: unknown) => {
      throw violated(error) === 'repair_open_once' ? refuse('REPAIR_UNDER_WAY') : error;
    });
    await noteEvent(tx, complaint, 'repair_begun', { aboutId: repair.id, detail: fault });
    return { repair };
  });
}
