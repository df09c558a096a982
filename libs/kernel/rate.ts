import Big from 'big.js';
import type { Money } from './money.js';
import { refuse } from './refusals.js';

/**
 * An exact decimal factor, such as "0.0005" a day, in its one shortest spelling.
 * As text it is equal by ===, travels in JSON and in numeric columns, and can never pass for a JS number;
 * it is not ordered by `<`.
 */
export type Rate = string & { readonly __rate: unique symbol };

// A constructor of our own, so that strictness (no JS numbers in, no lossy numbers out) binds nobody else's Big.
const Exact = Big();
Exact.strict = true;
const halfAwayFromZero = 1;

const plainDecimal = /^-?\d{1,18}(\.\d{1,18})?$/;

/** The rate a plain decimal names; up to 18 digits on either side of the point. */
export function rate(text: string): Rate {
  if (!plainDecimal.test(text)) throw refuse('INVALID_INPUT', { problem: `"${text.slice(0, 40)}" (0.0005)` });
  const exact = Exact(text);
  return (exact.eq('0') ? '0' : exact.toFixed()) as Rate;
}

/** Does a rate lie between two others, both included? */
export const isWithin = (r: Rate, least: Rate, most: Rate): boolean => Exact(r).gte(least) && Exact(r).lte(most);

/** A rate for each thousand, as the rate for each one; exact. */
export const perThousand = (r: Rate): Rate => Exact(r).times('0.001').toFixed() as Rate;

/** How many of how many, as a decimal of so many digits, rounded once, half up. */
export const proportion = (part: number, whole: number, digits = 4): Rate => rate(Exact(String(part)).div(String(whole)).toFixed(digits, halfAwayFromZero));

/** Is so many of so many at least the rate, or at most? Exactly, before any rounding. */
export const reaches = (part: number, whole: number, bound: 'at_least' | 'at_most', r: Rate): boolean =>
  bound === 'at_least' ? Exact(String(part)).gte(Exact(r).times(String(whole))) : Exact(String(part)).lte(Exact(r).times(String(whole)));

/** How much more one rate is than another; exact, negative where it is less. */
export const difference = (r: Rate, than: Rate): Rate => rate(Exact(r).minus(than).toFixed());

/** The rate as a plain decimal, never in exponents and without trailing zeros. */
export function showRate(r: Rate): string {
  return r;
}

/** That part of the amount, rounded once to the minor unit: half up, and for negatives half away from zero. */
export function share(m: Money, r: Rate): Money {
  return { minor: rounded(Exact(m.minor.toString()).times(r)), currency: m.currency };
}

/**
 * Interest on the principal alone for a number of days, rounded once, at the end.
 * What one accrual posts is this total less what is already posted, so daily roundings never add up.
 */
export function simpleInterest(principal: Money, dailyRate: Rate, days: number): Money {
  if (!Number.isSafeInteger(days) || days < 0) throw new Error(`Interest runs for whole days, not ${days}.`);
  const exact = Exact(principal.minor.toString()).times(dailyRate).times(String(days));
  return { minor: rounded(exact), currency: principal.currency };
}

function rounded(exact: Big): bigint {
  return BigInt(exact.toFixed(0, halfAwayFromZero));
}
