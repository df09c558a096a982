import type { Tx } from '@app/database';
import { money, type Day, type Money } from '@app/kernel';
import { sumAsOf } from './account.sql.js';
import type { Account } from './chart.js';

/** The posted balance of each account by effective day and by recorded instant; before the first transfer it is zero. */
export async function balancesAsOf(
  tx: Tx,
  accounts: readonly Account[],
  asOf: { effectiveOn: Day | null; recordedAt: Date | null },
): Promise<Money[]> {
  const sums = await tx.many(sumAsOf, { accountIds: accounts.map(({ id }) => id), ...asOf });
  const byAccount = new Map(sums.map((sum) => [sum.accountId, sum]));
  return accounts.map(({ id, side, currency }) => {
    const { debitMinor, creditMinor } = byAccount.get(id)!;
    return money(side === 'credit' ? creditMinor - debitMinor : debitMinor - creditMinor, currency);
  });
}
