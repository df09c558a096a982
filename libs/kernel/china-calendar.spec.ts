import { addWorkingDays, workingDaysBetween } from './calendar.js';
import { chinaCalendar } from './china-calendar.js';
import { addDays, day, type Day } from './day.js';

// Copied from the State Council's notices, not from the library under test.
const off = days([
  ['2025-01-01', '2025-01-01'], ['2025-01-28', '2025-02-04'], ['2025-04-04', '2025-04-06'], ['2025-05-01', '2025-05-05'],
  ['2025-05-31', '2025-06-02'], ['2025-10-01', '2025-10-08'],
  ['2026-01-01', '2026-01-03'], ['2026-02-15', '2026-02-23'], ['2026-04-04', '2026-04-06'], ['2026-05-01', '2026-05-05'],
  ['2026-06-19', '2026-06-21'], ['2026-09-25', '2026-09-27'], ['2026-10-01', '2026-10-07'],
]);
const makeUp = new Set([
  '2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11',
  '2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10',
]);

function days(ranges: [string, string][]): Set<string> {
  const all = new Set<string>();
  for (const [from, through] of ranges) for (let on = day(from); on <= through; on = addDays(on, 1)) all.add(on);
  return all;
}

function isWeekend(on: Day): boolean {
  return [0, 6].includes(new Date(on).getUTCDay());
}

describe('The Chinese calendar', () => {
  it.each([...off])('has %s off', (on) => {
    expect(chinaCalendar.isWorkingDay(day(on))).toBe(false);
  });

  it.each([...makeUp])('has %s, a weekend day, worked to make up', (on) => {
    expect(isWeekend(day(on))).toBe(true);
    expect(chinaCalendar.isWorkingDay(day(on))).toBe(true);
  });

  it('otherwise works on weekdays and on no weekend, all through both years', () => {
    const wrong: Day[] = [];
    let seen = 0;
    for (let on = chinaCalendar.from; on <= chinaCalendar.through; on = addDays(on, 1), seen++) {
      const expected = makeUp.has(on) || (!off.has(on) && !isWeekend(on));
      if (chinaCalendar.isWorkingDay(on) !== expected) wrong.push(on);
    }
    expect(wrong).toEqual([]);
    expect(seen).toBe(730);
  });

  it.each(['2024-12-31', '2027-01-01', '2027-10-01'])('does not guess about %s', (on) => {
    expect(() => chinaCalendar.isWorkingDay(day(on))).toThrow('says nothing');
  });

  it.each([
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-14', 1, '2026-02-24'],
    ['2026-09-30', 10, '2026-10-20'],
    ['2026-12-30', 1, '2026-12-31'],
    ['2026-12-31', 1, null],
    ['2026-12-25', 10, null],
  ])('from %s counts %s working days to %s', (from, n, to) => {
    expect(addWorkingDays(chinaCalendar, day(from), n)).toBe(to);
  });

  it('counts the working days of a fortnight with a holiday in it', () => {
    expect(workingDaysBetween(chinaCalendar, day('2026-04-30'), day('2026-05-09'))).toBe(4);
  });
});
