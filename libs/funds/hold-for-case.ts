import type { NetworkTx } from '@app/database';
import { money, newId, type Money } from '@app/kernel';
import { placeHold, type Account } from '@app/ledger';
import { accountOf, type FundHold } from './fund.entity.js';
import { lockFunds } from './lock-funds.js';
import { insertFundHold } from './hold.sql.js';
import type { Purpose } from './pots.js';
import { refuse } from './refusals.js';
import { takeInOrder } from './take-in-order.js';
import { usablePots } from './usable-pots.js';

/** A case that asks for a member's money, and where the money goes if it is taken. */
export interface CaseDemand {
  readonly memberId: string;
  readonly caseType: string;
  readonly caseId: string;
  readonly purpose: Purpose;
  readonly amount: Money;
  readonly credit: Account;
}

/**
 * Sets a member's money aside for a case: from the pots that permit it, in their order, as far as they go. Refused where
 * nothing at all is available; what is missing is the caller's to see in what was held.
 */
export async function holdForCase(tx: NetworkTx, demand: CaseDemand & { expiresAt: Date | null }): Promise<FundHold[]> {
  if (demand.expiresAt && demand.expiresAt <= tx.caller.now) throw refuse('HOLD_EXPIRY_PAST', {}, 'expiresAt');
  const funds = await lockFunds(tx, demand.memberId);
  const { parts } = takeInOrder(usablePots(funds, demand.purpose), demand.amount.minor);
  if (parts.length === 0) throw refuse('NOTHING_AVAILABLE');
  const held: FundHold[] = [];
  for (const { source: fund, minor } of parts) {
    const id = newId();
    const { holdId } = await placeHold(tx, {
      debit: accountOf(fund), credit: demand.credit, amount: money(minor, fund.currency), code: 'hold',
      cause: { type: 'fund_hold', id }, effectiveOn: tx.caller.today, expiresAt: demand.expiresAt,
    });
    const hold = {
      id, fundId: fund.id, memberId: fund.memberId, amountMinor: minor, purpose: demand.purpose,
      caseType: demand.caseType, caseId: demand.caseId, holdId, expiresAt: demand.expiresAt,
    };
    await tx.run(insertFundHold, hold);
    tx.touch(id, fund.id);
    tx.emit({ type: 'fund.held', aggregateId: fund.id, payload: { fundHoldId: id } });
    held.push({ ...hold, currency: fund.currency, outcome: null, recordedAt: tx.caller.now });
  }
  return held;
}
