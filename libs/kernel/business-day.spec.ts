import fc from 'fast-check';
import { businessDay } from './business-day.js';
import type { Caller } from './caller.js';
import { addDays, day, type Day } from './day.js';

const today = day('2026-03-02');
const callerOf = (backDays: number, aheadDays: number) => ({ today, backDays, aheadDays }) as Caller;
const offset = fc.integer({ min: -400, max: 400 });
const span = fc.nat(366);

const refusalOf = (caller: Caller, given: Day): string | null => {
  try {
    businessDay(caller, given);
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('A business day', () => {
  it('is today unless given', () => {
    expect(businessDay(callerOf(0, 0), null)).toBe(today);
  });

  it('P13 is taken as given exactly within what the network allows back and ahead', () => {
    fc.assert(fc.property(offset, span, span, (days, back, ahead) => {
      const given = addDays(today, days);
      const caller = callerOf(back, ahead);
      const expected = days < -back ? 'DAY_TOO_EARLY' : days > ahead ? 'DAY_TOO_LATE' : null;
      expect(refusalOf(caller, given)).toBe(expected);
      if (!expected) expect(businessDay(caller, given)).toBe(given);
    }));
  });

  it('P13 that is allowed stays allowed where the network allows more', () => {
    fc.assert(fc.property(offset, span, span, span, (days, back, ahead, more) => {
      const given = addDays(today, days);
      if (refusalOf(callerOf(back, ahead), given) === null) expect(refusalOf(callerOf(back + more, ahead + more), given)).toBeNull();
    }));
  });
});
