import { addYears, type Caller, type Day } from '@app/kernel';
import { refuse } from './refusals.js';

const years = 100;

/** Refuses a day so far ahead that it stands for "never", from which no deadline could be counted. */
export function mustBeReasonable(caller: Caller, given: Day | null, field: string): void {
  const latest = addYears(caller.today, years);
  if (given && given > latest) throw refuse('AGREEMENT_TOO_LONG', { latest }, field);
}
