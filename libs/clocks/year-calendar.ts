import { addDays, day, type Day, type WorkingCalendar } from '@app/kernel';

/** Hours of a shift, in minutes of the day. */
export interface Shift {
  readonly from: number;
  readonly to: number;
}

/** One year as somebody published it. */
export interface YearCalendar {
  readonly year: number;
  readonly source: string;
  readonly holidays: ReadonlySet<string>;
  readonly makeUpDays: ReadonlySet<string>;
  /** Of every day, worked or not: a mall is open on holidays too. */
  readonly shifts: readonly Shift[];
}

/** The calendar of a year, or null where none is published. */
export type Calendars = (year: number) => YearCalendar | null;

export const yearOf = (on: Day): number => new Date(on).getUTCFullYear();

export const isWeekend = (on: string): boolean => [0, 6].includes(new Date(on).getUTCDay());

/**
 * The working days from that day's year on, as far as years are published one after the other; `missing` is the first
 * year that is not.
 */
export function publishedFrom(calendars: Calendars, on: Day): { calendar: WorkingCalendar | null; missing: number } {
  const first = yearOf(on);
  const years = new Map<number, YearCalendar>();
  for (let next = calendars(first); next; next = calendars(next.year + 1)) years.set(next.year, next);
  const missing = first + years.size;
  if (years.size === 0) return { calendar: null, missing };
  const from = day(`${first}-01-01`);
  const calendar: WorkingCalendar = {
    // The day before may be counted from: the day from which one counts is never looked at.
    id: `${first}`, source: years.get(first)!.source, from, through: day(`${missing - 1}-12-31`),
    isWorkingDay: (asked) => isWorked(years.get(yearOf(asked))!, asked),
  };
  return { calendar, missing };
}

function isWorked({ holidays, makeUpDays }: YearCalendar, on: Day): boolean {
  return makeUpDays.has(on) || (!isWeekend(on) && !holidays.has(on));
}

/** The day after, whose year a count of working days begins in. */
export const nextDay = (on: Day): Day => addDays(on, 1);
