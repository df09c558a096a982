import fc from 'fast-check';
import { decimals, formatAmount, larger, maxMinor, minus, money, parseAmount, plus, smaller, zero } from './money.js';

const currency = fc.constantFrom('CNY', 'JPY', 'KWD', 'CLF');
const anyMinor = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });

describe('An amount a caller writes', () => {
  it.each([
    ['123.45', 'CNY', 12345n],
    ['123.4', 'CNY', 12340n],
    ['123', 'CNY', 12300n],
    ['0.01', 'CNY', 1n],
    ['007.00', 'CNY', 700n],
    ['1200', 'JPY', 1200n],
    ['0.001', 'KWD', 1n],
    ['9999999999999.99', 'CNY', maxMinor],
    ['999999999999999', 'JPY', maxMinor],
  ])('%s %s is %s minor units', (text, code, minor) => {
    expect(parseAmount(text, code)).toEqual({ minor, currency: code });
  });

  it.each([
    ['', 'CNY', 'AMOUNT_MALFORMED'],
    ['abc', 'CNY', 'AMOUNT_MALFORMED'],
    [' 1', 'CNY', 'AMOUNT_MALFORMED'],
    ['1\n', 'CNY', 'AMOUNT_MALFORMED'],
    ['+1', 'CNY', 'AMOUNT_MALFORMED'],
    ['1.', 'CNY', 'AMOUNT_MALFORMED'],
    ['.5', 'CNY', 'AMOUNT_MALFORMED'],
    ['1,000', 'CNY', 'AMOUNT_MALFORMED'],
    ['1e3', 'CNY', 'AMOUNT_MALFORMED'],
    ['0x10', 'CNY', 'AMOUNT_MALFORMED'],
    ['１２', 'CNY', 'AMOUNT_MALFORMED'],
    ['NaN', 'CNY', 'AMOUNT_MALFORMED'],
    ['-', 'CNY', 'AMOUNT_MALFORMED'],
    ['--1', 'CNY', 'AMOUNT_MALFORMED'],
    ['x'.repeat(10_000_000), 'CNY', 'AMOUNT_MALFORMED'],
    ['-1', 'CNY', 'AMOUNT_NOT_POSITIVE'],
    ['-0.001', 'CNY', 'AMOUNT_NOT_POSITIVE'],
    ['0', 'CNY', 'AMOUNT_NOT_POSITIVE'],
    ['0.00', 'CNY', 'AMOUNT_NOT_POSITIVE'],
    ['1.000', 'CNY', 'AMOUNT_TOO_PRECISE'],
    ['0.001', 'CNY', 'AMOUNT_TOO_PRECISE'],
    ['1.0', 'JPY', 'AMOUNT_TOO_PRECISE'],
    ['0.0001', 'KWD', 'AMOUNT_TOO_PRECISE'],
    ['10000000000000.00', 'CNY', 'AMOUNT_TOO_LARGE'],
    ['12345678901234567890', 'CNY', 'AMOUNT_TOO_LARGE'],
    ['9'.repeat(10_000_000), 'CNY', 'AMOUNT_TOO_LARGE'],
  ])('%.30s %s is refused with %s', (text, code, refusal) => {
    expect(() => parseAmount(text, code)).toThrow(`kernel: ${refusal}`);
  });

  it('is told how many decimals its currency allows', () => {
    expect(() => parseAmount('1.000', 'CNY')).toThrow(expect.objectContaining({ details: { digits: 2 } }));
  });

  it('reads back as it was shown', () => {
    fc.assert(fc.property(fc.bigInt({ min: 1n, max: maxMinor }), currency, (minor, code) => {
      expect(parseAmount(formatAmount(money(minor, code)), code)).toEqual({ minor, currency: code });
    }));
  });

  it('is either refused or exactly within the limits, whatever the text', () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^-?\d{0,45}\.?\d{0,45}$/));
    fc.assert(fc.property(text, currency, (written, code) => {
      try {
        const { minor } = parseAmount(written, code);
        expect(minor > 0n && minor <= maxMinor).toBe(true);
      } catch (no) {
        expect(no).toMatchObject({ name: 'Refusal', room: 'kernel' });
      }
    }));
  });
});

describe('An amount as shown', () => {
  it.each([
    [12345n, 'CNY', '123.45'],
    [5n, 'CNY', '0.05'],
    [-5n, 'CNY', '-0.05'],
    [-12345n, 'CNY', '-123.45'],
    [0n, 'CNY', '0.00'],
    [1200n, 'JPY', '1200'],
    [0n, 'JPY', '0'],
    [-7n, 'JPY', '-7'],
    [1n, 'KWD', '0.001'],
    [10n ** 30n, 'CNY', `1${'0'.repeat(28)}.00`],
  ])('of %s minor units of %s is %s', (minor, code, text) => {
    expect(formatAmount(money(minor, code))).toBe(text);
  });
});

describe('A currency', () => {
  it.each([['CNY', 2], ['USD', 2], ['JPY', 0], ['KRW', 0], ['KWD', 3], ['CLF', 4]])('%s has %s decimals', (code, digits) => {
    expect(decimals(code)).toBe(digits);
  });

  it.each(['', 'cny', 'CN', 'CNYX', 'C1Y', 'CNY\n', '人民币'])('written %j is refused', (code) => {
    expect(() => decimals(code)).toThrow('kernel: WRONG_CURRENCY');
  });
});

describe('Sums', () => {
  it('are exact and undone by the difference', () => {
    fc.assert(fc.property(anyMinor, anyMinor, (a, b) => {
      const [first, second] = [money(a, 'CNY'), money(b, 'CNY')];
      expect(plus(first, second)).toEqual(plus(second, first));
      expect(minus(plus(first, second), second)).toEqual(first);
      expect(plus(first, zero('CNY'))).toEqual(first);
    }));
  });

  it('never mix currencies', () => {
    expect(() => plus(money(1n, 'CNY'), money(1n, 'USD'))).toThrow('cannot be combined');
    expect(() => minus(money(1n, 'CNY'), zero('USD'))).toThrow('cannot be combined');
  });

  it('pick the smaller and the larger without leaving bigint', () => {
    const [a, b] = [2n ** 60n, 2n ** 60n + 1n];
    expect([smaller(a, b), smaller(b, a), larger(a, b), larger(b, a)]).toEqual([a, a, b, b]);
  });
});
