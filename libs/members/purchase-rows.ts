import type { Purchase } from './purchase.sql.js';

/** Purchases as the statement that adds them takes them. */
export const purchaseRows = (purchases: readonly Purchase[]): string => JSON.stringify(purchases.map((one) => ({
  id: one.id, member_id: one.memberId, consumer_id: one.consumerId, category: one.category, model: one.model,
  price_minor: one.priceMinor.toString(), invoice_price_minor: one.invoicePriceMinor?.toString() ?? null, currency: one.currency,
  voucher: one.voucher, invoice_number: one.invoiceNumber, sold_on: one.soldOn, invoiced_on: one.invoicedOn, delivered_on: one.deliveredOn,
  channel: one.channel, out_of_town: one.outOfTown, serial: one.serial, salesperson: one.salesperson, known_by: one.knownBy,
})));
