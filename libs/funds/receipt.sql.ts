import { statement } from '@app/database';
import type { Day } from '@app/kernel';

export interface Receipt {
  readonly id: string;
  readonly fundId: string;
  readonly memberId: string;
  readonly amountMinor: bigint;
  readonly receivedOn: Day;
  readonly reference: string;
  readonly transferId: string;
}

/** A reference recorded before on this fund breaks receipt_recorded_once. */
export const insertReceipt = statement<Receipt>('funds.insert-receipt', `
  INSERT INTO fund_receipt (network_id, id, fund_id, member_id, amount_minor, received_on, reference, transfer_id)
  VALUES ($network, $id, $fundId, $memberId, $amountMinor, $receivedOn, $reference, $transferId)
`);

/** By primary key; locks nothing, since a receipt never changes. */
export const readReceipt = statement<
  { receiptId: string }, { id: string; fundId: string; memberId: string; transferId: string }
>('funds.read-receipt', `
  SELECT id, fund_id, member_id, transfer_id FROM fund_receipt WHERE network_id = $network AND id = $receiptId
`);

/** Money that a member paid into a fund; `reversed` where it was taken back. */
export interface FundReceipt {
  readonly id: string;
  readonly fundId: string;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly receivedOn: Day;
  readonly reference: string;
  readonly reversed: boolean;
}

/** The newest receipts of each fund, for the loaders. Leans on fund_receipt_by_fund; locks nothing. */
export const listReceipts = statement<{ fundIds: string[]; count: number }, FundReceipt>('funds.list-receipts', `
  SELECT p.*, f.currency
  FROM fund f
  CROSS JOIN LATERAL (
    SELECT r.id, r.fund_id, r.amount_minor, r.received_on, r.reference, v.id IS NOT NULL AS reversed
    FROM fund_receipt r LEFT JOIN receipt_reversal v ON v.network_id = $network AND v.receipt_id = r.id
    WHERE r.network_id = $network AND r.fund_id = f.id ORDER BY r.id DESC LIMIT $count
  ) p
  WHERE f.network_id = $network AND f.id = ANY($fundIds::uuid[])
`);

/** A second of the same receipt breaks receipt_reversed_once. */
export const insertReversal = statement<{ id: string; receiptId: string; memberId: string; reason: string }>('funds.insert-reversal', `
  INSERT INTO receipt_reversal (network_id, id, receipt_id, member_id, reason) VALUES ($network, $id, $receiptId, $memberId, $reason)
`);
