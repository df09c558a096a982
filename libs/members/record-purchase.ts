import type { Database, Done, Once } from '@app/database';
import type { Caller, Money } from '@app/kernel';
import { findOrCreateConsumer } from './find-or-create-consumer.js';
import { findOrCreatePurchase, type FoundPurchase, type GivenPurchase } from './find-or-create-purchase.js';
import type { GivenPerson } from './personal-fields.js';
import type { PersonalKeys } from './personal-keys.js';

export interface RecordPurchase extends Once, Omit<GivenPurchase, 'priceMinor' | 'invoicePriceMinor' | 'currency' | 'knownBy'> {
  readonly price: Money;
  readonly invoicePrice: Money | null;
  /** Who bought, where no consumer is named by id; null where nobody is known. */
  readonly person: GivenPerson | null;
}

/** Records what a shop sold, with its buyer where one is known; a voucher that is known already is that purchase. */
export function recordPurchase(database: Database, caller: Caller, input: RecordPurchase, keys: PersonalKeys): Promise<Done<FoundPurchase>> {
  return database.writeOnce(caller, 'purchase.record', input, async (tx, { price, invoicePrice, person, ...facts }) => {
    const consumerId = facts.consumerId ?? (person ? (await findOrCreateConsumer(tx, keys, person, 'person.')).consumerId : null);
    return findOrCreatePurchase(tx, keys, {
      ...facts, consumerId, priceMinor: price.minor, invoicePriceMinor: invoicePrice?.minor ?? null, currency: price.currency,
    });
  });
}
