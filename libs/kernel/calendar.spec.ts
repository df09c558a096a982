import fc from 'fast-check';
import { addWorkingDays, workingDaysBetween, type WorkingCalendar } from './calendar.js';
import { addDays, day, daysBetween } from './day.js';

/** Ten days of which the 4th, 5th and 10th are off. */
const small: WorkingCalendar = {
  id: 'small', source: 'this test', from: day('2030-01-01'), through: day('2030-01-10'),
  isWorkingDay(on) {
    if (on < this.from || on > this.through) throw new Error(`asked beyond: ${on}`);
    return !['2030-01-04', '2030-01-05', '2030-01-10'].includes(on);
  },
};

describe('A deadline in working days', () => {
  it.each([
    ['2030-01-01', 0, '2030-01-01'],
    ['2030-01-01', 1, '2030-01-02'],
    ['2030-01-03', 1, '2030-01-06'],
    ['2030-01-04', 1, '2030-01-06'],
    ['2030-01-01', 6, '2030-01-09'],
    ['2029-12-31', 1, '2030-01-01'],
  ])('from %s, %s of them on, is %s', (from, n, to) => {
    expect(addWorkingDays(small, day(from), n)).toBe(to);
  });

  it.each([
    ['2030-01-01', 7, 'the next would come after the last published day'],
    ['2030-01-10', 1, 'it starts on the last published day'],
    ['2030-02-01', 1, 'it starts after it'],
    ['9999-12-31', 1, 'it starts on the last day there is'],
    ['2029-12-30', 1, 'it starts before the first'],
    ['1999-01-01', 9999, 'it starts long before the first'],
  ])('from %s, %s of them on, is unknown because %s', (from, n) => {
    expect(addWorkingDays(small, day(from), n)).toBeNull();
  });

  it.each([-1, 1.5, NaN])('cannot be %s of them away', (n) => {
    expect(() => addWorkingDays(small, day('2030-01-01'), n)).toThrow('whole and forward');
  });
});

describe('Working days between two days', () => {
  it.each([
    ['2030-01-01', '2030-01-01', 0],
    ['2030-01-01', '2030-01-02', 1],
    ['2030-01-03', '2030-01-05', 0],
    ['2030-01-03', '2030-01-06', 1],
    ['2029-12-31', '2030-01-10', 7],
    ['2030-01-06', '2030-01-03', -1],
    ['2030-01-05', '2030-01-03', 0],
  ])('from %s to %s are %s', (from, to, n) => {
    expect(workingDaysBetween(small, day(from), day(to))).toBe(n);
  });

  it.each([['2030-01-01', '2030-01-11'], ['2029-12-30', '2030-01-02'], ['2030-01-11', '2030-01-01'], ['9999-12-30', '9999-12-31']])(
    'from %s to %s are unknown',
    (from, to) => expect(workingDaysBetween(small, day(from), day(to))).toBeNull(),
  );

  it('agree with the deadline so many working days on', () => {
    const start = fc.integer({ min: -1, max: 9 }).map((n) => addDays(small.from, n));
    fc.assert(fc.property(start, fc.integer({ min: 1, max: 10 }), (from, n) => {
      const to = addWorkingDays(small, from, n);
      if (to !== null) expect(workingDaysBetween(small, from, to)).toBe(n);
    }));
  });
});

/** A later start, or more working days, never gives an earlier deadline; what lies beyond the calendar stays unknown. */
const monotone = (deadline: typeof addWorkingDays) => {
  const start = fc.integer({ min: -1, max: 9 });
  // So often that nothing which breaks it in this small calendar is left to luck.
  fc.assert(fc.property(start, fc.nat(3), fc.integer({ min: 1, max: 8 }), fc.nat(3), (from, later, n, more) => {
    const [soon, late] = [deadline(small, addDays(small.from, from), n), deadline(small, addDays(small.from, from + later), n + more)];
    if (soon === null) expect(late).toBeNull();
    else if (late !== null) expect(late >= soon).toBe(true);
    if (soon !== null) expect(small.isWorkingDay(soon)).toBe(true);
  }), { numRuns: 10_000 });
};

describe('P13 deadlines in working days', () => {
  it('are monotone, and fall on days that are worked', () => {
    expect(() => monotone(addWorkingDays)).not.toThrow();
  });

  it.each<[string, typeof addWorkingDays]>([
    ['a deadline that counts every day', (calendar, from, n) => (addDays(from, n) > calendar.through ? null : addDays(from, n))],
    ['a deadline that is guessed beyond the calendar', (calendar, from, n) => addWorkingDays(calendar, from, n) ?? addDays(from, n)],
    ['a deadline that goes back to a day that is worked', (calendar, from, n) => {
      const ahead = addWorkingDays(calendar, from, n);
      return ahead !== null && daysBetween(from, ahead) > n ? addWorkingDays(calendar, from, n - 1) : ahead;
    }],
  ])('catches %s', (_fault, deadline) => {
    expect(() => monotone(deadline)).toThrow('Property failed');
  });
});
