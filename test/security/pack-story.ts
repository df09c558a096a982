import type { Mall } from '../support/mall.js';
import { todayOf } from './member-story.js';

/** Packs of a network: one that waits for a decision, and one that is in force. */
export interface PackStory {
  readonly proposedId: string;
  readonly approvedId: string;
}

/** The least that a table of goods may say. */
export const oneGoodsRow = {
  goods: [{ id: 'umbrella', source: 'house rules', mark: 'D', category: 'umbrella', zh: '雨伞', en: 'umbrella', packs: [], priceBasis: 'paid' }],
};

/** Two packs of the network's own, whose texts carry its mark. */
export async function packStory(mall: Mall, mark: string): Promise<PackStory> {
  const admin = await mall.as('OPERATOR_ADMINISTRATOR');
  const effectiveFrom = await todayOf(mall);
  const propose = async (code: string): Promise<string> => (await admin.act('proposePack', 'pack { id }', {
    kind: 'goods', code, nameZh: `${mark} 商品`, nameEn: `${mark} goods`, effectiveFrom, rules: oneGoodsRow, reason: `${mark} reason`,
  })).pack.id;
  const proposedId = await propose('open-goods');
  const approvedId = await propose('decided-goods');
  await (await mall.as('SUPERVISION')).act('decidePack', 'pack { id }', { packId: approvedId, approve: true, reason: `${mark} decision` });
  return { proposedId, approvedId };
}
