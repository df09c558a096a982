import { addDays, addMonths, day, daysBetween, type Day } from '@app/kernel';
import { refuse } from './refusals.js';

/** What is analysed, its last day included, and the one of its kind just before. */
export interface Period {
  readonly code: string;
  readonly from: Day;
  readonly through: Day;
  readonly lastFrom: Day;
}

const shape = /^(\d{4})-(?:(0[1-9]|1[0-2])|Q([1-4])|W(0[1-9]|[1-4]\d|5[0-3]))$/;
const aMonday = day('1900-01-01');

/**
 * The month, quarter or week that a text names: 2026-10, 2026-Q4, 2026-W41, a week as ISO 8601 counts them. One that has not
 * begun by today is refused.
 */
export function period(code: string, today: Day): Period {
  const [, year = '', month, quarter, week] = shape.exec(code) ?? [];
  // Beyond these years days have no neighbours.
  if (year < '1901' || year > '9998') throw refuse('PERIOD_UNREADABLE', {}, 'period');
  const begun = week !== undefined ? weekOf(year, Number(week))
    : month !== undefined ? monthsFrom(`${year}-${month}-01`, 1) : monthsFrom(`${year}-${String(Number(quarter) * 3 - 2).padStart(2, '0')}-01`, 3);
  if (begun.from > today) throw refuse('PERIOD_IN_FUTURE', { from: begun.from }, 'period');
  return { code, ...begun };
}

function monthsFrom(first: string, months: number): Omit<Period, 'code'> {
  const from = day(first);
  return { from, through: addDays(addMonths(from, months), -1), lastFrom: addMonths(from, -months) };
}

/** The first week of a year is that of its fourth of January. */
function weekOf(year: string, week: number): Omit<Period, 'code'> {
  const fourth = day(`${year}-01-04`);
  const from = addDays(fourth, 7 * (week - 1) - (daysBetween(aMonday, fourth) % 7));
  if (addDays(from, 3).slice(0, 4) !== year) throw refuse('PERIOD_UNREADABLE', {}, 'period');
  return { from, through: addDays(from, 6), lastFrom: addDays(from, -7) };
}
