import { addDays, day, daysBetween, maxMinor, money, plus } from '@app/kernel';
import fc from 'fast-check';
import { factsOf, type RemedyFacts, type Repair } from './facts.js';
import { remedyFor } from './remedy.js';
import { guaranteePacks } from './shipped-packs.js';
import { circumstances, channels, defects, flags, goodsCategories, parts, type Flag, type Remedy } from './vocabulary.js';

const soldOn = day('2024-08-01');
const within = (most: number) => fc.nat(most).map((n) => addDays(soldOn, n));
const known = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null, freq: 6 });
const repair: fc.Arbitrary<Repair> = fc.record({
  receivedOn: within(20), length: fc.nat(100), hours: known(fc.nat(2_000)), fault: fc.constantFrom(...defects), part: known(fc.constantFrom(...parts)),
  component: fc.constant(null), replaced: fc.boolean(), late: fc.constantFrom([], [{ by: 'parts_missing' as const, days: 3 }], [{ by: 'repairer' as const, days: 3 }]),
}).map(({ length, ...rest }) => ({ ...rest, returnedOn: addDays(rest.receivedOn, length) }));

const facts: fc.Arbitrary<RemedyFacts> = fc.record({
  goods: fc.constantFrom(...goodsCategories), price: fc.bigInt({ min: 1n, max: maxMinor / 10n }), days: fc.nat(900), starts: fc.array(known(within(30)), { minLength: 6, maxLength: 6 }),
  defect: known(fc.constantFrom(...defects)), part: known(fc.constantFrom(...parts)), done: known(fc.subarray([...circumstances], { maxLength: 1 })),
  soldBy: known(fc.constantFrom(...channels)), km: known(fc.nat(70_000)), repairs: known(fc.array(repair, { maxLength: 5 })), truths: fc.array(known(fc.boolean()), { minLength: flags.length, maxLength: flags.length }),
}).map(({ goods, price, days, starts: [invoicedOn, deliveredOn, acceptedOn, installedOn, madeOn, pickedUpOn], done, truths, ...rest }) => factsOf({
  ...rest, goods, price: money(price, 'CNY'), paid: money(price, 'CNY'), soldOn, reportedOn: addDays(soldOn, 120 + days), circumstances: done, exchanges: [],
  invoicedOn: invoicedOn!, deliveredOn: deliveredOn!, acceptedOn: acceptedOn!, installedOn: installedOn!, madeOn: madeOn!, pickedUpOn: pickedUpOn!,
  ...(Object.fromEntries(flags.map((flag, i) => [flag, truths[i] ?? null])) as Record<Flag, boolean | null>),
}));
const decide = (of: RemedyFacts) => remedyFor(guaranteePacks.filter(({ goods }) => goods === 'all' || goods.includes(of.goods)), of);

type Decide = typeof decide;

const promises = {
  'parts sum to the whole: what is kept and what is paid back are the lines above them, and neither is below zero': (by: Decide, runs?: fc.Parameters<[RemedyFacts]>) => fc.assert(fc.property(facts, (of) => {
    for (const { remedy, fee, refund } of by(of).options) {
      expect(fee.minor >= 0n).toBe(true);
      if (!refund) continue;
      expect(remedy).toBe('refund');
      expect(refund.minor >= 0n).toBe(true);
      if (fee.minor > 0n) expect(plus(refund, fee)).toEqual(of.price);
    }
  }), runs),
  'the same facts come to the same decision, and stay as they were': (by: Decide, runs?: fc.Parameters<[RemedyFacts]>) => fc.assert(fc.property(facts, (of) => {
    const before = structuredClone(of);
    expect(by(of)).toEqual(by(before));
    expect(of).toEqual(before);
  }), runs),
};

describe('P13 what the rules give, over any facts', () => {
  it.each(Object.entries(promises))('%s', (_, keeps) => {
    expect(() => keeps(decide)).not.toThrow();
  });

  it('a refund never grows with the days', () => {
    fc.assert(fc.property(facts, fc.nat(200), (of, more) => {
      const [now, then] = [of, { ...of, reportedOn: addDays(of.reportedOn, more) }].map((one) => decide(one).options.find(({ remedy }) => remedy === 'refund')?.refund?.minor ?? 0n);
      expect(then! <= now!).toBe(true);
    }));
  });

  it('a pack that is added never leaves the consumer worse off', () => {
    fc.assert(fc.property(facts, fc.subarray(guaranteePacks.filter(({ code }) => code !== 'consumer-law')), fc.constantFrom(...guaranteePacks), (of, some, added) => {
      // The law's seven days give way to any rule that is about the goods: by its own words, not by ours.
      const without = remedyFor(some.filter((pack) => pack !== added), of);
      const withIt = remedyFor([...some.filter((pack) => pack !== added), added], of);
      const worth = (options: typeof without.options, of_: Remedy) => {
        const option = options.find(({ remedy }) => remedy === of_);
        return option ? (option.refund ? option.refund.minor : -option.fee.minor) : null;
      };
      for (const { remedy } of without.options) expect(worth(withIt.options, remedy)! >= worth(without.options, remedy)!).toBe(true);
    }));
  });

  it('a later report never has an earlier deadline, rule by rule', () => {
    fc.assert(fc.property(facts, fc.integer({ min: 1, max: 60 }), (of, more) => {
      const [now, then] = [decide(of), decide({ ...of, reportedOn: addDays(of.reportedOn, more) })];
      for (const { rules, remedy, within: due } of now.options) {
        const later = then.options.find((one) => one.remedy === remedy && one.rules.join() === rules.join())?.within;
        if (due?.dueOn && later?.dueOn && due.from === 'report') expect(daysBetween(due.dueOn, later.dueOn)).toBe(more);
      }
    }));
  });

  it('what does not apply is told with the condition that failed', () => {
    fc.assert(fc.property(facts, (of) => {
      for (const { rule, condition, found } of decide(of).considered) expect([rule, condition, found].every((text) => text.length > 0)).toBe(true);
    }));
  });
});

describe('The promises of a decision', () => {
  let asked = 0;
  // So many that one with a refund is among them.
  const planted = { numRuns: 1_000, endOnFailure: true };
  const withOptions = (change: (option: ReturnType<Decide>['options'][number]) => object): Decide => (of) => {
    const decision = decide(of);
    return { ...decision, options: decision.options.map((option) => ({ ...option, ...change(option) })) };
  };

  it.each<[string, keyof typeof promises, Decide]>([
    ['a refund below zero', 'parts sum to the whole: what is kept and what is paid back are the lines above them, and neither is below zero',
      withOptions(({ refund }) => ({ refund: refund && { ...refund, minor: -1n } }))],
    ['a decision that depends on how often one asks', 'the same facts come to the same decision, and stay as they were', (of) => ({ ...decide(of), missing: [{ asked: asked++ }] as never })],
  ])('catches %s', (_fault, promise, by) => {
    expect(() => promises[promise](by, planted)).toThrow('Property failed');
  });
});
