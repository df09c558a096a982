import type { NetworkTx } from '@app/database';
import { findOrCreateConsumer, findOrCreatePurchase, knownByVoucher, noteConsumerEvent, type GivenPerson } from '@app/members';
import { setConsumer, setPurchase, type Complaint } from './complaint.sql.js';
import type { IntakeKeys } from './intake-keys.js';

export interface Links {
  /** Who complains, as far as is known: found by the phone, or made. */
  readonly consumer?: GivenPerson | null;
  /** The model as the voucher says it; the goods category, where nobody says. */
  readonly model?: string | null;
}

/**
 * Ties a locked complaint to its consumer and, once voucher, goods, price and day of sale are known, to the purchase; a
 * voucher that says something else of what is known already is refused. What is tied already stays.
 */
export async function linkComplaint(tx: NetworkTx, keys: IntakeKeys, complaint: Complaint, { consumer, model }: Links): Promise<Complaint> {
  const { id: complaintId, memberId } = complaint;
  let linked = complaint;
  if (consumer && linked.consumerId === null) {
    const { consumerId } = await findOrCreateConsumer(tx, keys.personal, consumer, 'consumer.');
    linked = await tx.one(setConsumer, { complaintId, consumerId });
    await noteConsumerEvent(tx, keys.personal, { consumerId, memberId, purchaseId: null, kind: 'complaint', aboutId: complaintId, happenedOn: linked.receivedOn });
  }
  const { voucher, category, priceMinor, soldOn, currency, consumerId } = linked;
  if (linked.purchaseId !== null || voucher === null) return linked;
  if (category === null || priceMinor === null || soldOn === null) {
    await knownByVoucher(tx, { memberId, voucher, category, priceMinor, soldOn, consumerId });
    return linked;
  }
  const { purchase } = await findOrCreatePurchase(tx, keys.personal, {
    memberId, consumerId, category, model: model ?? category, priceMinor, invoicePriceMinor: null, currency, voucher, invoiceNumber: null, soldOn, invoicedOn: null,
    deliveredOn: null, channel: 'counter', outOfTown: false, serial: null, knownBy: 'complaint',
  });
  return tx.one(setPurchase, { complaintId, purchaseId: purchase.id, consumerId: consumerId ?? purchase.consumerId });
}
