import type { Database, Done, Once } from '@app/database';
import { businessDay, dayOf, newId, type Caller } from '@app/kernel';
import { actorOf, roleOf } from './actor.js';
import { clocksHear } from './complaint-clocks.js';
import { insertContact, type Contact } from './contact.sql.js';
import { isOpen, lockedComplaint } from './locked-complaint.js';
import { noteEvent } from './note-event.js';
import { refuse } from './refusals.js';

export interface RecordContact extends Pick<Contact, 'party' | 'way' | 'direction' | 'said'>, Once {
  readonly complaintId: string;
  /** When it was; now, where it is not given. */
  readonly at: Date | null;
}

/** Records a contact over a complaint. What was said names nobody: personal data has a table of its own. */
export function recordContact(database: Database, caller: Caller, input: RecordContact): Promise<Done<{ contact: Contact }>> {
  return database.writeOnce(caller, 'complaint.record_contact', input, async (tx, { at: given, ...request }) => {
    const complaint = await lockedComplaint(tx, request.complaintId);
    const at = given ?? caller.now;
    if (at > caller.now) throw refuse('RECEIVED_IN_FUTURE', { rule: 'CX-9' }, 'at');
    businessDay(caller, dayOf(at, caller.zone), 'at');
    // A shop records its own contacts, and reads what was said with it; what is said with the consumer stays with the operator.
    const memberId = request.party === 'shop' || caller.memberId !== null ? complaint.memberId : null;
    const contact = await tx.one(insertContact, { ...request, id: newId(), memberId, at, byId: actorOf(caller)!, byRole: roleOf(caller) });
    await noteEvent(tx, complaint, 'contacted', { aboutId: contact.id, detail: `${contact.party} ${contact.way} ${contact.direction}` });
    if (contact.party === 'consumer' && isOpen(complaint)) await clocksHear(tx, complaint, 'contacted');
    return { contact };
  });
}
