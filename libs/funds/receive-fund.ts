import { together, violated, type Database, type Done, type NetworkTx, type Once } from '@app/database';
import { businessDay, newId, refuseKernel, type Caller, type Day, type Money } from '@app/kernel';
import { custody, openAccount, postEntry } from '@app/ledger';
import { meetCalls } from './call.sql.js';
import { accountOf, type Fund } from './fund.entity.js';
import { readFunds } from './fund.sql.js';
import { insertReceipt, type Receipt } from './receipt.sql.js';
import { refuse } from './refusals.js';

export interface ReceiveFund extends Once {
  readonly fundId: string;
  readonly amount: Money;
  /** The day the money came in; today unless given. */
  readonly receivedOn: Day | null;
  /** The bank's or the cashier's own reference, once a fund. */
  readonly reference: string;
}

export interface Received {
  readonly receiptId: string;
  readonly fundId: string;
  readonly postedMinor: bigint;
  readonly heldMinor: bigint;
  readonly currency: string;
  /** The open calls that this receipt went to, and what is left of each. */
  readonly calls: readonly { readonly id: string; readonly leftMinor: bigint }[];
}

/** Records money that a member paid into a fund, and puts it against the open calls, oldest first. */
export function receiveFund(database: Database, caller: Caller, input: ReceiveFund): Promise<Done<Received>> {
  return database.writeOnce(caller, 'fund.receive', input, async (tx, request) => {
    const [fund, bank] = await together([fundToPayInto(tx, request.fundId), openAccount(tx, custody, null, request.amount.currency)]);
    const receivedOn = businessDay(caller, request.receivedOn, 'receivedOn');
    if (receivedOn < fund.agreementStartsOn) throw refuse('BEFORE_AGREEMENT', { startsOn: fund.agreementStartsOn }, 'receivedOn');
    if (request.amount.currency !== fund.currency) throw refuseKernel('WRONG_CURRENCY', { expected: fund.currency }, 'amount');
    const [receiptId, transferId] = [newId(), newId()];
    // In this order, and none waits for the answer to the one before: the fund's balance is locked until the commit.
    const [posted, , calls] = await together([
      postEntry(tx, {
        cause: { type: 'fund_receipt', id: receiptId }, effectiveOn: receivedOn,
        transfers: [{ id: transferId, debit: bank, credit: accountOf(fund), amount: request.amount, code: 'receipt' }],
      }),
      insertOnce(tx, {
        id: receiptId, fundId: fund.id, memberId: fund.memberId, amountMinor: request.amount.minor,
        receivedOn, reference: request.reference, transferId,
      }),
      tx.many(meetCalls, { fundId: fund.id, amountMinor: request.amount.minor }),
    ]);
    tx.touch(receiptId, fund.id);
    tx.emit({ type: 'fund.received', aggregateId: fund.id, payload: { receiptId } });
    const { postedMinor, heldMinor } = posted.balances.get(fund.accountId)!;
    return { receiptId, fundId: fund.id, postedMinor, heldMinor, currency: fund.currency, calls };
  });
}

function insertOnce(tx: NetworkTx, receipt: Receipt): Promise<number> {
  return tx.run(insertReceipt, receipt).catch((error: unknown) => {
    throw violated(error) === 'receipt_recorded_once' ? refuse('RECEIPT_RECORDED', {}, 'reference') : error;
  });
}

async function fundToPayInto(tx: NetworkTx, fundId: string): Promise<Fund> {
  const fund = await tx.maybe(readFunds, { fundIds: [fundId], today: tx.caller.today });
  if (!fund) throw refuseKernel('NOT_FOUND', {}, 'fundId');
  return fund;
}
