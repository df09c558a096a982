import type { Database, Done } from '@app/database';
import { businessDay, newId, refuseKernel, type Caller, type Day } from '@app/kernel';
import { reverseTransfer } from '@app/ledger';
import { callShortfall } from './call-shortfall.js';
import type { FundCall } from './fund.entity.js';
import { readReceipt } from './receipt.sql.js';
import { lockedFund } from './release-fund.js';

export interface ReverseReceipt {
  readonly idempotencyKey: string | null;
  readonly validateOnly?: boolean;
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
  const { idempotencyKey: key, validateOnly, ...request } = input;
  return database.writeOnce(caller, { action: 'fund.reverse_receipt', key, request, validateOnly }, async (tx) => {
    const receipt = await tx.maybe(readReceipt, { receiptId: request.receiptId });
    if (!receipt) throw refuseKernel('NOT_FOUND', {}, 'receiptId');
    const effectiveOn = businessDay(caller, request.effectiveOn);
    await lockedFund(tx, receipt.fundId);
    await reverseTransfer(tx, {
      transferId: receipt.transferId, effectiveOn, code: 'receipt_reversal', cause: { type: 'receipt_reversal', id: newId() },
    });
    const fund = await lockedFund(tx, receipt.fundId);
    const call = await callShortfall(tx, fund);
    tx.touch(receipt.id, fund.id);
    tx.emit({ type: 'fund.receipt_reversed', aggregateId: fund.id, payload: { receiptId: receipt.id } });
    return { fundId: fund.id, postedMinor: fund.postedMinor, currency: fund.currency, call };
  });
}
