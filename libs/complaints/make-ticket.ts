import { keepTicketCode } from '@app/access';
import type { NetworkTx, Secrets } from '@app/database';
import { randomBytes } from 'node:crypto';

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

/** Gives the consumer a way in of their own: the code, which opens together with the last digits of the phone on their record. */
export async function makeTicket(tx: NetworkTx, secrets: Secrets, code: string, complaintId: string): Promise<void> {
  await keepTicketCode(tx, secrets, code, complaintId);
}
