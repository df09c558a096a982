import { findTicketCode, throttledLookUp, ticketDigits } from '@app/access';
import type { Database, Secrets } from '@app/database';
import { timingSafeEqual } from 'node:crypto';
import type { Caller } from '@app/kernel';
import { readComplaints } from './complaint.sql.js';
import { readEvents } from './event.sql.js';
import { ticketCodeOf } from './make-ticket.js';
import { refuse } from './refusals.js';
import { readTicket } from './ticket.sql.js';
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
export async function lookUpTicket(database: Database, visitor: Visitor, input: LookUpTicket, secrets: Secrets): Promise<Ticket> {
  const code = ticketCodeOf(input.code);
  const ticket = await throttledLookUp(database, secrets, { address: visitor.address, code }, async () => {
    const found = await findTicketCode(database, secrets, visitor, code);
    return found && ticketOf(database, found.caller, found.id, input.lastDigits, secrets);
  });
  if (!ticket) throw refuse('TICKET_INVALID', {}, 'code');
  return ticket;
}

function ticketOf(database: Database, caller: Caller, complaintId: string, digits: string, secrets: Secrets): Promise<Ticket | null> {
  return database.read(caller, async (tx) => {
    const ticket = await tx.maybe(readTicket, { complaintId });
    const complaint = ticket && (await tx.maybe(readComplaints, { complaintIds: [complaintId] }));
    if (!complaint || !timingSafeEqual(ticket.digitsHash, ticketDigits(secrets, caller.networkId, complaintId, digits.trim()))) return null;
    const events = await tx.many(readEvents, { complaintIds: [complaintId], most: 200 });
    return { number: complaint.number, state: stateInWords[complaint.state], timeline: events.flatMap((event) => ticketWords(event)) };
  });
}
