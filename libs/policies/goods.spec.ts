import { canonicalText, digestOf } from './canonical.js';
import { goodsKind } from './goods-kind.js';
import { shippedProblems } from './pack-kind.js';
import { shippedId } from './shipped-id.js';

const shipped = goodsKind.shipped[0]!;
const row = { id: 'umbrella', source: 'house rules', mark: 'D', category: 'umbrella', zh: '雨伞', en: 'umbrella', packs: ['general-goods'], priceBasis: 'paid' };
const problemsOf = (...goods: unknown[]) => (goodsKind.parse({ goods }).problems ?? []).map(({ path, row: id, code }) => [path, id, code]);

describe('The shipped table of goods', () => {
  it.each([
    ['goods', 1, 'fd803d7d64b273ca48d690305955829baeba86a20b5cef6e489e26c2121aad1d'],
  ])('%s %i is for ever what it was when it was released', (code, version, digest) => {
    const pack = goodsKind.shipped.find((one) => one.code === code && one.version === version)!;
    expect(digestOf(pack.rules)).toBe(digest);
  });

  it('is frozen version by version: each has its digest above', () => {
    expect(goodsKind.shipped.map(({ code, version }) => [code, version])).toEqual([['goods', 1]]);
  });

  it('has the same id for ever, by which decisions name it', () => {
    expect(shippedId('goods', 'goods', 1)).toBe('00000000-b5dc-8c95-818a-33051f046e4a');
  });

  it('reads back as what it is, and says of every row where it comes from', () => {
    expect(shippedProblems(goodsKind)).toEqual([]);
    expect(goodsKind.parse(JSON.parse(canonicalText(shipped.rules))).rules).toEqual(shipped.rules);
    expect(shipped.rules.goods.every(({ source, mark }) => source !== '' && ['S', '2', 'W', 'D'].includes(mark))).toBe(true);
  });

  it.each([
    ['leather_shoes', ['mall-apparel-and-footwear']],
    ['zhongshan_suit', ['mall-apparel-and-footwear']],
    ['tablet', ['brand-tablet']],
    ['desktop_computer', ['brand-desktop']],
    ['bicycle', ['national-three-guarantees', 'zhejiang-three-guarantees', 'consumer-regulation-2024']],
    ['car', ['household-cars']],
  ])('lets %s have %j and what all goods have, by the price of the invoice', (category, packs) => {
    expect(shipped.rules.goods.find((one) => one.category === category)).toMatchObject({
      packs: [...packs, 'mall-online-orders', 'consumer-law'], priceBasis: 'invoice',
    });
  });
});

describe('A table of goods', () => {
  it('is read where every row says all it must', () => {
    expect(goodsKind.parse({ goods: [row, { ...row, id: 'parasol', category: 'parasol', packs: [] }] }).problems).toBeUndefined();
  });

  it.each([
    ['a mark of nobody', { mark: 'X' }, 'goods.1.mark', 'ONE_OF'],
    ['no source', { source: ' ' }, 'goods.1.source', 'TEXT'],
    ['a price of neither kind', { priceBasis: 'list' }, 'goods.1.priceBasis', 'ONE_OF'],
    ['a category in capitals', { category: 'PARASOL' }, 'goods.1.category', 'WORD'],
    ['packs that are no list', { packs: 'general-goods' }, 'goods.1.packs', 'LIST'],
    ['a pack twice', { packs: ['a', 'b', 'a'] }, 'goods.1.packs.2', 'TWICE'],
    ['a pack of no name', { packs: ['a', ''] }, 'goods.1.packs.1', 'WORD'],
    ['a field that is none', { months: 3 }, 'goods.1.months', 'UNKNOWN_FIELD'],
    ['a name that is no text', { zh: 3 }, 'goods.1.zh', 'TEXT'],
  ])('with %s is refused by row and field', (_wrong, changed, path, code) => {
    expect(problemsOf(row, { ...row, id: 'parasol', category: 'parasol', ...changed })).toEqual([[path, 'parasol', code]]);
  });

  it('tells everything that is wrong, not the first fault only', () => {
    expect(problemsOf({ ...row, mark: 'X' }, row, { ...row, id: 'b', zh: '' }, 7)).toEqual([
      ['goods.0.mark', 'umbrella', 'ONE_OF'], ['goods.2.zh', 'b', 'TEXT'], ['goods.3', null, 'OBJECT'],
    ]);
  });

  it('has no two rows alike, and none of one category', () => {
    expect(problemsOf(row, row)).toEqual([['goods.1', 'umbrella', 'TWICE']]);
    expect(problemsOf(row, { ...row, id: 'other' })).toEqual([['goods.1.category', 'other', 'TWICE']]);
  });

  it('is an object of the sections it has', () => {
    expect(goodsKind.parse([]).problems).toMatchObject([{ path: '', code: 'OBJECT' }]);
    expect(goodsKind.parse({ goods: [], services: [] }).problems).toMatchObject([{ path: 'services', code: 'UNKNOWN_FIELD' }]);
    expect(goodsKind.parse({}).problems).toMatchObject([{ path: 'goods', code: 'LIST' }]);
    expect(goodsKind.parse(JSON.parse('{"goods":[],"__proto__":[]}')).problems).toMatchObject([{ path: '__proto__', code: 'UNKNOWN_FIELD' }]);
  });
});
