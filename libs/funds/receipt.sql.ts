import { statement } from '@app/database';
import type { Day } from '@app/kernel';

/** A reference recorded before on this fund breaks receipt_recorded_once. */
export const insertReceipt = statement<
  { id: string; fundId: string; memberId: string; amountMinor: bigint; receivedOn: Day; reference: string; transferId: string }
>('funds.insert-receipt', `
  INSERT INTO fund_receipt (network_id, id, fund_id, member_id, amount_minor, received_on, reference, transfer_id)
  VALUES ($network, $id, $fundId, $memberId, $amountMinor, $receivedOn, $reference, $transferId)
`);

/** By primary key; locks nothing, since a receipt never changes. */
export const readReceipt = statement<
  { receiptId: string }, { id: string; fundId: string; memberId: string; transferId: string }
>('funds.read-receipt', `
  SELECT id, fund_id, member_id, transfer_id FROM fund_receipt WHERE network_id = $network AND id = $receiptId
`);
