import { canonicalText, digestOf, shippedProblems } from '@app/policies';
import { guaranteeKind } from './guarantee-kind.js';

const rulesOf = (code: string) => guaranteeKind.shipped.find((pack) => pack.code === code)!.rules;

type Json = Record<string, unknown>;

/** The mall's pack as JSON, with one thing changed in its row TG-A4 E. */
function changed(section: 'rows' | 'periods' | 'rates', change: Json): Json {
  const rules = JSON.parse(canonicalText(rulesOf(section === 'rates' ? 'national-three-guarantees' : 'mall-apparel-and-footwear'))) as Record<string, Json[]>;
  const i = section === 'rows' ? rules.rows!.findIndex(({ id }) => id === 'TG-A4 E') : 0;
  rules[section]![i] = JSON.parse(JSON.stringify({ ...rules[section]![i], ...change })) as Json;
  return rules;
}

describe('A shipped guarantee pack', () => {
  // A released version is never changed: a change is the next version.
  const released = [
    ['mall-apparel-and-footwear', 'ca9f8f1cf9b4cda07856912df715b54f2b16368d201bc5494fbdfb160732dd6e'],
    ['brand-tablet', 'd9a0ecf8922b34b9ff0c3ef9b2135eb9994685cfee9d5adcf9d187a615f4a006'],
    ['brand-desktop', 'c94cb99f432c06d3367a49563c4499607ecabc81d164c5d715b0180c714f0ecc'],
    ['general-goods', '3bd6b64fb5269df0be92e7cf13d76be14ace9858dd9fe01ea226160208043023'],
    ['uniform-tailoring', '910ad20fcc929961f1095155d822cbb5ce71800587f1c5749662582076500c3b'],
    ['plumbing-and-wiring', '37c0ca6b1003f65882545eeb326eb831f5602936e7943797c93b8201cb62033c'],
    ['supplied-equipment', '23266778fcb34a503993c440d78f4065b180eaeffde871905139c7b5d583aa95'],
    ['heaters', '5b42d26db7f608f67966672efdf96d55f8cdf37fad91aa9d19b07f26135a78ab'],
    ['project', '8794b8d7c5912ba3fe9d5561dc73d541f971aa26bf6c905384a91cddbdd4e9ee'],
    ['seven-and-fifteen-days', 'a54f141c9743219963443c897f8fbdc6a287125e3edd9b286388fa924005890a'],
    ['five-guarantees', '2a623a9fffdc8ce85f1817841b4f32d0b82231321e03a3a3174d68cabec81234'],
    ['national-three-guarantees', '84dc11192b7e89fac1264dc054b33e2b1a733b9578062d62cde4f4ebb6cb60be'],
    ['zhejiang-three-guarantees', '3263915a11d5a354c52cefc0c4face4521d41b8ee47270590161dc9eba519aa1'],
    ['consumer-regulation-2024', 'be4fb23a4f1f3406c71b05930a513a25ff24ed23bb985dd1894b99e1bab6eed8'],
    ['household-cars', 'c136717a92e2bf86039ff6d3fec2e3fd6149ad357249bb92368269447d45c7a7'],
    ['mall-online-orders', 'e82a5078b62f0b1954b9b60cd36ccb04076b27cfd30b9b74e69bcaf398cb52a1'],
    ['consumer-law', '9bf3145509de4cf63e6e04e38df069001c96550c2f3b36ff09a2f60602437b2d'],
  ];

  it.each(released)('%s is for ever what it was when it was released', (code, digest) => expect(digestOf(rulesOf(code))).toBe(digest));

  it('is frozen version by version: each has its digest above', () => {
    expect(guaranteeKind.shipped.map(({ code, version }) => [code, version])).toEqual(released.map(([code]) => [code, 1]));
  });
});

