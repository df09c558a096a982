import { addDays, day, maxMinor, minus, money, type Day } from '@app/kernel';
import fc from 'fast-check';
import { footwearRefund, type FootwearFacts } from './footwear-refund.js';
import { apparelAndFootwear, categories, defects } from './policy.js';

const soldOn = fc.nat(3_000).map((n) => addDays(day('2020-01-01'), n));
const facts: fc.Arbitrary<FootwearFacts> = fc.record({
  category: fc.constantFrom(...categories), price: fc.bigInt({ min: 1n, max: maxMinor }).map((minor) => money(minor, 'CNY')), soldOn,
  later: fc.nat(100), defect: fc.constantFrom(...defects), hasVoucher: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
}).map(({ later, ...rest }) => ({ ...rest, returnedOn: addDays(rest.soldOn, later) }));

type Rule = typeof footwearRefund;

/** The decision, or the code and details of its refusal. */
function decided(rule: Rule, of: FootwearFacts) {
  try {
    return { decision: rule(apparelAndFootwear, of), refused: null };
  } catch (error) {
    const { code, details } = error as { code: string; details: { lastDay?: Day } };
    return { decision: null, refused: { code, details } };
  }
}

/** What the refund promises over any facts. */
const promises = {
  'and the wear that is kept sum to the price, and neither is below zero': (rule: Rule) => fc.assert(fc.property(facts, (of) => {
    const { decision } = decided(rule, of);
    if (!decision) return;
    expect(minus(of.price, decision.wear)).toEqual(decision.refund);
    expect(decision.wear.minor >= 0n && decision.refund.minor >= 0n).toBe(true);
  })),
  'never grows with the days, and is refused for good once its period is over': (rule: Rule) => fc.assert(fc.property(facts, fc.nat(50), (of, more) => {
    const [now, then] = [decided(rule, of), decided(rule, { ...of, returnedOn: addDays(of.returnedOn, more) })];
    if (now.refused) expect(then.refused?.code).toBe(now.refused.code);
    else if (then.decision) expect(then.decision.refund.minor <= now.decision.refund.minor).toBe(true);
    else expect(then.refused.code).toBe('PERIOD_OVER');
  })),
  'charges no wear where the fault is none of wearing, whatever the day': (rule: Rule) => fc.assert(fc.property(facts, (of) => {
    const { decision } = decided(rule, of);
    if (decision && !apparelAndFootwear.defects[of.defect].wear) expect(decision.refund).toEqual(of.price);
  })),
  'is the same decision, with the same lines, for the same facts; and its facts stay as they were': (rule: Rule) => fc.assert(fc.property(facts, (of) => {
    const frozen = Object.freeze({ ...of, price: Object.freeze({ ...of.price }) });
    expect(decided(rule, frozen)).toEqual(decided(rule, structuredClone(of)));
  })),
};

describe('P13 the refund for footwear, over any facts', () => {
  it.each(Object.entries(promises))('%s', (_, keeps) => {
    expect(() => keeps(footwearRefund)).not.toThrow();
  });
});

describe('The promises of the refund', () => {
  let asked = 0;
  it.each<[string, keyof typeof promises, Rule]>([
    ['a fen that is lost between refund and wear', 'and the wear that is kept sum to the price, and neither is below zero', (policy, of) => {
      const decision = footwearRefund(policy, of);
      return { ...decision, refund: money(decision.refund.minor - (of.price.minor % 2n), 'CNY') };
    }],
    ['a refund that grows with the days', 'never grows with the days, and is refused for good once its period is over', (policy, of) => {
      const decision = footwearRefund(policy, of);
      return { ...decision, refund: decision.wear };
    }],
    ['wear that is charged for any fault', 'charges no wear where the fault is none of wearing, whatever the day', (policy, of) =>
      footwearRefund({ ...policy, defects: Object.fromEntries(Object.entries(policy.defects).map(([name, one]) => [name, { ...one, wear: true }])) as never }, of)],
    ['a decision that depends on what was asked before', 'is the same decision, with the same lines, for the same facts; and its facts stay as they were', (policy, of) => {
      const decision = footwearRefund(policy, of);
      return { ...decision, refund: money(decision.refund.minor + BigInt((asked += 1) % 2), 'CNY') };
    }],
  ])('catches %s', (_fault, promise, rule) => {
    expect(() => promises[promise](rule)).toThrow('Property failed');
  });
});
