import { statement } from '@app/database';
import type { Day } from '@app/kernel';

/** How goods were sold. */
export const salesChannels = ['counter', 'exhibition', 'online', 'phone', 'door_to_door', 'group'] as const;
export type SalesChannel = (typeof salesChannels)[number];

/** What a shop sold, to a consumer who is known or not. */
export interface Purchase {
  readonly id: string;
  readonly memberId: string;
  readonly consumerId: string | null;
  readonly category: string;
  readonly model: string;
  readonly priceMinor: bigint;
  readonly invoicePriceMinor: bigint | null;
  readonly currency: string;
  readonly voucher: string | null;
  readonly invoiceNumber: string | null;
  readonly soldOn: Day;
  readonly invoicedOn: Day | null;
  readonly deliveredOn: Day | null;
  readonly channel: SalesChannel;
  readonly outOfTown: boolean;
  readonly serial: string | null;
  /** Who sold, by the shop's own staff number. */
  readonly salesperson: string | null;
  /** A complaint, where nobody would have told of the sale otherwise. */
  readonly knownBy: 'sale' | 'complaint';
}

const columns = `id, member_id, consumer_id, category, model, price_minor, invoice_price_minor, currency, voucher, invoice_number,
  sold_on, invoiced_on, delivered_on, channel, out_of_town, serial, salesperson, known_by`;

/**
 * Adds many at once, as JSON text of a list; one whose voucher the shop has already (voucher_once_per_shop) is left out and
 * not answered. Waits for a concurrent twin to end.
 */
export const insertPurchases = statement<{ rows: string; recordedBy: string | null }, { id: string }>('members.insert-purchases', `
  INSERT INTO purchase (network_id, recorded_by, ${columns})
  SELECT $network, $recordedBy::uuid, r.id, r.member_id, r.consumer_id, r.category, r.model, r.price_minor, r.invoice_price_minor, r.currency, r.voucher,
    r.invoice_number, r.sold_on, r.invoiced_on, r.delivered_on, r.channel, r.out_of_town, r.serial, r.salesperson, r.known_by
  FROM jsonb_to_recordset($rows::jsonb) AS r (id uuid, member_id uuid, consumer_id uuid, category text, model text, price_minor bigint,
    invoice_price_minor bigint, currency char(3), voucher text, invoice_number text, sold_on date, invoiced_on date, delivered_on date, channel text,
    out_of_town boolean, serial text, salesperson text, known_by text)
  ON CONFLICT ON CONSTRAINT voucher_once_per_shop DO NOTHING
  RETURNING id
`);

/** Locks what a shop sold by a voucher, by voucher_once_per_shop: whose it is may be added. */
export const lockByVoucher = statement<{ memberId: string; voucher: string }, Purchase>('members.lock-purchase-by-voucher', `
  SELECT ${columns} FROM purchase WHERE network_id = $network AND member_id = $memberId AND voucher = $voucher FOR NO KEY UPDATE
`);

/** The row that lockByVoucher holds. */
export const setBuyer = statement<{ purchaseId: string; consumerId: string }>('members.set-buyer', `
  UPDATE purchase SET consumer_id = $consumerId WHERE network_id = $network AND id = $purchaseId AND consumer_id IS NULL
`);

/** Which of these vouchers a shop has already, by voucher_once_per_shop; locks nothing. */
export const knownVouchers = statement<{ memberId: string; vouchers: readonly string[] }, { voucher: string }>('members.known-vouchers', `
  SELECT voucher FROM purchase WHERE network_id = $network AND member_id = $memberId AND voucher = ANY($vouchers::text[])
`);

/** By primary key, many at once, for the loaders; locks nothing. */
export const readPurchases = statement<{ purchaseIds: readonly string[] }, Purchase>('members.read-purchases', `
  SELECT ${columns} FROM purchase WHERE network_id = $network AND id = ANY($purchaseIds::uuid[])
`);

/** A page in id order by the primary key, or by purchase_by_member for one shop; locks nothing. */
export const listPurchases = statement<
  { memberId: string | null; serial: string | null; after: string | null; count: number }, Purchase
>('members.list-purchases', `
  SELECT ${columns} FROM purchase
  WHERE network_id = $network AND ($memberId::uuid IS NULL OR member_id = $memberId) AND ($serial::text IS NULL OR serial = $serial)
    AND id > coalesce($after::uuid, '00000000-0000-0000-0000-000000000000')
  ORDER BY id LIMIT $count
`);

/** What these consumers bought, and those merged into them, by purchase_by_consumer; locks nothing. */
export const listBought = statement<{ consumerIds: readonly string[] }, Purchase & { boughtBy: string }>('members.list-bought', `
  SELECT g.who AS bought_by, p.id, p.member_id, p.consumer_id, p.category, p.model, p.price_minor, p.invoice_price_minor, p.currency, p.voucher,
    p.invoice_number, p.sold_on, p.invoiced_on, p.delivered_on, p.channel, p.out_of_town, p.serial, p.salesperson, p.known_by
  FROM (SELECT d.id AS who, d.id FROM unnest($consumerIds::uuid[]) AS d (id)
        UNION SELECT c.survivor_id, c.id FROM consumer c WHERE c.network_id = $network AND c.survivor_id = ANY($consumerIds::uuid[])) AS g
  JOIN purchase p ON p.network_id = $network AND p.consumer_id = g.id
  ORDER BY g.who, p.sold_on, p.id
`);
