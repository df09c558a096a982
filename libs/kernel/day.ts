import { refuse } from './refusals.js';

/**
 * A calendar day, "2026-05-01", without hour or zone, from year 1900 through 9999.
 * Years have four digits, so plain string comparison (`<`, `===`, sort) orders days rightly.
 */
export type Day = string & { readonly __day: unique symbol };

const dayMs = 86_400_000;
const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day the text names; a text that names no real day is refused. */
export function day(text: string): Day {
  const [, year = '', month = '', date = ''] = shape.exec(text) ?? [];
  const real = year >= '1900' && month >= '01' && month <= '12' && date >= '01' && Number(date) <= monthLength(Number(year), Number(month));
  if (!real) throw refuse('INVALID_INPUT', { problem: `"${text.slice(0, 40)}" (YYYY-MM-DD)` });
  return text as Day;
}

/** The day n days on, or back where n is negative. The day of sale is day 0, so day n is the sale plus n. */
export function addDays(from: Day, n: number): Day {
  return spell(Date.parse(from) + whole(n) * dayMs);
}

/** The same day number n months on, or that month's last day where it is shorter (Civil Code 202). */
export function addMonths(from: Day, n: number): Day {
  const date = Number(from.slice(8));
  const months = Number(from.slice(0, 4)) * 12 + (Number(from.slice(5, 7)) - 1) + whole(n);
  const toYear = Math.floor(months / 12);
  const toMonth = months - toYear * 12 + 1;
  const toDate = Math.min(date, monthLength(toYear, toMonth));
  return day(`${padded(toYear, 4)}-${padded(toMonth, 2)}-${padded(toDate, 2)}`);
}

/** The same day n years on; 29 February becomes the 28th where there is none. */
export function addYears(from: Day, n: number): Day {
  return addMonths(from, whole(n) * 12);
}

/** How many days `to` comes after `from`: 0 on the day itself, negative before it. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / dayMs;
}

/** The first of two days. */
export function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}

/** The last of two days. */
export function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}

// Days are reckoned as midnights in UTC, where every day has 24 hours; no zone enters until an instant does.
function spell(utcMidnight: number): Day {
  const instant = new Date(utcMidnight);
  return day(Number.isNaN(instant.getTime()) ? String(utcMidnight) : instant.toISOString().slice(0, -14));
}

function monthLength(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function padded(n: number, digits: number): string {
  return String(n).padStart(digits, '0');
}

function whole(n: number): number {
  if (!Number.isSafeInteger(n)) throw new Error(`Days and months are counted whole, not ${n}.`);
  return n;
}
