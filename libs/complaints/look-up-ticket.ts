import { findTicketCode, throttledLookUp } from '@app/access';
import type { Database } from '@app/database';
import type { Caller } from '@app/kernel';
import { phoneEndsIn } from '@app/members';
import { readComplaints } from './complaint.sql.js';
import { readEvents } from './event.sql.js';
import type { IntakeKeys } from './intake-keys.js';
import { ticketCodeOf } from './make-ticket.js';
import { refuse } from './refusals.js';
import { stateInWords, ticketWords, type InBothLanguages } from './ticket-words.js';

export interface LookUpTicket {
  readonly code: string;
  /** The last four digits of the phone that was given at intake. */
  readonly lastDigits: string;
}

/** What a consumer is told of their own complaint: where it stands and what happened, and nothing else. */
export interface Ticket {
  readonly number: string;
  readonly state: InBothLanguages;
  readonly timeline: readonly { readonly at: Date; readonly text: InBothLanguages }[];
}

type Visitor = Pick<Caller, 'locale' | 'requestId'> & { readonly address: string };

/** Shows a consumer their complaint. A code that is not there and digits that are wrong look alike, and both count as attempts. */
export async function lookUpTicket(database: Database, visitor: Visitor, input: LookUpTicket, keys: IntakeKeys): Promise<Ticket> {
  const code = ticketCodeOf(input.code);
  const ticket = await throttledLookUp(database, keys.secrets, { address: visitor.address, code }, async () => {
    const found = await findTicketCode(database, keys.secrets, visitor, code);
    return found && ticketOf(database, found.caller, found.id, input.lastDigits, keys);
  });
  if (!ticket) throw refuse('TICKET_INVALID', {}, 'code');
  return ticket;
}

function ticketOf(database: Database, caller: Caller, complaintId: string, digits: string, keys: IntakeKeys): Promise<Ticket | null> {
  return database.read(caller, async (tx) => {
    const complaint = await tx.maybe(readComplaints, { complaintIds: [complaintId] });
    if (!complaint?.consumerId || !(await phoneEndsIn(tx, keys.personal, complaint.consumerId, digits.trim()))) return null;
    const events = await tx.many(readEvents, { complaintIds: [complaintId], most: 200 });
    return { number: complaint.number, state: stateInWords[complaint.state], timeline: events.flatMap((event) => ticketWords(event)) };
  });
}
