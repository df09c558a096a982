import { addDays, addYears, refuseKernel, type Caller, type Day } from '@app/kernel';

const yearsAhead = 10;

/**
 * Refuses a day from which a version may not count: one before the network's back-dating, for then what was decided under
 * another version would look wrong; save for the first adoption of a code, which only writes down what was in force anyway.
 */
export function checkStart(caller: Caller, from: Day, firstAdoption: boolean): void {
  const earliest = addDays(caller.today, -caller.backDays);
  const latest = addYears(caller.today, yearsAhead);
  if (from < earliest && !firstAdoption) throw refuseKernel('DAY_TOO_EARLY', { earliest }, 'effectiveFrom');
  if (from > latest) throw refuseKernel('DAY_TOO_LATE', { latest }, 'effectiveFrom');
}

/** The least that the next version of a code may be: an adopted one keeps the number it was shipped with where it can. */
export function leastVersion(latestShipped: number, adopted: number | null): number {
  return adopted ?? latestShipped + 1;
}
