import type { NetworkTx } from '@app/database';
import { refuseKernel } from '@app/kernel';
import type { Fund } from './fund.entity.js';
import { lockBalancesOf, readFunds, readFundsOf } from './fund.sql.js';

/**
 * All funds of a member, with their balances locked: whoever holds, draws, calls or releases queues here. The lock comes
 * by a statement of its own, since one that had to wait would still read calls and terms as they were before.
 */
export async function lockFunds(tx: NetworkTx, memberId: string): Promise<Fund[]> {
  await tx.run(lockBalancesOf, { memberId });
  return tx.many(readFundsOf, { memberId, today: tx.caller.today });
}

/** One fund, with all of its member's balances locked. */
export async function lockFund(tx: NetworkTx, fundId: string): Promise<Fund> {
  const found = await tx.maybe(readFunds, { fundIds: [fundId], today: tx.caller.today });
  if (!found) throw refuseKernel('NOT_FOUND', {}, 'fundId');
  const funds = await lockFunds(tx, found.memberId);
  return funds.find((fund) => fund.id === fundId)!;
}
