import type { Tx } from '@app/database';
import { money, type Day, type Money } from '@app/kernel';
import { sumAsOf } from './account.sql.js';
import type { Account } from './chart.js';

/** The posted balance by effective day and by recorded instant; before the first transfer it is zero. */
export async function balanceAsOf(
  tx: Tx,
  account: Account,
  asOf: { effectiveOn: Day | null; recordedAt: Date | null },
): Promise<Money> {
  const { debitMinor, creditMinor } = await tx.one(sumAsOf, { accountId: account.id, ...asOf });
  return money(account.side === 'credit' ? creditMinor - debitMinor : debitMinor - creditMinor, account.currency);
}
