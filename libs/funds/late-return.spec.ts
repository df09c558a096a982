import { addDays, day, money } from '@app/kernel';
import fc from 'fast-check';
import { lateReturnFee, returnDueOn, tailEndsOn, type ReturnTerms } from './late-return.js';

const anyDays = fc.nat(400);
const minor = fc.bigInt({ min: 0n, max: 10n ** 12n });
/** Terms with their daily rate in millionths, to check it by. */
const anyTerms = fc.record({ tailDays: anyDays, returnDays: anyDays, millionths: fc.nat(999_999) })
  .map(({ millionths, ...rest }) => ({ millionths, ...rest, endsOn: day('2026-03-31'), lateReturnDailyRate: `0.${String(millionths).padStart(6, '0')}` }));
const feeOf = (terms: ReturnTerms, principal: bigint, daysLate: number): bigint =>
  lateReturnFee(terms, money(principal, 'CNY'), addDays(returnDueOn(terms), daysLate)).minor;

describe('The fee for returning late', () => {
  const bond: ReturnTerms = { endsOn: day('2026-03-31'), tailDays: 0, returnDays: 30, lateReturnDailyRate: '0.003' };

  it.each([
    ['nothing on the last day', '2026-04-30', 0n],
    ['a day\'s part on the day after', '2026-05-01', 6_000n],
    ['ten days\' part after ten', '2026-05-10', 60_000n],
  ])('QF-6 is %s', (_, paidOn, fee) => {
    expect(lateReturnFee(bond, money(2_000_000n, 'CNY'), day(paidOn)).minor).toBe(fee);
  });

  it('P13 is nothing in time, and simple interest rounded once after it', () => {
    fc.assert(fc.property(anyTerms, minor, fc.integer({ min: -50, max: 3_000 }), (terms, principal, days) => {
      const expected = days <= 0 ? 0n : (principal * BigInt(terms.millionths) * BigInt(days) * 2n + 1_000_000n) / 2_000_000n;
      expect(feeOf(terms, principal, days)).toBe(expected);
    }));
  });

  it('P13 never falls with the days or with the principal', () => {
    fc.assert(fc.property(anyTerms, minor, minor, fc.nat(2_000), fc.nat(2_000), (terms, principal, more, days, later) => {
      expect(feeOf(terms, principal, days + later)).toBeGreaterThanOrEqual(feeOf(terms, principal, days));
      expect(feeOf(terms, principal + more, days)).toBeGreaterThanOrEqual(feeOf(terms, principal, days));
    }));
  });

  it('P13 deadlines: the tail never ends before the agreement, and the return is never due before the tail ends', () => {
    fc.assert(fc.property(anyTerms, fc.nat(100), (terms, more) => {
      expect(tailEndsOn(terms) >= terms.endsOn && returnDueOn(terms) >= tailEndsOn(terms)).toBe(true);
      expect(returnDueOn({ ...terms, tailDays: terms.tailDays + more }) >= returnDueOn(terms)).toBe(true);
      expect(returnDueOn({ ...terms, endsOn: addDays(terms.endsOn, more) }) >= returnDueOn(terms)).toBe(true);
    }));
  });
});
