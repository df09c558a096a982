import type { Caller } from './caller.js';
import { addDays, type Day } from './day.js';
import { refuse } from './refusals.js';

/** The business day of an act: today unless given, and within what the network allows back and ahead. */
export function businessDay(caller: Caller, given: Day | null, field = 'effectiveOn'): Day {
  if (!given) return caller.today;
  const earliest = addDays(caller.today, -caller.backDays);
  const latest = addDays(caller.today, caller.aheadDays);
  if (given < earliest) throw refuse('DAY_TOO_EARLY', { earliest }, field);
  if (given > latest) throw refuse('DAY_TOO_LATE', { latest }, field);
  return given;
}
