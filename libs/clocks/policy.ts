import { chinaCalendar, addDays, day, type Day } from '@app/kernel';
import { refuse } from './refusals.js';
import { isWeekend, yearOf, type Shift, type YearCalendar } from './year-calendar.js';

/** A year as an operator publishes it. */
export interface CalendarData {
  readonly year: number;
  readonly source: string;
  readonly holidays: readonly Day[];
  readonly makeUpDays: readonly Day[];
  /** Each as 09:00-15:30. */
  readonly shifts: readonly string[];
}

/** A working value of ours: no source states the hours of a shift, and every operator publishes its own. */
export const shippedShifts = ['09:00-15:30', '15:30-22:00'] as const;

/** The years that are shipped: mainland China's, as far as the State Council has published them. */
export const shippedCalendars: readonly CalendarData[] = [...shippedYears()];

function* shippedYears(): Generator<CalendarData> {
  const { from, through, source } = chinaCalendar;
  for (let year = yearOf(from); year <= yearOf(through); year++) {
    const days: Day[] = [];
    for (let on = day(`${year}-01-01`); yearOf(on) === year; on = addDays(on, 1)) days.push(on);
    yield {
      year, source, shifts: shippedShifts,
      holidays: days.filter((on) => !isWeekend(on) && !chinaCalendar.isWorkingDay(on)),
      makeUpDays: days.filter((on) => isWeekend(on) && chinaCalendar.isWorkingDay(on)),
    };
  }
}

/** Refuses a calendar that contradicts itself, naming the day or the shift. */
export function checkCalendar({ year, holidays, makeUpDays, shifts }: CalendarData): void {
  const seen = new Set<string>();
  const lists: [string, readonly Day[]][] = [['holidays', holidays], ['makeUpDays', makeUpDays]];
  for (const [field, days] of lists) {
    for (const on of days) {
      if (yearOf(on) !== year) throw refuse('DAY_OUTSIDE_YEAR', { day: on, year }, field);
      if (seen.has(on)) throw refuse('DAY_TWICE', { day: on }, field);
      if (field === 'makeUpDays' && !isWeekend(on)) throw refuse('MAKE_UP_ON_WEEKDAY', { day: on }, field);
      seen.add(on);
    }
  }
  shifts.reduce((before, text) => {
    const shift = readShift(text);
    if (!shift) throw refuse('SHIFT_MALFORMED', { shift: text.slice(0, 40) }, 'shifts');
    if (shift.from < before) throw refuse('SHIFTS_OVERLAP', { shift: text }, 'shifts');
    return shift.to;
  }, 0);
}

/** A calendar as the rules ask it. */
export function yearCalendar({ year, source, holidays, makeUpDays, shifts }: CalendarData): YearCalendar {
  return { year, source, holidays: new Set(holidays), makeUpDays: new Set(makeUpDays), shifts: shifts.map((text) => readShift(text)!) };
}

const shape = /^([01]\d|2[0-4]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)$/;

function readShift(text: string): Shift | null {
  const read = shape.exec(text)?.slice(1).map(Number) as [number, number, number, number] | undefined;
  if (!read) return null;
  const [from, to] = [read[0] * 60 + read[1], read[2] * 60 + read[3]];
  return from < to && to <= 1440 ? { from, to } : null;
}
