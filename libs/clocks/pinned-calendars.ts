import { shippedCalendars, yearCalendar, type CalendarData } from './policy.js';
import type { Calendars, YearCalendar } from './year-calendar.js';

/** A published year, with its place among the network's publications. */
export type Edition = CalendarData & { readonly edition: number };

/**
 * The calendars of a clock that was started under that edition: of each year the last published till then, else the shipped
 * one, else the first published since. So a later edit never rewrites a deadline, and a year that was missing comes to be
 * known once.
 */
export function pinnedCalendars(editions: readonly Edition[], pinned: number): Calendars {
  const known = new Map<number, YearCalendar | null>();
  return (year) => {
    let found = known.get(year);
    if (found === undefined) {
      const data = pick(editions, pinned, year);
      found = data ? yearCalendar(data) : null;
      known.set(year, found);
    }
    return found;
  };
}

function pick(editions: readonly Edition[], pinned: number, year: number): CalendarData | undefined {
  const ofYear = editions.filter((one) => one.year === year).toSorted((a, b) => a.edition - b.edition);
  return ofYear.findLast(({ edition }) => edition <= pinned)
    ?? shippedCalendars.find((one) => one.year === year)
    ?? ofYear[0];
}