describe('A pack', () => {
  it.each(guaranteeKind.shipped)('$code reads back from JSON as it was written', ({ rules }) => {
    expect(guaranteeKind.parse(JSON.parse(canonicalText(rules)))).toEqual({ rules: JSON.parse(JSON.stringify(rules)) });
    expect(shippedProblems(guaranteeKind)).toEqual([]);
  });

  it.each<[string, 'rows' | 'periods' | 'rates', Json, string, string]>([
    ['a row without source', 'rows', { source: '' }, 'rows.18.source', 'TEXT'],
    ['a row of an unknown mark', 'rows', { mark: 'X' }, 'rows.18.mark', 'ONE_OF'],
    ['unknown goods', 'rows', { goods: ['hats'] }, 'rows.18.goods.0', 'ONE_OF'],
    ['goods named twice', 'rows', { goods: ['suit', 'suit'] }, 'rows.18.goods.1', 'TWICE'],
    ['a condition of its own', 'rows', { when: { moon: 'full' } }, 'rows.18.when.moon', 'UNKNOWN_FIELD'],
    ['a condition deep within', 'rows', { when: { anyOf: [{ within: [{ n: 1.5, unit: 'days' }] }] } }, 'rows.18.when.anyOf.0.within.0.n', 'WHOLE'],
    ['an unknown defect', 'rows', { when: { defect: ['ugly'] } }, 'rows.18.when.defect.0', 'ONE_OF'],
    ['no repair at least', 'rows', { when: { repairs: { atLeast: 0 } } }, 'rows.18.when.repairs.atLeast', 'WHOLE'],
    ['a price that is a number', 'rows', { when: { priceAtLeast: 210 } }, 'rows.18.when.priceAtLeast', 'AMOUNT'],
    ['a flag that is text', 'rows', { when: { is: { card: 'yes' } } }, 'rows.18.when.is.card', 'FLAG'],
    ['an otherwise that is not', 'rows', { when: { otherwise: false } }, 'rows.18.when.otherwise', 'FLAG'],
    ['alternatives within alternatives without end', 'rows', { when: JSON.parse('{"anyOf":['.repeat(5) + '{}' + ']}'.repeat(5)) as Json }, 'rows.18.when.anyOf.0.anyOf.0.anyOf.0.anyOf', 'DEPTH'],
    ['a period that it does not have', 'rows', { when: { anyOf: [{ inPeriod: 'eternity' }] } }, 'rows.18.when', 'NO_SUCH_PERIOD'],
    ['nothing given and nothing denied', 'rows', { gives: undefined }, 'rows.18', 'GIVES_OR_DENIES'],
    ['a remedy and a right at once', 'rows', { gives: [{ remedy: 'repair', right: 'loss' }] }, 'rows.18.gives.0', 'ONE_GIFT'],
    ['an unknown remedy', 'rows', { gives: [{ remedy: 'apology' }] }, 'rows.18.gives.0.remedy', 'ONE_OF'],
    ['a rate that is a float', 'rows', { gives: [{ remedy: 'refund', fee: { rule: 'X', by: { daily: 0.005 } } }] }, 'rows.18.gives.0.fee.by.daily', 'RATE'],
    ['a rate above one', 'rows', { gives: [{ remedy: 'refund', fee: { rule: 'X', by: { daily: '2' } } }] }, 'rows.18.gives.0.fee.by.daily', 'RATE'],
    ['a rate in a second spelling', 'rows', { gives: [{ remedy: 'refund', fee: { rule: 'X', by: { daily: '0.0050' } } }] }, 'rows.18.gives.0.fee.by.daily', 'RATE'],
    ['a fee by nothing', 'rows', { gives: [{ remedy: 'refund', fee: { rule: 'X', by: {} } }] }, 'rows.18.gives.0.fee.by.makersRateAtMost', 'RATE'],
    ['a deadline in kilometres', 'rows', { gives: [{ remedy: 'repair', within: { n: 1, unit: 'km', from: 'report' } }] }, 'rows.18.gives.0.within.unit', 'ONE_OF'],
    ['a period without length', 'periods', { lasts: {} }, 'periods.0.lasts', 'EMPTY'],
    ['a period from nowhere', 'periods', { from: [] }, 'periods.0.from', 'LIST'],
    ['a rate row without goods', 'rates', { goods: undefined }, 'rates.0.goods', 'LIST'],
  ])('with %s is told where and why', (_wrong, section, change, path, code) => {
    const { problems } = guaranteeKind.parse(changed(section, change));
    const row = { rows: 'TG-A4 E', periods: 'TG-A2', rates: 'N-RETb' }[section];
    expect(problems).toEqual([expect.objectContaining({ path, code, row, zh: expect.stringMatching(/\S/), en: expect.stringMatching(/\S/) })]);
  });

  it.each([null, 7, 'x', [], {}])('that is no pack at all is refused: %p', (given) => {
    expect(guaranteeKind.parse(given).problems?.length).toBeGreaterThan(0);
  });
});
