import type { NetworkTx } from '@app/database';
import { money, newId } from '@app/kernel';
import { captureHold, postEntry, releaseHold } from '@app/ledger';
import { callShortfall } from './call-shortfall.js';
import { insertDraw } from './draw.sql.js';
import { accountOf, type Fund, type FundCall, type FundDraw, type FundHold } from './fund.entity.js';
import { isLapsed } from './let-hold-go.js';
import { lockFunds } from './lock-funds.js';
import type { CaseDemand } from './hold-for-case.js';
import { closeFundHold, lockHoldsOfCase } from './hold.sql.js';
import { refuse } from './refusals.js';
import { takeInOrder } from './take-in-order.js';
import { usablePots } from './usable-pots.js';

export interface Drawn {
  readonly draws: readonly FundDraw[];
  readonly calls: readonly FundCall[];
  /** What the member's pots could not give. */
  readonly restMinor: bigint;
}

/**
 * Takes a case's money from its member: first what was held for the case, then what else is available in the pots that
 * permit it, in their order. Calls at once what the drawn funds then lack.
 */
export async function drawForCase(tx: NetworkTx, demand: CaseDemand): Promise<Drawn> {
  const funds = await lockFunds(tx, demand.memberId);
  const holds = await standingHolds(tx, demand);
  const draws: FundDraw[] = [];
  let restMinor = demand.amount.minor;
  for (const hold of holds) {
    const minor = hold.amountMinor < restMinor ? hold.amountMinor : restMinor;
    if (minor > 0n) draws.push(await drawnFromHold(tx, demand, hold, minor));
    else await releaseHold(tx, { holdId: hold.holdId, outcome: 'voided', effectiveOn: tx.caller.today });
    await tx.run(closeFundHold, { fundHoldId: hold.id, outcome: minor > 0n ? 'captured' : 'voided' });
    restMinor -= minor;
  }
  const taken = takeInOrder(usablePots(funds, demand.purpose), restMinor);
  for (const { source, minor } of taken.parts) draws.push(await drawnFromFund(tx, demand, source, minor));
  return { draws, calls: await calledAfter(tx, demand.memberId, draws), restMinor: taken.restMinor };
}

async function standingHolds(tx: NetworkTx, demand: CaseDemand): Promise<FundHold[]> {
  const holds = await tx.many(lockHoldsOfCase, demand);
  const standing = holds.filter((hold) => hold.outcome === null);
  const lapsed = standing.find((hold) => isLapsed(tx, hold))
    ?? (standing.length === 0 ? holds.filter((hold) => hold.outcome === 'expired').at(-1) : undefined);
  if (lapsed) throw refuse('HOLD_EXPIRED', { expiredAt: lapsed.expiresAt?.toISOString() ?? null });
  return standing;
}

async function drawnFromHold(tx: NetworkTx, demand: CaseDemand, hold: FundHold, minor: bigint): Promise<FundDraw> {
  const id = newId();
  const { transferId } = await captureHold(tx, {
    holdId: hold.holdId, amount: money(minor, hold.currency), code: 'draw', cause: { type: 'fund_draw', id }, effectiveOn: tx.caller.today,
  });
  return recorded(tx, demand, { id, fundId: hold.fundId, currency: hold.currency, amountMinor: minor, transferId });
}

/** Takes so much of one fund for a case; under the lock of its balance. */
export async function drawnFromFund(tx: NetworkTx, demand: CaseDemand, fund: Fund, minor: bigint): Promise<FundDraw> {
  const id = newId();
  const { transferIds } = await postEntry(tx, {
    cause: { type: 'fund_draw', id }, effectiveOn: tx.caller.today,
    transfers: [{ debit: accountOf(fund), credit: demand.credit, amount: money(minor, fund.currency), code: 'draw' }],
  });
  return recorded(tx, demand, { id, fundId: fund.id, currency: fund.currency, amountMinor: minor, transferId: transferIds[0]! });
}

async function recorded(
  tx: NetworkTx,
  { memberId, purpose, caseType, caseId }: CaseDemand,
  line: { id: string; fundId: string; currency: string; amountMinor: bigint; transferId: string },
): Promise<FundDraw> {
  const draw = { ...line, memberId, purpose, caseType, caseId, drawnOn: tx.caller.today };
  await tx.run(insertDraw, draw);
  tx.touch(draw.id, draw.fundId);
  tx.emit({ type: 'fund.drawn', aggregateId: draw.fundId, payload: { fundDrawId: draw.id } });
  return draw;
}

async function calledAfter(tx: NetworkTx, memberId: string, draws: readonly FundDraw[]): Promise<FundCall[]> {
  const calls: FundCall[] = [];
  for (const fund of await lockFunds(tx, memberId)) {
    if (!draws.some((draw) => draw.fundId === fund.id)) continue;
    const call = await callShortfall(tx, fund);
    if (call) calls.push(call);
  }
  return calls;
}
