import type { Database, Done, Once } from '@app/database';
import { businessDay, newId, refuseKernel, type Caller, type Day } from '@app/kernel';
import { reverseTransfer } from '@app/ledger';
import { callShortfall } from './call-shortfall.js';
import type { FundCall } from './fund.entity.js';
import { insertReversal, readReceipt } from './receipt.sql.js';
import { lockFund } from './lock-funds.js';

export interface ReverseReceipt extends Once {
  readonly receiptId: string;
  /** Never before the receipt itself. */
  readonly effectiveOn: Day | null;
  readonly reason: string;
}

export interface Reversed {
  readonly fundId: string;
  readonly postedMinor: bigint;
  readonly currency: string;
  readonly call: FundCall | null;
}

/** Takes back a receipt recorded in error, once and only while its money is still available; calls what then lacks. */
export function reverseReceipt(database: Database, caller: Caller, input: ReverseReceipt): Promise<Done<Reversed>> {
  return database.writeOnce(caller, 'fund.reverse_receipt', input, async (tx, request) => {
    const receipt = await tx.maybe(readReceipt, { receiptId: request.receiptId });
    if (!receipt) throw refuseKernel('NOT_FOUND', {}, 'receiptId');
    const effectiveOn = businessDay(caller, request.effectiveOn);
    await lockFund(tx, receipt.fundId);
    const id = newId();
    await reverseTransfer(tx, {
      transferId: receipt.transferId, effectiveOn, code: 'receipt_reversal', cause: { type: 'receipt_reversal', id },
    });
    // Only one comes this far: the ledger reverses a transfer once.
    await tx.run(insertReversal, { id, receiptId: receipt.id, memberId: receipt.memberId, reason: request.reason });
    const fund = await lockFund(tx, receipt.fundId);
    const call = await callShortfall(tx, fund);
    tx.touch(receipt.id, fund.id);
    tx.emit({ type: 'fund.receipt_reversed', aggregateId: fund.id, payload: { receiptId: receipt.id } });
    return { fundId: fund.id, postedMinor: fund.postedMinor, currency: fund.currency, call };
  });
}
