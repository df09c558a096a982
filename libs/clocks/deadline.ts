import { addDays, addMonths, addWorkingDays, dayOf, startOf, timeOf, type Day } from '@app/kernel';
import type { ClockSpec } from './clock-spec.js';
import { nextDay, publishedFrom, yearOf, type Calendars } from './year-calendar.js';

/** When something is due; null where it has no deadline, or where it waits for the calendar of `missingYear`. */
export interface Deadline {
  readonly at: Date | null;
  readonly missingYear: number | null;
}

const minuteMs = 60_000;

/**
 * When a clock that counts from that instant is due. Minutes and hours run on; days are counted without the first and end
 * at midnight; a shift ends with the hours that the instant falls in, or with the next to begin.
 */
export function deadline({ unit, amount }: Pick<ClockSpec, 'unit' | 'amount'>, from: Date, zone: string, calendars: Calendars): Deadline {
  const on = dayOf(from, zone);
  switch (unit) {
    case 'minutes': return known(new Date(from.getTime() + amount * minuteMs));
    case 'hours': return known(new Date(from.getTime() + amount * 60 * minuteMs));
    case 'calendar_days': return known(endOf(addDays(on, amount), zone));
    case 'months': return known(endOf(addMonths(on, amount), zone));
    case 'working_days': return workingDays(on, amount, zone, calendars);
    case 'end_of_shift': return endOfShift(on, from, zone, calendars);
    case 'as_soon_as_possible': return { at: null, missingYear: null };
  }
}

const known = (at: Date): Deadline => ({ at, missingYear: null });
const missing = (missingYear: number): Deadline => ({ at: null, missingYear });
const endOf = (on: Day, zone: string): Date => startOf(nextDay(on), zone);

function workingDays(on: Day, amount: number, zone: string, calendars: Calendars): Deadline {
  if (amount === 0) return known(endOf(on, zone));
  const published = publishedFrom(calendars, nextDay(on));
  const last = published.calendar && addWorkingDays(published.calendar, on, amount);
  return last ? known(endOf(last, zone)) : missing(published.missing);
}

function endOfShift(on: Day, from: Date, zone: string, calendars: Calendars): Deadline {
  // No shift left today: the first of tomorrow takes it.
  for (const tried of [on, nextDay(on)]) {
    const calendar = calendars(yearOf(tried));
    if (!calendar) return missing(yearOf(tried));
    const end = calendar.shifts.map(({ to }) => timeOf(tried, to, zone)).find((at) => at > from);
    if (end) return known(end);
  }
  throw new Error(`The calendar of ${on} has a day without shifts.`);
}
