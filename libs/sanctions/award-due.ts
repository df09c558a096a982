import { day, type Day } from '@app/kernel';
import { agreedSince, type Term } from './agreed-since.js';
import type { AwardRow, SanctionRules } from './policy.js';
import type { CountableComplaint } from './sanctions-due.js';

export interface AwardFacts {
  readonly today: Day;
  readonly year: number;
  readonly terms: readonly Term[];
  readonly complaints: readonly CountableComplaint[];
}

/** Why a year earns no award, or the award that it earns. */
export type AwardDecision = { readonly award: AwardRow } | { readonly award: null; readonly why: 'YEAR_NOT_OVER' | 'NOT_A_FULL_YEAR' | 'COMPLAINED_OF' | 'NO_AWARD' };

/** The award for a whole calendar year under agreement without a counted complaint. */
export function awardDue({ today, year, terms, complaints }: AwardFacts, { awards }: SanctionRules): AwardDecision {
  const [first, last] = [day(`${year}-01-01`), day(`${year}-12-31`)];
  if (today <= last) return { award: null, why: 'YEAR_NOT_OVER' };
  const since = agreedSince(terms, last);
  if (since === null || since > first) return { award: null, why: 'NOT_A_FULL_YEAR' };
  const [award] = awards;
  if (!award) return { award: null, why: 'NO_AWARD' };
  const counted = complaints.filter((one) => one.counts && one.receivedOn >= first && one.receivedOn <= last);
  return counted.length > award.atMost ? { award: null, why: 'COMPLAINED_OF' } : { award };
}
