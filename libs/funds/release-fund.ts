import type { Database, Done, NetworkTx, Once } from '@app/database';
import { businessDay, money, newId, refuseKernel, type Caller, type Day, type Money } from '@app/kernel';
import { custody, openAccount, operatorCash, postEntry, type Transfer } from '@app/ledger';
import { availableMinorOf } from './coverage.js';
import { accountOf, type Fund } from './fund.entity.js';
import { lateReturnFee, returnDueOn } from './late-return.js';
import { lockFund } from './lock-funds.js';
import { mustBeOver } from './must-be-over.js';
import { lateReturnExpense } from './pots.js';
import { refuse } from './refusals.js';
import { insertRelease, type FundRelease } from './release.sql.js';

export interface ReleaseFund extends Once {
  readonly fundId: string;
  /** All that is available unless given. */
  readonly amount: Money | null;
  readonly releasedOn: Day | null;
  readonly reference: string;
}

/**
 * Returns a fund to its member after the agreement's end and tail, once no case stands on it; late, with what the
 * operator then owes on top.
 */
export function releaseFund(database: Database, caller: Caller, input: ReleaseFund): Promise<Done<{ release: FundRelease }>> {
  return database.writeOnce(caller, 'fund.release', input, async (tx, request) => {
    const fund = await lockFund(tx, request.fundId);
    const releasedOn = businessDay(caller, request.releasedOn, 'releasedOn');
    const terms = await mustBeOver(tx, fund, releasedOn);
    if (fund.seriousBreach && fund.keptOnSeriousBreach) throw refuse('KEPT_FOR_BREACH');
    const amount = request.amount ?? money(availableMinorOf(fund), fund.currency);
    if (amount.currency !== fund.currency) throw refuseKernel('WRONG_CURRENCY', { expected: fund.currency }, 'amount');
    if (amount.minor === 0n) throw refuse('NOTHING_AVAILABLE');
    const fee = lateReturnFee(terms, amount, releasedOn);
    const id = newId();
    await postEntry(tx, { cause: { type: 'fund_release', id }, effectiveOn: releasedOn, transfers: await payout(tx, fund, amount, fee) });
    const release = {
      id, fundId: fund.id, memberId: fund.memberId, outcome: 'returned' as const, amountMinor: amount.minor,
      dueOn: returnDueOn(terms), lateFeeMinor: fee.minor, releasedOn, reference: request.reference,
    };
    await tx.run(insertRelease, release);
    tx.touch(id, fund.id);
    tx.emit({ type: 'fund.released', aggregateId: fund.id, payload: { releaseId: id } });
    return { release };
  });
}

async function payout(tx: NetworkTx, fund: Fund, amount: Money, fee: Money): Promise<Transfer[]> {
  const bank = await openAccount(tx, custody, null, fund.currency);
  const principal = { debit: accountOf(fund), credit: bank, amount, code: 'release' };
  if (fee.minor === 0n) return [principal];
  const expense = await openAccount(tx, lateReturnExpense, null, fund.currency);
  const cash = await openAccount(tx, operatorCash, null, fund.currency);
  return [principal, { debit: expense, credit: cash, amount: fee, code: 'late_fee' }];
}
