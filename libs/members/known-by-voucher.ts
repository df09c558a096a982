import type { NetworkTx } from '@app/database';
import { formatAmount, money } from '@app/kernel';
import { shippedHeads, type GoodsRules } from '@app/policies';
import { lockByVoucher, type Purchase } from './purchase.sql.js';
import { refuse } from './refusals.js';
import { standingConsumer } from './standing-consumer.js';

/** What is said of a sale beside its voucher: null is not known yet. */
export type SaidOfSale = Pick<Purchase, 'memberId' | 'voucher' | 'consumerId'> & { readonly [Name in 'category' | 'priceMinor' | 'soldOn']: Purchase[Name] | null };

/**
 * Finds what the shop sold by this voucher, locked. Where it says another category, price or day than is said, the refusal
 * names each with what is on record; another consumer's is refused without a word about them.
 */
export async function knownByVoucher(tx: NetworkTx, said: SaidOfSale): Promise<Purchase | null> {
  const { memberId, voucher, consumerId } = said;
  const known = voucher === null ? null : await tx.maybe(lockByVoucher, { memberId, voucher });
  if (!known) return null;
  const differs = whatDiffers(said, known);
  const [field] = Object.keys(differs);
  if (field) throw refuse('VOUCHER_DIFFERS', { fields: Object.keys(differs).join(', '), ...differs }, field);
  if (consumerId && known.consumerId && (await standingConsumer(tx, known.consumerId)) !== (await standingConsumer(tx, consumerId))) {
    throw refuse('VOUCHER_OF_ANOTHER', {}, 'voucher');
  }
  return known;
}

function whatDiffers({ category, priceMinor, soldOn }: SaidOfSale, known: Purchase): Record<string, string> {
  return {
    ...(priceMinor !== null && priceMinor !== known.priceMinor && { price: `${formatAmount(money(known.priceMinor, known.currency))} ${known.currency}` }),
    ...(soldOn !== null && soldOn !== known.soldOn && { soldOn: known.soldOn }),
    ...(category !== null && category !== known.category && isWord(category) && isWord(known.category) && { category: known.category }),
  };
}

/** A till may have categories of its own, and those say nothing against one that is shipped. */
const isWord = (category: string): boolean =>
  shippedHeads('goods').some(({ pack }) => (pack.rules as GoodsRules).goods.some((row) => row.category === category));
