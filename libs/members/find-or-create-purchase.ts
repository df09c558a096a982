import type { NetworkTx } from '@app/database';
import { newId, refuseKernel } from '@app/kernel';
import { readConsumerRow } from './consumer.sql.js';
import { letMemberSee } from './keep-person.js';
import { readMembers } from './member.sql.js';
import type { PersonalKeys } from './personal-keys.js';
import { purchaseRows } from './purchase-rows.js';
import { insertPurchases, lockByVoucher, readPurchases, setBuyer, type Purchase } from './purchase.sql.js';
import { refuse } from './refusals.js';
import { saleProblem } from './sale-facts.js';

type SaidOrNot = 'salesperson' | 'knownBy';

/** Who sold may be absent, and how it is known: then by the sale. */
export type GivenPurchase = Omit<Purchase, 'id' | SaidOrNot> & Partial<Pick<Purchase, SaidOrNot>>;

export interface FoundPurchase {
  readonly purchase: Purchase;
  readonly created: boolean;
}

/**
 * Finds what the shop sold by this voucher, or records it. A voucher that says another price or day of sale is refused, as
 * is one that is another consumer's; whose it is, is added where it was not known. The shop then sees that consumer, masked.
 */
export async function findOrCreatePurchase(tx: NetworkTx, keys: PersonalKeys, given: GivenPurchase): Promise<FoundPurchase> {
  const shop = await tx.maybe(readMembers, { memberIds: [given.memberId] });
  if (!shop) throw refuseKernel('NOT_FOUND', {}, 'memberId');
  if (shop.kind !== 'shop') throw refuse('SELLER_NOT_A_SHOP', {}, 'memberId');
  const problem = saleProblem(given, tx.caller.today);
  if (problem) throw refuse(problem.code, {}, problem.field);
  const consumerId = given.consumerId && (await standing(tx, given.consumerId));
  const found = (await byVoucher(tx, given, consumerId)) ?? (await added(tx, { ...given, consumerId }))
    // Another has just recorded the same voucher; the insert waited for it to commit.
    ?? (await byVoucher(tx, given, consumerId));
  if (!found) throw new Error('A purchase could neither be kept nor be found.');
  if (consumerId) await letMemberSee(tx, keys, consumerId, given.memberId);
  tx.touch(found.purchase.id);
  return found;
}

async function standing(tx: NetworkTx, consumerId: string): Promise<string> {
  const consumer = await tx.maybe(readConsumerRow, { consumerId });
  if (!consumer) throw refuseKernel('NOT_FOUND', {}, 'consumerId');
  if (consumer.erasedOn) throw refuse('CONSUMER_ERASED', { erasedOn: consumer.erasedOn }, 'consumerId');
  return consumer.survivorId ?? consumerId;
}

async function byVoucher(tx: NetworkTx, { memberId, voucher, priceMinor, soldOn }: GivenPurchase, consumerId: string | null): Promise<FoundPurchase | null> {
  const known = voucher === null ? null : await tx.maybe(lockByVoucher, { memberId, voucher });
  if (!known) return null;
  if (known.priceMinor !== priceMinor) throw refuse('VOUCHER_DIFFERS', {}, 'price');
  if (known.soldOn !== soldOn) throw refuse('VOUCHER_DIFFERS', {}, 'soldOn');
  if (consumerId && known.consumerId && (await standing(tx, known.consumerId)) !== consumerId) throw refuse('VOUCHER_OF_ANOTHER', {}, 'consumerId');
  if (consumerId && !known.consumerId) await tx.run(setBuyer, { purchaseId: known.id, consumerId });
  return { purchase: { ...known, consumerId: known.consumerId ?? consumerId }, created: false };
}

async function added(tx: NetworkTx, given: GivenPurchase): Promise<FoundPurchase | null> {
  const id = newId();
  const [row] = await tx.many(insertPurchases, { rows: purchaseRows([{ salesperson: null, knownBy: 'sale', ...given, id }]), recordedBy: tx.caller.personId ?? tx.caller.apiKeyId });
  if (!row) return null;
  tx.emit({ type: 'purchase.recorded', aggregateId: id, payload: { memberId: given.memberId } });
  return { purchase: await tx.one(readPurchases, { purchaseIds: [id] }), created: true };
}
