import type { NetworkTx } from '@app/database';
import { releaseHold } from '@app/ledger';
import type { FundHold } from './fund.entity.js';
import { closeFundHold, lockHoldsOfCase } from './hold.sql.js';
import { lockFunds } from './lock-funds.js';

/** Lets go of one standing hold, whose member's balances and whose own row are locked. */
export async function letHoldGo(tx: NetworkTx, hold: FundHold, outcome: 'voided' | 'expired'): Promise<FundHold> {
  await releaseHold(tx, { holdId: hold.holdId, outcome, effectiveOn: tx.caller.today });
  await tx.run(closeFundHold, { fundHoldId: hold.id, outcome });
  tx.touch(hold.id, hold.fundId);
  tx.emit({ type: `fund.hold_${outcome}`, aggregateId: hold.fundId, payload: { fundHoldId: hold.id } });
  return { ...hold, outcome };
}

/** Has a hold's time passed, by the caller's clock? */
export const isLapsed = (tx: NetworkTx, hold: FundHold): boolean => hold.expiresAt !== null && hold.expiresAt <= tx.caller.now;

interface CaseOf {
  readonly caseType: string;
  readonly caseId: string;
  readonly memberId: string;
}

/** Lets go of everything that is held for a case which asks for it no longer. */
export async function voidHoldsOfCase(tx: NetworkTx, of: CaseOf): Promise<void> {
  for (const hold of await standingHolds(tx, of)) await letHoldGo(tx, hold, 'voided');
}

/** Lets go of the case's holds whose time has passed, and answers those that stand; the worker may not have come by yet. */
export async function expireHoldsOfCase(tx: NetworkTx, of: CaseOf): Promise<FundHold[]> {
  const standing: FundHold[] = [];
  for (const hold of await standingHolds(tx, of)) {
    if (isLapsed(tx, hold)) await letHoldGo(tx, hold, 'expired');
    else standing.push(hold);
  }
  return standing;
}

async function standingHolds(tx: NetworkTx, of: CaseOf): Promise<FundHold[]> {
  await lockFunds(tx, of.memberId);
  return (await tx.many(lockHoldsOfCase, of)).filter((hold) => hold.outcome === null);
}
