import type { Database, NetworkTx, Secrets } from '@app/database';
import type { Caller } from '@app/kernel';
import { actingIn, type Visitor } from './acting.js';
import { findCode, insertCode } from './invitation.sql.js';
import { keyedHash } from './keys.js';

/** What stands behind a public code: whoever holds it acts in that network, as nobody. */
export interface BehindCode {
  readonly id: string;
  readonly caller: Caller;
}

/** Keeps a ticket's code, by its keyed hash alone. */
export async function keepTicketCode(tx: NetworkTx, secrets: Secrets, code: string, id: string): Promise<void> {
  await tx.run(insertCode, { codeHash: keyedHash(secrets, 'ticket-code', code), purpose: 'ticket', id });
}

/** Finds what a ticket's code stands for, or null. */
export async function findTicketCode(database: Database, secrets: Secrets, visitor: Visitor, code: string): Promise<BehindCode | null> {
  const found = await database.outside((tx) => tx.maybe(findCode, { codeHash: keyedHash(secrets, 'ticket-code', code), purpose: 'ticket' }));
  return found && { id: found.id, caller: actingIn(found, visitor) };
}
