import { addDays, day, maxMinor, minus, money, type Day } from '@app/kernel';
import fc from 'fast-check';
import { footwearRefund, type FootwearFacts } from './footwear-refund.js';
import { apparelAndFootwear, categories, defects } from './policy.js';

const soldOn = fc.nat(3_000).map((n) => addDays(day('2020-01-01'), n));
const facts: fc.Arbitrary<FootwearFacts> = fc.record({
  category: fc.constantFrom(...categories), price: fc.bigInt({ min: 1n, max: maxMinor }).map((minor) => money(minor, 'CNY')), soldOn,
  later: fc.nat(100), defect: fc.constantFrom(...defects), hasVoucher: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
}).map(({ later, ...rest }) => ({ ...rest, returnedOn: addDays(rest.soldOn, later) }));

/** The decision, or the code and details of its refusal. */
function decided(of: FootwearFacts) {
  try {
    return { decision: footwearRefund(apparelAndFootwear, of), refused: null };
  } catch (error) {
    const { code, details } = error as { code: string; details: { lastDay?: Day } };
    return { decision: null, refused: { code, details } };
  }
}

describe('P13 the refund for footwear, over any facts', () => {
  it('and the wear that is kept sum to the price, and neither is below zero', () => {
    fc.assert(fc.property(facts, (of) => {
      const { decision } = decided(of);
      if (!decision) return;
      expect(minus(of.price, decision.wear)).toEqual(decision.refund);
      expect(decision.wear.minor >= 0n && decision.refund.minor >= 0n).toBe(true);
    }));
  });

  it('never grows with the days, and is refused for good once its period is over', () => {
    fc.assert(fc.property(facts, fc.nat(50), (of, more) => {
      const [now, then] = [decided(of), decided({ ...of, returnedOn: addDays(of.returnedOn, more) })];
      if (now.refused) expect(then.refused?.code).toBe(now.refused.code);
      else if (then.decision) expect(then.decision.refund.minor <= now.decision.refund.minor).toBe(true);
      else expect(then.refused.code).toBe('PERIOD_OVER');
    }));
  });

  it('charges no wear where the fault is none of wearing, whatever the day', () => {
    fc.assert(fc.property(facts, (of) => {
      const { decision } = decided(of);
      if (decision && !apparelAndFootwear.defects[of.defect].wear) expect(decision.refund).toEqual(of.price);
    }));
  });

  it('is the same decision, with the same lines, for the same facts; and its facts stay as they were', () => {
    fc.assert(fc.property(facts, (of) => {
      const frozen = Object.freeze({ ...of, price: Object.freeze({ ...of.price }) });
      expect(decided(frozen)).toEqual(decided(structuredClone(of)));
    }));
  });
});
