import { shippedGoods } from './policy.js';
import type { GoodsRules } from './goods-rules.js';
import { priceBases } from './goods-rules.js';
import { codeShape, type PackKind, type RuleProblem } from './pack-kind.js';
import { oneOf, setOf, text, word } from './rule-fields.js';
import { rulesReader } from './rules-reader.js';

const categoryShape = /^[a-z][a-z0-9_]{0,59}$/;

/** The code of the one table of goods that a network has. */
export const goodsCode = 'goods';

/** Which guarantee packs apply to a category of goods, and what counts as its price. */
export const goodsKind: PackKind<GoodsRules> = {
  kind: 'goods',
  zh: '商品类别表',
  en: 'goods categories',
  parse: rulesReader<GoodsRules>(
    { goods: { category: word(categoryShape), zh: text(60), en: text(60), packs: setOf(word(codeShape), 20), priceBasis: oneOf(...priceBases) } },
    categoriesTwice,
  ),
  shipped: shippedGoods,
  refersTo: ({ goods }) => goods.flatMap(({ id, packs }, i) =>
    packs.map((code, j) => ({ kind: 'guarantee', code, path: `goods.${i}.packs.${j}`, row: id }))),
};

/** Two rows of one category would leave it open which of them is meant. */
function categoriesTwice({ goods }: GoodsRules): RuleProblem[] {
  const first = new Map<string, number>();
  return goods.flatMap(({ id, category }, i) => {
    if (!first.has(category)) {
      first.set(category, i);
      return [];
    }
    return [{ path: `goods.${i}.category`, row: id, code: 'TWICE', zh: '该类别在上面已有一行', en: 'has a row above' }];
  });
}
