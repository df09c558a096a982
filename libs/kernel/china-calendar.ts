import { createRequire } from 'node:module';
import type { WorkingCalendar } from './calendar.js';
import { day } from './day.js';

/** A year as chinese-days ships it: the off days and the make-up days, each with the name of its holiday. */
interface PublishedYear {
  readonly holidays: Readonly<Record<string, string>>;
  readonly workdays: Readonly<Record<string, string>>;
}

// The library's data, not its functions: those build their table in the process's own zone, a day off west of
// Greenwich, and answer for a year without data as if only weekends were off. (require reads JSON without a warning.)
const load = createRequire(import.meta.url);
const years = [2025, 2026].map((year) => load(`chinese-days/dist/years/${year}.json`) as PublishedYear);
const off = new Set(years.flatMap((year) => Object.keys(year.holidays)));
const makeUp = new Set(years.flatMap((year) => Object.keys(year.workdays)));

const from = day('2025-01-01');
const through = day('2026-12-31');

/** The working days of mainland China with their make-up days, as far as the State Council has published them. */
export const chinaCalendar: WorkingCalendar = {
  id: 'cn',
  source: 'State Council notices on public holidays, gov.cn: 2025 content_6986383, 2026 content_7047091',
  from,
  through,
  isWorkingDay(on) {
    if (on < from || on > through) throw new Error(`The calendar of China says nothing about ${on}.`);
    if (makeUp.has(on)) return true;
    const weekday = new Date(on).getUTCDay();
    return weekday !== 0 && weekday !== 6 && !off.has(on);
  },
};
