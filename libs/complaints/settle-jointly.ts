import type { Database, Done, Once } from '@app/database';
import type { Caller } from '@app/kernel';
import { readEvents } from './event.sql.js';
import { jointOutcome, jointSides, type JointView } from './joint-settlement.js';
import { lockedOpen } from './locked-complaint.js';
import { noteEvent } from './note-event.js';
import { refuse } from './refusals.js';

export interface SettleJointly extends Once {
  readonly complaintId: string;
  readonly view: JointView;
  /** The terms that were agreed, or how the shop refuses. */
  readonly terms: string;
}

/** Records what the floor, or supervision, says of a dispute that they settle together; the answer tells what both have come to. */
export function settleJointly(database: Database, caller: Caller, input: SettleJointly): Promise<Done<{ outcome: JointView | null }>> {
  return database.writeOnce(caller, 'complaint.settle_jointly', input, async (tx, { complaintId, view, terms }) => {
    const complaint = await lockedOpen(tx, complaintId);
    const side = jointSides.find((role) => caller.roles.includes(role));
    if (!side) throw refuse('NOT_A_SIDE');
    await noteEvent(tx, complaint, 'joint_settlement', { detail: `${side} ${view}`, reason: terms });
    return { outcome: jointOutcome(await tx.many(readEvents, { complaintIds: [complaintId], most: 1_000 })) };
  });
}
