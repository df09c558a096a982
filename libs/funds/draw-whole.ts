import type { NetworkTx } from '@app/database';
import { zero } from '@app/kernel';
import { drawnFromFund } from './draw-for-case.js';
import type { FundDraw } from './fund.entity.js';
import type { CaseDemand } from './hold-for-case.js';
import { lockFunds } from './lock-funds.js';
import { usablePots } from './usable-pots.js';

/**
 * Takes for a case all that is available of a member's deposit, and of its guarantee fund where that is its deposit. Nothing
 * is called afterwards: the member is to leave.
 */
export async function drawWholeDeposit(tx: NetworkTx, demand: Omit<CaseDemand, 'amount'>): Promise<FundDraw[]> {
  const pots = usablePots(await lockFunds(tx, demand.memberId), demand.purpose);
  const deposits = pots.filter(({ kind }) => kind === 'deposit');
  const draws: FundDraw[] = [];
  for (const pot of deposits.length > 0 ? deposits : pots.filter(({ kind }) => kind === 'guarantee_fund')) {
    if (pot.availableMinor > 0n) draws.push(await drawnFromFund(tx, { ...demand, amount: zero(pot.currency) }, pot, pot.availableMinor));
  }
  return draws;
}
