import { day, money } from '@app/kernel';
import { goodsKind } from '@app/policies';
import { factsOf, type RemedyFacts, type Repair } from './facts.js';
import { inWords } from './in-words.js';
import { remedyFor } from './remedy.js';
import { guaranteePacks, shippedPack } from './shipped-packs.js';
import { goodsCategories, type Category } from './vocabulary.js';

type Given = Partial<RemedyFacts>;

const machine = factsOf({
  goods: 'washing_machine', price: money(300_000n, 'CNY'), paid: money(280_000n, 'CNY'), soldOn: day('2026-01-10'), invoicedOn: day('2026-01-10'),
  reportedOn: day('2026-04-20'), defect: 'performance_fault', part: 'whole', circumstances: [], repairs: [], exchanges: [], usable: false, likeModel: true,
});
const under = (codes: readonly string[], given: Given) => remedyFor(codes.map(shippedPack), { ...machine, ...given });
const inZhejiang = (given: Given) => inWords(under(['zhejiang-three-guarantees'], given));
const both = ['national-three-guarantees', 'zhejiang-three-guarantees'];
const repair = (from: string, to: string, given: Partial<Repair> = {}): Repair => ({
  receivedOn: day(from), returnedOn: day(to), hours: null, fault: 'performance_fault', part: 'other_part', component: null, replaced: false, late: [], ...given,
});
const twice = [repair('2026-02-01', '2026-02-03'), repair('2026-02-20', '2026-02-22')];
const mended = repair('2026-06-01', '2026-06-03');
const inFive = 'repair, in 5 days of report by 2026-04-25 (ZJ-5)';
const back = ['exchange (ZJ-35)', 'refund 3000.00 (ZJ-35)'];

const zhejiang: [string, string, Given, string[]][] = [
  ['ZJ-5', 'repair within 5 days', {}, [inFive]],
  ['ZJ-5', 'not without a fault', { defect: 'none' }, []],
  ['ZJ-5', 'a stand-in after 5 days', { repairs: [repair('2026-02-01', '2026-02-07')] }, [inFive, 'loaner, stand_in (ZJ-5)']],
  ['ZJ-5', 'not on the fifth', { repairs: [repair('2026-02-01', '2026-02-06')] }, [inFive]],
  ['ZJ-5', 'not out of the period', { reportedOn: day('2027-04-20'), repairs: [repair('2026-02-01', '2026-02-07')] }, []],
  ['ZJ-35', 'two repairs: exchange or refund', { repairs: twice }, [inFive, ...back]],
  ['ZJ-35', 'not after one', { repairs: [twice[0]!] }, [inFive]],
  ['ZJ-35', 'more than 35 days in all', { repairs: [repair('2026-02-01', '2026-03-09')] }, [inFive, back[0]!, back[1]!, 'loaner, stand_in (ZJ-5)']],
  ['ZJ-35', 'not on the 35th', { repairs: [repair('2026-02-01', '2026-03-08')] }, [inFive, 'loaner, stand_in (ZJ-5)']],
  ['ZJ-35', 'not out of the period', { reportedOn: day('2027-04-20'), repairs: twice }, []],
  ['ZJ-RESET', 'a part that was repaired starts anew', { reportedOn: day('2027-04-20'), part: 'other_part', repairs: [mended] }, ['repair, in 5 days of report by 2027-04-25 (ZJ-5)']],
  ['ZJ-RESET', 'not another part, which is extended by the two days', { reportedOn: day('2027-01-12'), part: 'peripheral', repairs: [mended] }, ['repair, in 5 days of report by 2027-01-17 (ZJ-5)']],
  ['ZJ-RESET', 'and no longer', { reportedOn: day('2027-01-13'), part: 'peripheral', repairs: [mended] }, []],
];

describe('Zhejiang', () => {
  it.each(zhejiang)('%s %s', (_rule, _case, given, expected) => expect(inZhejiang(given).filter((line) => !line.startsWith('not covered'))).toEqual(expected));

  const due: [string, Given][] = [
    ['N-15', { reportedOn: day('2026-01-25') }],
    ['N-90', { repairs: [repair('2026-01-12', '2026-04-13', { late: [{ by: 'parts_missing', days: 60 }] })] }],
    ['N-30', { repairs: [repair('2026-01-12', '2026-02-12', { late: [{ by: 'repairer', days: 30 }] })] }],
    ['N-2R', { repairs: twice }],
  ];
  it.each(due)('ZJ-RET refunds without wear what is due by %s', (rule, given) => {
    // As if Zhejiang said nothing of repairs by itself.
    const only = { ...shippedPack('zhejiang-three-guarantees'), rows: shippedPack('zhejiang-three-guarantees').rows.filter(({ id }) => id === 'ZJ-RET') };
    const decision = remedyFor([shippedPack('national-three-guarantees'), only], { ...machine, ...given });
    expect(decision.options.find(({ remedy }) => remedy === 'refund')).toMatchObject({ rules: ['ZJ-RET'], refund: machine.price });
    expect(decision.conflicts).toContainEqual(expect.objectContaining({ remedy: 'refund', other: expect.objectContaining({ rules: ['N-RETb'] }) }));
    expect(decision.options.find(({ remedy }) => remedy === 'exchange')!.rules).toContain(rule);
  });

  it('ZJ-RET refunds nothing where no exchange is due', () => {
    expect(under(both, {}).options.map(({ remedy }) => remedy)).toEqual(['repair']);
  });

  it('is better than the nation for the consumer, and the difference is listed', () => {
    const { options, conflicts } = under(both, { repairs: twice });
    expect(options.find(({ remedy }) => remedy === 'refund')).toMatchObject({ pack: 'zhejiang-three-guarantees', rules: ['ZJ-35', 'ZJ-RET'] });
    expect(conflicts).toEqual([
      {
        remedy: 'repair', better: { pack: both[1], rules: ['ZJ-5'], says: inFive },
        other: { pack: both[0], rules: ['N-START'], says: 'repair, by repairer (N-START)' },
      },
      {
        remedy: 'refund', better: { pack: both[1], rules: ['ZJ-35', 'ZJ-RET'], says: 'refund 3000.00 (ZJ-35, ZJ-RET)' },
        other: { pack: both[0], rules: ['N-RETb'], says: 'refund 2856.00, fee 144.00, by seller (N-RETb)' },
      },
    ]);
  });

  it('lists an exclusion that it knows nothing of', () => {
    const { conflicts } = under(both, { repairs: twice, circumstances: ['misuse'] });
    expect(conflicts).toContainEqual(expect.objectContaining({ remedy: 'refund', other: { pack: both[0], rules: ['N-17'], says: 'no refund' } }));
  });
});

