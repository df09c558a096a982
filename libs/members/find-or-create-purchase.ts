import type { NetworkTx } from '@app/database';
import { newId, refuseKernel } from '@app/kernel';
import { letMemberSee } from './keep-person.js';
import { knownByVoucher } from './known-by-voucher.js';
import { readMembers } from './member.sql.js';
import type { PersonalKeys } from './personal-keys.js';
import { purchaseRows } from './purchase-rows.js';
import { insertPurchases, readPurchases, setBuyer, type Purchase } from './purchase.sql.js';
import { refuse } from './refusals.js';
import { saleProblem } from './sale-facts.js';
import { standingConsumer } from './standing-consumer.js';

type SaidOrNot = 'salesperson' | 'knownBy';

/** Who sold may be absent, and how it is known: then by the sale. */
export type GivenPurchase = Omit<Purchase, 'id' | SaidOrNot> & Partial<Pick<Purchase, SaidOrNot>>;

export interface FoundPurchase {
  readonly purchase: Purchase;
  readonly created: boolean;
}

/**
 * Finds what the shop sold by this voucher, or records it. A voucher that says something else is refused (knownByVoucher);
 * whose it is, is added where it was not known. The shop then sees that consumer, masked.
 */
export async function findOrCreatePurchase(tx: NetworkTx, keys: PersonalKeys, given: GivenPurchase): Promise<FoundPurchase> {
  const shop = await tx.maybe(readMembers, { memberIds: [given.memberId] });
  if (!shop) throw refuseKernel('NOT_FOUND', {}, 'memberId');
  if (shop.kind !== 'shop') throw refuse('SELLER_NOT_A_SHOP', {}, 'memberId');
  const problem = saleProblem(given, tx.caller.today);
  if (problem) throw refuse(problem.code, {}, problem.field);
  const consumerId = given.consumerId && (await standingConsumer(tx, given.consumerId));
  const sale = { ...given, consumerId };
  const found = (await byVoucher(tx, sale)) ?? (await added(tx, sale))
    // Another has just recorded the same voucher; the insert waited for it to commit.
    ?? (await byVoucher(tx, sale));
  if (!found) throw new Error('A purchase could neither be kept nor be found.');
  if (consumerId) await letMemberSee(tx, keys, consumerId, given.memberId);
  tx.touch(found.purchase.id);
  return found;
}

async function byVoucher(tx: NetworkTx, given: GivenPurchase): Promise<FoundPurchase | null> {
  const known = await knownByVoucher(tx, given);
  if (!known) return null;
  const { consumerId } = given;
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
