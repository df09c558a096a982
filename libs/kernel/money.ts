import { refuse } from './refusals.js';

/** An exact amount in the smallest unit of its currency; it may be negative where it is a net. */
export interface Money {
  readonly minor: bigint;
  readonly currency: string;
}

/**
 * The largest amount a caller may name: just under ten trillion yuan.
 * A PostgreSQL bigint holds the sum of over nine thousand of these, and sums there are numeric anyway.
 */
export const maxMinor = 999_999_999_999_999n;

// ISO 4217, only the currencies in use whose exponent is not 2.
const unusualDecimals = new Map<string, number>([
  ...['BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'UYI', 'VND', 'VUV', 'XAF', 'XOF', 'XPF']
    .map((code): [string, number] => [code, 0]),
  ...['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map((code): [string, number] => [code, 3]),
  ['CLF', 4],
  ['UYW', 4],
]);

// Long enough for any amount below the limit with generous leading zeros; beyond it no text is parsed at all.
const longestText = 40;
const plainDecimal = /^(\d+)(?:\.(\d+))?$/;
const negativeDecimal = /^-\d+(\.\d+)?$/;

/** The amount of `minor` smallest units of the currency. */
export function money(minor: bigint, currency: string): Money {
  return { minor, currency };
}

/** Nothing, in the currency. */
export function zero(currency: string): Money {
  return { minor: 0n, currency };
}

/** The exact sum; to mix currencies is a fault of the program, not a refusal. */
export function plus(a: Money, b: Money): Money {
  return { minor: a.minor + b.minor, currency: shared(a, b) };
}

/** The exact difference, negative where `b` is more; to mix currencies is a fault of the program. */
export function minus(a: Money, b: Money): Money {
  return { minor: a.minor - b.minor, currency: shared(a, b) };
}

function shared(a: Money, b: Money): string {
  if (a.currency !== b.currency) throw new Error(`Amounts of ${a.currency} and ${b.currency} cannot be combined.`);
  return a.currency;
}

/** How many decimals the currency has in ISO 4217: two, unless the standard says otherwise. */
export function decimals(currency: string): number {
  if (!/^[A-Z]{3}$/.test(currency)) throw refuse('WRONG_CURRENCY', { expected: 'ISO 4217' });
  return unusualDecimals.get(currency) ?? 2;
}

/**
 * Reads an amount a caller wrote: a plain decimal above zero, no more precise than its currency.
 * Trailing zeros count as precision: "1.000" yuan may well be a thousand, misread.
 */
export function parseAmount(text: string, currency: string): Money {
  const digits = decimals(currency);
  if (text.length > longestText) throw refuse(/^\d{40}/.test(text) ? 'AMOUNT_TOO_LARGE' : 'AMOUNT_MALFORMED');
  if (negativeDecimal.test(text)) throw refuse('AMOUNT_NOT_POSITIVE');
  const match = plainDecimal.exec(text);
  if (!match) throw refuse('AMOUNT_MALFORMED');
  const [, whole = '', fraction = ''] = match;
  if (fraction.length > digits) throw refuse('AMOUNT_TOO_PRECISE', { digits });
  const minor = BigInt(whole + fraction.padEnd(digits, '0'));
  if (minor === 0n) throw refuse('AMOUNT_NOT_POSITIVE');
  if (minor > maxMinor) throw refuse('AMOUNT_TOO_LARGE');
  return { minor, currency };
}

/** The amount as people write it, with exactly the decimals of its currency: "123.45", "-0.05", "1200" yen. */
export function formatAmount(m: Money): string {
  const digits = decimals(m.currency);
  const sign = m.minor < 0n ? '-' : '';
  const text = (m.minor < 0n ? -m.minor : m.minor).toString().padStart(digits + 1, '0');
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** The lesser of two; Math.min would turn them into floats. */
export function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

/** The greater of two; Math.max would turn them into floats. */
export function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
