import { liftRequestPending, settleComplaint } from '@app/complaints';
import type { Database, Done, NetworkTx, Once } from '@app/database';
import { liftCaseMark } from '@app/funds';
import { businessDay, money, type Caller, type Day } from '@app/kernel';
import { openAccount, operatorCash, postEntry } from '@app/ledger';
import { advances, recover, type Recovered } from '@app/recovery';
import { lockedRequest } from './locked-request.js';
import { refuse } from './refusals.js';
import { markPaid, type CompensationRequest } from './request.sql.js';

export interface PayCompensation extends Once {
  readonly requestId: string;
  readonly version: number;
  readonly paidOn: Day | null;
  /** The bank's or the cashier's reference of the payout. */
  readonly reference: string;
}

/**
 * Records that the mall paid the consumer, and recovers it from the shop in the same transaction: held money first, then
 * what else its funds have, then a receivable. Never by whoever decided.
 */
export function payCompensation(
  database: Database, caller: Caller, input: PayCompensation,
): Promise<Done<{ request: CompensationRequest } & Recovered>> {
  return database.writeOnce(caller, 'compensation.pay', input, async (tx, asked) => {
    const standing = await lockedRequest(tx, asked);
    if (standing.state !== 'approved') throw refuse('WRONG_STATE', { state: standing.state });
    const paidBy = caller.personId ?? caller.apiKeyId!;
    if (standing.decidedBy === paidBy) throw refuse('OWN_DECISION');
    const paidOn = businessDay(caller, asked.paidOn, 'paidOn');
    if (standing.decidedOn && paidOn < standing.decidedOn) throw refuse('PAID_BEFORE_DECISION', { decidedOn: standing.decidedOn }, 'paidOn');
    const request = await tx.one(markPaid, { requestId: standing.id, paidBy, paidOn, reference: asked.reference });
    await advance(tx, request, paidOn);
    const of = { caseType: 'compensation', caseId: request.id };
    const recovered = await recover(tx, {
      ...of, memberId: request.memberId, purpose: 'compensation', amount: money(request.amountMinor, request.currency),
    });
    await liftCaseMark(tx, of);
    await liftRequestPending(tx, request.complaintId, request.id, false);
    await settleComplaint(tx, request.complaintId);
    tx.touch(request.id);
    tx.emit({ type: 'compensation.paid', aggregateId: request.id });
    return { request, ...recovered };
  });
}

async function advance(tx: NetworkTx, request: CompensationRequest, paidOn: Day): Promise<void> {
  await postEntry(tx, {
    cause: { type: 'compensation', id: request.id }, effectiveOn: paidOn,
    transfers: [{
      debit: await openAccount(tx, advances, null, request.currency),
      credit: await openAccount(tx, operatorCash, null, request.currency),
      amount: money(request.amountMinor, request.currency), code: 'payment',
    }],
  });
}
