import { day } from '@app/kernel';
import { period } from './period.js';

const today = day('2026-10-15');

describe('A period', () => {
  it.each([
    ['2026-10', '2026-10-01', '2026-10-31', '2026-09-01'],
    ['2026-01', '2026-01-01', '2026-01-31', '2025-12-01'],
    ['2024-02', '2024-02-01', '2024-02-29', '2024-01-01'],
    ['2026-Q1', '2026-01-01', '2026-03-31', '2025-10-01'],
    ['2026-Q4', '2026-10-01', '2026-12-31', '2026-07-01'],
    ['2026-W41', '2026-10-05', '2026-10-11', '2026-09-28'],
    ['2026-W01', '2025-12-29', '2026-01-04', '2025-12-22'],
    ['2020-W53', '2020-12-28', '2021-01-03', '2020-12-21'],
  ])('QM-8 is a week, a month or a quarter: %s from %s through %s, after the one from %s', (code, from, through, lastFrom) => {
    expect(period(code, today)).toEqual({ code, from, through, lastFrom });
  });

  it.each([
    ['2026-13'], ['2026-00'], ['2026-1'], ['202610'], ['2026-Q5'], ['2026-W00'], ['2026-W54'], ['2025-W53'], ['1900-01'], ['9999-12'], ['2026-10-01'], [' 2026-10'], ['2026-10\n'], [''],
  ])('QM-8 is refused where it names none: %j', (code) => {
    expect(() => period(code, today)).toThrow('analysis: PERIOD_UNREADABLE');
  });

  it.each([['2026-11'], ['2027-Q1'], ['2026-W43']])('QM-8 is refused before it begins: %s', (code) => {
    expect(() => period(code, today)).toThrow('analysis: PERIOD_IN_FUTURE');
  });
});
