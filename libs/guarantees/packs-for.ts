import type { Tx } from '@app/database';
import type { Day } from '@app/kernel';
import { goodsCode, goodsKind, packInForce, packsInForce, usedPack, type PackInForce, type PackUsed, type PriceBasis } from '@app/policies';
import { guaranteeKind } from './guarantee-kind.js';
import type { GuaranteePack, GuaranteeRules } from './policy.js';
import { refuse } from './refusals.js';
import type { Category } from './vocabulary.js';

/** What goods are decided by, in the order in which it is read, and by what a decision names it: the table of goods before the packs. */
export interface PacksFor {
  readonly packs: readonly GuaranteePack[];
  readonly used: readonly PackUsed[];
}

/**
 * The packs of the network that apply to goods reported on a day in a province: those that its table of goods names, each in
 * its version of that day. One that is not in force yet says nothing; goods that are not in the table are refused, never guessed.
 */
export async function packsFor(tx: Tx, goods: Category, province: string | null, on: Day): Promise<PacksFor> {
  const table = await packInForce(tx, { kind: goodsKind, code: goodsCode, on });
  const row = table?.rules.goods.find(({ category }) => category === goods);
  if (!table || !row) throw refuse('GOODS_NOT_IN_TABLE', { goods, on }, 'goods');
  const found = new Map((await packsInForce(tx, { kind: guaranteeKind, codes: row.packs, on })).map((pack) => [pack.code, pack]));
  const inForce = row.packs.flatMap((code) => found.get(code) ?? []).filter(({ rules }) => rules.province === null || rules.province === province);
  return { packs: inForce.map((pack) => packOf(pack, row.priceBasis)), used: [table, ...inForce].map(usedPack) };
}

/** By the rules themselves, which are one object for each digest: so that all who decide by them share what is compiled of them. */
const made = new WeakMap<GuaranteeRules, Map<string, GuaranteePack>>();

/** A pack as the rule reads it. Where the table reckons by what was paid all its packs do; one that does so itself does so anyway. */
function packOf({ code, version, rules }: PackInForce<GuaranteeRules>, basis: PriceBasis): GuaranteePack {
  let known = made.get(rules);
  if (!known) made.set(rules, (known = new Map()));
  const name = `${code} ${version} ${basis}`;
  let pack = known.get(name);
  if (!pack) known.set(name, (pack = { ...rules, code, version, priceBasis: basis === 'paid' ? basis : rules.priceBasis }));
  return pack;
}
