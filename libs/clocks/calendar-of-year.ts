import type { Tx } from '@app/database';
import { readCalendars } from './calendar.sql.js';
import { shippedCalendars, type CalendarData } from './policy.js';

/** A year's calendar by which a clock that starts now would count: the last published, else the shipped, else null. */
export async function calendarOfYear(tx: Tx, year: number): Promise<CalendarData | null> {
  const published = await tx.many(readCalendars, {});
  return published.findLast((one) => one.year === year) ?? shippedCalendars.find((one) => one.year === year) ?? null;
}
