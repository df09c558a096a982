import { addDays, type Day } from '@app/kernel';

export interface Term {
  readonly startsOn: Day;
  readonly endsOn: Day | null;
}

/** Since when a member has been under agreement without a break, by a day; null where it is under none on that day. */
export function agreedSince(terms: readonly Term[], on: Day): Day | null {
  let since: Day | null = null;
  // From the last back: one that ends the day before the next begins is a renewal.
  for (const { startsOn, endsOn } of [...terms].sort((a, b) => (a.startsOn < b.startsOn ? 1 : -1))) {
    const needed: Day = since === null ? on : addDays(since, -1);
    if (startsOn <= needed && (endsOn === null || endsOn >= needed)) since = startsOn;
  }
  return since;
}
