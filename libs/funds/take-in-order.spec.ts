import fc from 'fast-check';
import { takeInOrder } from './take-in-order.js';

const minor = fc.bigInt({ min: 0n, max: 10n ** 12n });
const sources = fc.array(minor.map((availableMinor) => ({ availableMinor })), { maxLength: 8 });
const sum = (parts: readonly { readonly minor: bigint }[]) => parts.reduce((all, part) => all + part.minor, 0n);

describe('Taking in order', () => {
  it.each([
    ['the first alone where it is enough', [5n, 9n], 4n, [4n], 0n],
    ['the next where the first is not', [5n, 9n], 7n, [5n, 2n], 0n],
    ['nothing of an empty one', [0n, 9n], 7n, [7n], 0n],
    ['all there is, and leaves a rest', [5n, 9n], 20n, [5n, 9n], 6n],
    ['nothing of nothing', [], 3n, [], 3n],
  ])('takes %s', (_, available, amount, parts, rest) => {
    const taken = takeInOrder(available.map((availableMinor) => ({ availableMinor })), amount);
    expect([taken.parts.map((part) => part.minor), taken.restMinor]).toEqual([parts, rest]);
  });

  it('P13 parts and rest sum to the whole, and no part is more than is there, or nothing', () => {
    fc.assert(fc.property(sources, minor, (from, amount) => {
      const { parts, restMinor } = takeInOrder(from, amount);
      expect(sum(parts) + restMinor).toBe(amount);
      expect(parts.every((part) => part.minor > 0n && part.minor <= part.source.availableMinor)).toBe(true);
    }));
  });

  it('P13 leaves a rest only where all is taken, and a source untouched only where none is needed', () => {
    fc.assert(fc.property(sources, minor, (from, amount) => {
      const { parts, restMinor } = takeInOrder(from, amount);
      if (restMinor > 0n) expect(sum(parts)).toBe(from.reduce((all, source) => all + source.availableMinor, 0n));
      const partial = parts.findIndex((part) => part.minor < part.source.availableMinor);
      if (partial >= 0) expect(partial).toBe(parts.length - 1);
    }));
  });

  it('P13 takes no less of any source where more is asked', () => {
    fc.assert(fc.property(sources, minor, minor, (from, amount, more) => {
      const of = (asked: bigint) => from.map((source) => takeInOrder(from, asked).parts.find((part) => part.source === source)?.minor ?? 0n);
      const [less, greater] = [of(amount), of(amount + more)];
      expect(less.every((one, i) => one <= greater[i]!)).toBe(true);
    }));
  });
});
