import type { Database, Done, Once } from '@app/database';
import type { Caller } from '@app/kernel';
import { actorOf } from './actor.js';
import { lockedComplaint } from './locked-complaint.js';
import { noteEvent } from './note-event.js';
import { refuse } from './refusals.js';
import { insertFirst, readFirst, type FirstResponsibility } from './responsibility.sql.js';

export interface ConfirmFirstResponsibility extends Once {
  readonly complaintId: string;
  readonly applies: boolean;
  readonly reason: string;
}

/** Says whether the shop must answer the consumer first, whoever is to blame: once, with the reason. */
export function confirmFirstResponsibility(
  database: Database, caller: Caller, input: ConfirmFirstResponsibility,
): Promise<Done<{ firstResponsibility: FirstResponsibility }>> {
  return database.writeOnce(caller, 'responsibility.confirm_first', input, async (tx, { complaintId, applies, reason }) => {
    const complaint = await lockedComplaint(tx, complaintId);
    if (await tx.maybe(readFirst, { complaintIds: [complaintId] })) throw refuse('ALREADY_CONFIRMED');
    const firstResponsibility = await tx.one(insertFirst, {
      complaintId, memberId: complaint.memberId, applies, reason, confirmedBy: actorOf(caller)!, confirmedOn: caller.today,
    });
    await noteEvent(tx, complaint, 'first_responsibility_confirmed', { detail: applies ? 'applies' : 'does not apply', reason });
    return { firstResponsibility };
  });
}
