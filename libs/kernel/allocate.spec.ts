import fc from 'fast-check';
import { allocate } from './allocate.js';

const total = fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n });
const weights = fc
  .array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 12 })
  .filter((all) => all.some((weight) => weight > 0n));

type Divide = typeof allocate;

/** The first that fails is told as it is: among numbers so large the search for a smaller one may take hours. */
const asFound = { endOnFailure: true };

/** What every division promises, whatever the whole and the weights. */
const promises = {
  'never loses or makes a unit': (divide: Divide) => fc.assert(fc.property(total, weights, (whole, by) => {
    const parts = divide(whole, by);
    expect(parts).toHaveLength(by.length);
    expect(parts.reduce((a, b) => a + b, 0n)).toBe(whole);
  }), asFound),
  'keeps every part within one unit of its true share': (divide: Divide) => fc.assert(fc.property(total, weights, (whole, by) => {
    const sum = by.reduce((a, b) => a + b, 0n);
    divide(whole, by).forEach((part, i) => {
      const off = part * sum - whole * by[i]!;
      expect(off < sum && off > -sum).toBe(true);
    });
  }), asFound),
  'gives the larger weight no less, and of equal weights the earlier no less': (divide: Divide) =>
    fc.assert(fc.property(total.filter((whole) => whole >= 0n), weights, (whole, by) => {
      const parts = divide(whole, by);
      for (let i = 0; i < by.length; i++) {
        for (let j = i + 1; j < by.length; j++) {
          if (by[i]! >= by[j]!) expect(parts[i]! >= parts[j]!).toBe(true);
          else expect(parts[i]! <= parts[j]!).toBe(true);
        }
      }
    }), asFound),
};

describe('Allocation', () => {
  it.each([
    ['one fen among three goes to the first', 1n, [1n, 1n, 1n], [1n, 0n, 0n]],
    ['two fen among three go to the first two', 2n, [1n, 1n, 1n], [1n, 1n, 0n]],
    ['the largest remainder comes before the earlier place', 10n, [1n, 2n, 3n], [2n, 3n, 5n]],
    ['a weight of zero gets nothing', 7n, [0n, 1n, 0n, 1n], [0n, 4n, 0n, 3n]],
    ['nothing is divided into nothing', 0n, [1n, 2n], [0n, 0n]],
    ['a single part is the whole', 99n, [5n], [99n]],
    ['a negative whole mirrors the positive one', -2n, [1n, 1n, 1n], [-1n, -1n, 0n]],
  ])('gives that %s', (_, whole, by, parts) => {
    expect(allocate(whole, by)).toEqual(parts);
  });

  it.each(Object.entries(promises))('%s', (_, keeps) => {
    expect(() => keeps(allocate)).not.toThrow();
  });

  it('leaves its weights as they were', () => {
    const by = Object.freeze([3n, 1n, 2n]);
    expect(() => allocate(5n, by)).not.toThrow();
  });

  it.each([[[]], [[0n]], [[0n, 0n]], [[2n, -1n]]])('by the weights %p is a fault of the program', (by) => {
    expect(() => allocate(1n, by)).toThrow(Error);
  });
});

describe('The promises of a division', () => {
  const sumOf = (all: readonly bigint[]) => all.reduce((a, b) => a + b, 0n);
  const cut: Divide = (whole, by) => by.map((weight) => (whole * weight) / sumOf(by));
  const withRestTo = (place: (parts: readonly bigint[]) => number): Divide => (whole, by) => {
    const parts = cut(whole, by);
    parts[place(parts)]! += whole - sumOf(parts);
    return parts;
  };

  it.each<[string, keyof typeof promises, Divide]>([
    ['parts that are each cut off', 'never loses or makes a unit', cut],
    ['parts that are divided as JS numbers', 'never loses or makes a unit', (whole, by) => by.map((weight) => BigInt(Math.round((Number(whole) * Number(weight)) / Number(sumOf(by)))))],
    ['a rest that goes to one part', 'keeps every part within one unit of its true share', withRestTo(() => 0)],
    ['a rest that goes to the last part', 'gives the larger weight no less, and of equal weights the earlier no less', withRestTo((parts) => parts.length - 1)],
  ])('catches %s', (_fault, promise, divide) => {
    expect(() => promises[promise](divide)).toThrow('Property failed');
  });
});
