import type { NetworkTx } from '@app/database';

/** Where somebody is reached, and in which language; asked for at the moment of sending and kept nowhere. */
export interface Address {
  readonly email: string | null;
  readonly phone: string | null;
  readonly locale: 'zh' | 'en';
}

/** Somebody who logs in, and the member they act for. */
export interface Reader {
  readonly personId: string;
  readonly memberId: string | null;
}

export type AddressOf = (tx: NetworkTx, ref: string) => Promise<Address | null>;
export type ReadersOf = (tx: NetworkTx, ref: string) => Promise<readonly Reader[]>;

const addresses = new Map<string, AddressOf>();
const audiences = new Map<string, ReadersOf>();

/**
 * Says how those of a kind are reached: a person, the holder of a ticket. The room that knows them registers it at boot, so
 * that messages keep an opaque reference and no address. Null: there is none any more, or they are not to be written to.
 */
export function registerRecipient(kind: string, addressOf: AddressOf): void {
  addresses.set(kind, addressOf);
}

/** Says which people are meant by a kind that is many: a member's people, those of a role. */
export function registerAudience(kind: string, readersOf: ReadersOf): void {
  audiences.set(kind, readersOf);
}

export function addressOf(tx: NetworkTx, kind: string, ref: string): Promise<Address | null> {
  const known = addresses.get(kind);
  if (!known) throw new Error(`No room has registered how a ${kind} is reached.`);
  return known(tx, ref);
}

/** Null for a kind that is reached itself. */
export async function readersOf(tx: NetworkTx, kind: string, ref: string): Promise<readonly Reader[] | null> {
  const known = audiences.get(kind);
  if (known) return known(tx, ref);
  if (!addresses.has(kind)) throw new Error(`No room has registered who a ${kind} is.`);
  return null;
}
