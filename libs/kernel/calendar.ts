import { addDays, type Day } from './day.js';

/** Which days are worked, as some authority published it for the days `from` through `through` and for no other. */
export interface WorkingCalendar {
  readonly id: string;
  /** Who published it and where, so that a disputed deadline can be traced. */
  readonly source: string;
  readonly from: Day;
  readonly through: Day;
  /** Answers only within from..through; to ask beyond is a fault of the program. */
  isWorkingDay(day: Day): boolean;
}

/**
 * The nth working day after `from`, which itself never counts (Civil Code 201); 0 is `from` itself.
 * Null means that some day on the way lies beyond the published calendar: the deadline is unknown, never a guess.
 * The caller answers CALENDAR_MISSING and computes it when the calendar comes.
 */
export function addWorkingDays(calendar: WorkingCalendar, from: Day, n: number): Day | null {
  if (!Number.isSafeInteger(n) || n < 0) throw new Error(`Working days are counted whole and forward, not ${n}.`);
  let reached = from;
  for (let counted = 0; counted < n; ) {
    // Compared before stepping: the day after 9999-12-31 does not exist.
    if (reached >= calendar.through) return null;
    reached = addDays(reached, 1);
    if (reached < calendar.from) return null;
    if (calendar.isWorkingDay(reached)) counted++;
  }
  return reached;
}

/**
 * How many working days there are after `from` through `to`, negative where `to` is before `from`.
 * Null where one of those days lies beyond the published calendar.
 */
export function workingDaysBetween(calendar: WorkingCalendar, from: Day, to: Day): number | null {
  if (to < from) {
    const back = workingDaysBetween(calendar, to, from);
    return back === null ? null : 0 - back;
  }
  if (to === from) return 0;
  if (to > calendar.through || addDays(from, 1) < calendar.from) return null;
  let counted = 0;
  for (let reached = addDays(from, 1); reached < to; reached = addDays(reached, 1)) {
    if (calendar.isWorkingDay(reached)) counted++;
  }
  return counted + (calendar.isWorkingDay(to) ? 1 : 0);
}
