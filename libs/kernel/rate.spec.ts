import fc from 'fast-check';
import { maxMinor, money } from './money.js';
import { difference, proportion, rate, reaches, share, showRate, simpleInterest } from './rate.js';

const anyMinor = fc.bigInt({ min: -maxMinor, max: maxMinor });
/** A rate with up to six decimals, together with its value in millionths to check it by. */
const anyRate = fc.bigInt({ min: -5_000_000n, max: 5_000_000n }).map((millionths) => {
  const size = millionths < 0n ? -millionths : millionths;
  const text = `${millionths < 0n ? '-' : ''}${size / 1_000_000n}.${(size % 1_000_000n).toString().padStart(6, '0')}`;
  return { millionths, rate: rate(text) };
});

function halfAwayFromZero(numerator: bigint, denominator: bigint): bigint {
  const size = numerator < 0n ? -numerator : numerator;
  const result = (size * 2n + denominator) / (denominator * 2n);
  return numerator < 0n ? -result : result;
}

describe('A rate', () => {
  it.each([
    ['0.0005', '0.0005'],
    ['0.5000', '0.5'],
    ['007', '7'],
    ['1', '1'],
    ['-0.00', '0'],
    ['-0.3', '-0.3'],
    ['0.000000000000000001', '0.000000000000000001'],
    ['123456789012345678', '123456789012345678'],
  ])('written %s is shown as %s', (text, shown) => {
    expect(showRate(rate(text))).toBe(shown);
  });

  it.each(['', '.5', '5.', '1e-3', '+1', 'NaN', 'Infinity', '0x1', '5%', ' 1', '1\n', '1'.repeat(19), `0.${'1'.repeat(19)}`])(
    'written %j is refused',
    (text) => expect(() => rate(text)).toThrow('kernel: INVALID_INPUT'),
  );

  it('is equal to itself however it was written', () => {
    expect(rate('0.050')).toBe(rate('00.05'));
  });
});

describe('A share', () => {
  it.each([
    [100n, '0.005', 1n],
    [100n, '0.0049', 0n],
    [300n, '0.005', 2n],
    [500n, '0.005', 3n],
    [-100n, '0.005', -1n],
    [-100n, '0.0049', 0n],
    [-300n, '0.005', -2n],
    [100n, '-0.005', -1n],
    [999_999_999_999_999n, '1', 999_999_999_999_999n],
    [999_999_999_999_999n, '0.1', 100_000_000_000_000n],
    [12_345n, '0', 0n],
  ])('of %s minor units at %s is %s', (minor, at, result) => {
    expect(share(money(minor, 'CNY'), rate(at))).toEqual({ minor: result, currency: 'CNY' });
  });

  it('agrees with whole-number arithmetic, half away from zero', () => {
    fc.assert(fc.property(anyMinor, anyRate, (minor, at) => {
      expect(share(money(minor, 'CNY'), at.rate).minor).toBe(halfAwayFromZero(minor * at.millionths, 1_000_000n));
    }));
  });

  it('of a negative amount mirrors that of the positive one', () => {
    fc.assert(fc.property(anyMinor, anyRate, (minor, at) => {
      expect(share(money(-minor, 'CNY'), at.rate).minor).toBe(-share(money(minor, 'CNY'), at.rate).minor);
    }));
  });
});

describe('Simple interest', () => {
  it.each([
    [1_000_000n, '0.0005', 0, 0n],
    [1_000_000n, '0.0005', 1, 500n],
    [1_000_000n, '0.0005', 45, 22_500n],
    [999n, '0.0005', 1, 0n],
    [999n, '0.0005', 2, 1n],
    [1n, '0.0005', 999, 0n],
    [1n, '0.0005', 1000, 1n],
  ])('on %s at %s a day for %s days is %s', (principal, daily, days, interest) => {
    expect(simpleInterest(money(principal, 'CNY'), rate(daily), days)).toEqual({ minor: interest, currency: 'CNY' });
  });

  it('is rounded once over all its days, not day by day', () => {
    fc.assert(fc.property(anyMinor, anyRate, fc.nat(20_000), (minor, at, days) => {
      const exact = minor * at.millionths * BigInt(days);
      expect(simpleInterest(money(minor, 'CNY'), at.rate, days).minor).toBe(halfAwayFromZero(exact, 1_000_000n));
    }));
  });

  it.each([-1, 0.5, NaN, Infinity])('for %s days is a fault of the program', (days) => {
    expect(() => simpleInterest(money(1n, 'CNY'), rate('1'), days)).toThrow('whole days');
  });
});

describe('A proportion', () => {
  it.each([
    [2, 3, 4, '0.6667'], [1, 3, 4, '0.3333'], [1, 8, 2, '0.13'], [1, 20_000, 4, '0.0001'], [1, 20_001, 4, '0'], [3, 3, 4, '1'], [9, 2, 2, '4.5'], [0, 7, 4, '0'],
  ])('%i of %i to %i digits is %s', (part, whole, digits, shown) => {
    expect(proportion(part, whole, digits)).toBe(shown);
  });

  it('reaches a bound exactly, whatever it is rounded to', () => {
    // 0.94999… is shown as 0.95, and is less.
    expect([proportion(949_999, 1_000_000), reaches(949_999, 1_000_000, 'at_least', rate('0.95')), reaches(95, 100, 'at_least', rate('0.95'))]).toEqual(['0.95', false, true]);
    expect([reaches(1, 100, 'at_most', rate('0.01')), reaches(10_001, 1_000_000, 'at_most', rate('0.01'))]).toEqual([true, false]);
  });

  it('differs from another exactly', () => {
    expect([difference(rate('0.7778'), rate('0.9091')), difference(rate('1'), rate('0.3'))]).toEqual(['-0.1313', '0.7']);
  });
});
