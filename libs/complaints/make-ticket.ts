import { keepTicketCode, ticketDigits } from '@app/access';
import type { NetworkTx, Secrets } from '@app/database';
import { randomBytes } from 'node:crypto';
import { refuse } from './refusals.js';
import { insertTicket } from './ticket.sql.js';

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A ticket's code: 80 bits in letters and digits that people do not mistake for one another, shown once, kept nowhere. */
export function newTicketCode(): string {
  const text = [...randomBytes(16)].map((byte) => letters[byte & 31]).join('');
  return text.match(/.{4}/g)!.join('-');
}

/** A code as it was meant, however it was typed. */
export function ticketCodeOf(typed: string): string {
  const text = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  return text.match(/.{1,4}/g)?.join('-') ?? '';
}

/** The last four digits of a phone number. */
export function lastDigits(phone: string): string {
  const digits = phone.replace(/[\s()+-]/g, '');
  if (!/^\d{7,15}$/.test(digits)) throw refuse('PHONE_MALFORMED', {}, 'phone');
  return digits.slice(-4);
}

/** Gives the consumer a way in of their own: the code together with the last digits of the phone. */
export async function makeTicket(tx: NetworkTx, secrets: Secrets, ticket: { code: string; phone: string; complaintId: string }): Promise<void> {
  const { code, phone, complaintId } = ticket;
  const digitsHash = ticketDigits(secrets, tx.caller.networkId, complaintId, lastDigits(phone));
  await tx.run(insertTicket, { complaintId, digitsHash });
  await keepTicketCode(tx, secrets, code, complaintId);
}