describe('the regulation of 2024', () => {
  const regulated = (given: Given) => under(['national-three-guarantees', 'consumer-regulation-2024'], given);
  it.each([
    ['N-7', { reportedOn: day('2026-01-17') }, '2026-01-17'], ['N-RETa', { repairs: twice, likeModel: false }, '2026-04-20'],
  ] as const)('REG-PAID refunds at once what was really paid, where it is due by %s', (_rule, given, on) => {
    expect(regulated({ ...given, paid: money(310_000n, 'CNY') }).options.find(({ remedy }) => remedy === 'refund'))
      .toMatchObject({ rules: ['REG-PAID'], refund: money(310_000n, 'CNY'), within: { n: 0, unit: 'days', dueOn: on } });
  });
  it('REG-PAID gives nothing where no refund is due, and asks what was paid where it is not known', () => {
    expect(regulated({ paid: null }).options.map(({ remedy }) => remedy)).toEqual(['repair']);
    expect(regulated({ paid: null, reportedOn: day('2026-01-17') }).missing).toEqual([{ fact: 'paid', rules: ['REG-PAID'] }]);
  });
  const late: Given = { reportedOn: day('2027-04-20'), part: 'other_part' };
  it.each<[string, Given, string[]]>([
    ['gives repair in the period', {}, ['repair']],
    ['gives no repair without a fault', { defect: 'none' }, []],
    ['starts anew with a replacement', { ...late, repairs: [{ ...mended, replaced: true }] }, ['repair']],
    ['does not start anew with a repair', { ...late, repairs: [mended] }, []],
    ['does not count the two days in repair', { reportedOn: day('2027-01-12'), repairs: [mended] }, ['repair']],
    ['counts the day after them', { reportedOn: day('2027-01-13'), repairs: [mended] }, []],
  ])('REG-PERIOD %s', (_case, given, remedies) => {
    expect(under(['consumer-regulation-2024'], given).options.map(({ remedy }) => remedy)).toEqual(remedies);
  });
});

const first = {
  'mall-apparel-and-footwear': '2000-01-01', 'brand-tablet': '2000-01-01', 'brand-desktop': '2000-01-01', 'general-goods': '2000-01-01',
  'uniform-tailoring': '2000-01-01', 'plumbing-and-wiring': '2000-01-01', 'supplied-equipment': '2000-01-01', heaters: '2000-01-01', project: '2000-01-01',
  'seven-and-fifteen-days': '2000-01-01', 'five-guarantees': '2000-01-01', 'national-three-guarantees': '1995-08-25', 'zhejiang-three-guarantees': '2017-05-01',
  'consumer-regulation-2024': '2024-07-01', 'household-cars': '2022-01-01', 'mall-online-orders': '2000-01-01', 'consumer-law': '2014-03-15',
} as const;

describe('a pack', () => {
  it.each(Object.entries(first))('%s is in force from %s', (code, from) => expect(shippedPack(code).effectiveFrom).toBe(from));

  it('of a province holds there alone', () => {
    expect(guaranteePacks.filter(({ province }) => province !== null).map(({ code, province }) => [code, province])).toEqual([['zhejiang-three-guarantees', 'CN-ZJ']]);
  });

  it('is named in the table of goods for every category whose rules it has, and for no other', () => {
    expect(guaranteePacks.map(({ code }) => code)).toEqual(Object.keys(first));
    const table = goodsKind.shipped[0]!.rules.goods;
    expect(table.map(({ category }) => category).sort()).toEqual([...goodsCategories].sort());
    for (const { category, packs } of table) {
      const about = guaranteePacks.filter((pack) => pack.goods === 'all' || pack.goods.includes(category as Category)).map(({ code }) => code);
      expect([category, packs]).toEqual([category, about]);
    }
  });
});
