import type { NetworkTx } from '@app/database';
import { newId } from '@app/kernel';
import { insertAccount, readAccount } from './account.sql.js';
import type { Account, AccountKind } from './chart.js';

/** The account of this kind, made on first use. */
export async function openAccount(tx: NetworkTx, kind: AccountKind, memberId: string | null, currency: string): Promise<Account> {
  if ((kind.per === 'member') !== (memberId !== null)) throw new Error(`An account of kind ${kind.kind} is per ${kind.per}.`);
  const key = { kind: kind.kind, memberId, currency };
  const found = await tx.maybe(readAccount, key);
  if (found) return found;
  await tx.run(insertAccount, { ...key, id: newId(), side: kind.side, floored: kind.floored });
  return tx.one(readAccount, key);
}
