import fc from 'fast-check';
import { addDays, addMonths, addYears, day, daysBetween, earlier, later, type Day } from './day.js';

const anyDay = fc
  .date({ min: new Date('1900-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((instant) => day(instant.toISOString().slice(0, 10)));
const midDay = anyDay.filter((on) => on > '2000' && on < '9000');

describe('A day', () => {
  it.each(['1900-01-01', '2024-02-29', '2000-02-29', '2026-12-31', '9999-12-31'])('%s is real', (text) => {
    expect(day(text)).toBe(text);
  });

  it.each([
    '', 'today', '2026-02-29', '1900-02-29', '2026-02-30', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '2026-01-32',
    '2026-1-1', '20260101', '2026/01/01', '2026-01-01T00:00:00Z', ' 2026-01-01', '2026-01-01\n', '1899-12-31', '0000-01-01',
    '10000-01-01', '-2026-01-01', '２０２６-01-01',
  ])('%j is refused', (text) => {
    expect(() => day(text)).toThrow('kernel: INVALID_INPUT');
  });

  it('is refused without repeating a long text back', () => {
    expect(() => day('9'.repeat(1000))).toThrow(expect.objectContaining({ details: { problem: expect.stringMatching(/^.{0,60}$/) } }));
  });

  it('is ordered by plain comparison of its text', () => {
    fc.assert(fc.property(anyDay, anyDay, (a, b) => {
      expect(a < b).toBe(daysBetween(a, b) > 0);
      expect(earlier(a, b) <= later(a, b)).toBe(true);
      expect([earlier(a, b), later(a, b)].sort()).toEqual([a, b].sort());
    }));
  });
});

describe('Counting days', () => {
  it.each([
    ['2026-05-01', 0, '2026-05-01'],
    ['2026-05-01', 7, '2026-05-08'],
    ['2026-05-01', 45, '2026-06-15'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2026-01-01', -1, '2025-12-31'],
  ])('from %s as day 0, day %s is %s', (from, n, to) => {
    expect(addDays(day(from), n)).toBe(to);
    expect(daysBetween(day(from), day(to))).toBe(n);
  });

  it('and counting back agree', () => {
    fc.assert(fc.property(midDay, fc.integer({ min: -30_000, max: 30_000 }), (from, n) => {
      expect(daysBetween(from, addDays(from, n))).toBe(n);
      expect(addDays(addDays(from, n), -n)).toBe(from);
    }));
  });

  it.each([['9999-12-31', 1], ['1900-01-01', -1], ['2026-01-01', Number.MAX_SAFE_INTEGER]])('from %s by %s leaves the calendar and is refused', (from, n) => {
    expect(() => addDays(day(from), n)).toThrow('kernel: INVALID_INPUT');
  });

  it('takes whole days only', () => {
    expect(() => addDays(day('2026-01-01'), 0.5)).toThrow('whole');
    expect(() => addMonths(day('2026-01-01'), NaN)).toThrow('whole');
  });
});

describe('Counting months and years', () => {
  it.each([
    ['2026-01-15', 1, '2026-02-15'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-01-31', 0, '2026-01-31'],
    ['2026-01-10', -1, '2025-12-10'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-08-31', 13, '2027-09-30'],
  ])('%s and %s months is %s', (from, n, to) => {
    expect(addMonths(day(from), n)).toBe(to);
  });

  it.each([['2024-02-29', 1, '2025-02-28'], ['2024-02-29', 4, '2028-02-29'], ['2026-05-01', 3, '2029-05-01']])('%s and %s years is %s', (from, n, to) => {
    expect(addYears(day(from), n)).toBe(to);
  });

  it('keeps the day number or falls on the month’s last day', () => {
    fc.assert(fc.property(midDay, fc.integer({ min: -1200, max: 1200 }), (from, n) => {
      const to = addMonths(from, n);
      const months = (on: Day): number => Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7));
      expect(months(to) - months(from)).toBe(n);
      if (to.slice(8) !== from.slice(8)) {
        expect(to.slice(8) < from.slice(8)).toBe(true);
        expect(addDays(to, 1).slice(8)).toBe('01');
      }
    }));
  });

  it.each([['9999-12-01', 1], ['1900-01-31', -1], ['2026-01-01', -12 * 3000]])('from %s by %s months leaves the calendar and is refused', (from, n) => {
    expect(() => addMonths(day(from), n)).toThrow('kernel: INVALID_INPUT');
  });
});
