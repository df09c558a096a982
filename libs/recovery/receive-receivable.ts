import { violated, type Database, type Done, type Once } from '@app/database';
import { liftCaseMark } from '@app/funds';
import { businessDay, formatAmount, money, newId, refuseKernel, type Caller, type Day, type Money } from '@app/kernel';
import { openAccount, operatorCash, postEntry } from '@app/ledger';
import { receivables } from './accounts.js';
import { insertPayment, lockReceivable, payReceivable, type Receivable } from './receivable.sql.js';
import { refuse } from './refusals.js';

export interface ReceiveReceivable extends Once {
  readonly receivableId: string;
  readonly amount: Money;
  readonly receivedOn: Day | null;
  readonly reference: string;
}

/** Records what a member paid on a receivable, wholly or in part, never more than is owed. */
export function receiveReceivable(database: Database, caller: Caller, input: ReceiveReceivable): Promise<Done<{ receivable: Receivable }>> {
  return database.writeOnce(caller, 'receivable.receive', input, async (tx, request) => {
    const owed = await tx.maybe(lockReceivable, { receivableId: request.receivableId });
    if (!owed) throw refuseKernel('NOT_FOUND', {}, 'receivableId');
    const { amount } = request;
    if (amount.currency !== owed.currency) throw refuseKernel('WRONG_CURRENCY', { expected: owed.currency }, 'amount');
    if (owed.liftedOn) throw refuse('RECEIVABLE_LIFTED', { liftedOn: owed.liftedOn });
    const openMinor = owed.amountMinor - owed.paidMinor;
    if (amount.minor > openMinor) throw refuse('OVERPAID', { open: formatAmount(money(openMinor, owed.currency)) }, 'amount');
    if (owed.inOnePayment && amount.minor < openMinor) throw refuse('NO_INSTALMENTS', { open: formatAmount(money(openMinor, owed.currency)) }, 'amount');
    const receivedOn = businessDay(caller, request.receivedOn, 'receivedOn');
    if (receivedOn < owed.aroseOn) throw refuse('RECEIVED_BEFORE_ARISING', { aroseOn: owed.aroseOn }, 'receivedOn');
    const id = newId();
    await tx.run(insertPayment, {
      id, receivableId: owed.id, memberId: owed.memberId, amountMinor: amount.minor, receivedOn, reference: request.reference,
    }).catch((error: unknown) => {
      throw violated(error) === 'payment_recorded_once' ? refuse('PAYMENT_RECORDED', {}, 'reference') : error;
    });
    await postEntry(tx, {
      cause: { type: 'receivable_payment', id }, effectiveOn: receivedOn,
      transfers: [{
        debit: await openAccount(tx, operatorCash, null, owed.currency),
        credit: await openAccount(tx, receivables, owed.memberId, owed.currency), amount, code: 'payment',
      }],
    });
    const receivable = await tx.one(payReceivable, { receivableId: owed.id, amountMinor: amount.minor });
    if (receivable.paidMinor === receivable.amountMinor) await liftCaseMark(tx, { caseType: 'receivable', caseId: receivable.id });
    tx.touch(id, receivable.id);
    tx.emit({ type: 'receivable.paid', aggregateId: owed.memberId, payload: { receivableId: owed.id } });
    return { receivable };
  });
}
