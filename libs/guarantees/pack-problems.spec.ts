import { parseGuaranteePack, rulesOf } from './parse-pack.js';
import { guaranteePacks, shippedPack } from './shipped-packs.js';

type Json = Record<string, unknown>;

/** The mall's pack as JSON, with one thing changed in its row TG-A4 E. */
function changed(section: 'rows' | 'periods' | 'rates', change: Json): Json {
  const rules = JSON.parse(JSON.stringify(rulesOf(shippedPack(section === 'rates' ? 'national-three-guarantees' : 'mall-apparel-and-footwear')))) as Record<string, Json[]>;
  const i = section === 'rows' ? rules.rows!.findIndex(({ id }) => id === 'TG-A4 E') : 0;
  rules[section]![i] = JSON.parse(JSON.stringify({ ...rules[section]![i], ...change })) as Json;
  return rules;
}

describe('A pack', () => {
  it.each(guaranteePacks)('$code reads back from JSON as it was written', (pack) => {
    const rules = rulesOf(pack);
    expect(parseGuaranteePack(JSON.parse(JSON.stringify(rules)))).toEqual({ rules });
  });

  it.each<[string, 'rows' | 'periods' | 'rates', Json, string, string]>([
    ['a row without source', 'rows', { source: '' }, 'rows.18.source', 'TEXT'],
    ['a row of an unknown mark', 'rows', { mark: 'X' }, 'rows.18.mark', 'ONE_OF'],
    ['unknown goods', 'rows', { goods: ['hats'] }, 'rows.18.goods.0', 'ONE_OF'],
    ['goods named twice', 'rows', { goods: ['suit', 'suit'] }, 'rows.18.goods', 'TWICE'],
    ['a condition of its own', 'rows', { when: { moon: 'full' } }, 'rows.18.when.moon', 'UNKNOWN_FIELD'],
    ['a condition deep within', 'rows', { when: { anyOf: [{ within: [{ n: 1.5, unit: 'days' }] }] } }, 'rows.18.when.anyOf.0.within.0.n', 'WHOLE'],
    ['an unknown defect', 'rows', { when: { defect: ['ugly'] } }, 'rows.18.when.defect.0', 'ONE_OF'],
    ['no repair at least', 'rows', { when: { repairs: { atLeast: 0 } } }, 'rows.18.when.repairs.atLeast', 'WHOLE'],
    ['a price that is a number', 'rows', { when: { priceAtLeast: 210 } }, 'rows.18.when.priceAtLeast', 'AMOUNT'],
    ['a flag that is text', 'rows', { when: { is: { card: 'yes' } } }, 'rows.18.when.is.card', 'FLAG'],
    ['an otherwise that is not', 'rows', { when: { otherwise: false } }, 'rows.18.when.otherwise', 'FLAG'],
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
    const { problems } = parseGuaranteePack(changed(section, change));
    const row = { rows: 'TG-A4 E', periods: 'TG-A2', rates: 'N-RETb' }[section];
    expect(problems).toEqual([expect.objectContaining({ path, code, row, zh: expect.stringMatching(/\S/), en: expect.stringMatching(/\S/) })]);
  });

  it.each([null, 7, 'x', [], {}])('that is no pack at all is refused: %p', (given) => {
    expect(parseGuaranteePack(given).problems?.length).toBeGreaterThan(0);
  });
});
