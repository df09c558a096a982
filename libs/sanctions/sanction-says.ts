import type { Day } from '@app/kernel';
import type { Sanction } from './sanction.sql.js';

/** The figures and codes of which a sanction's notice is made; what does not apply is left out. */
export function sanctionSays(
  { rule, measure, problem, windowFrom, windowThrough, staffCode, appealDays, currency }: Sanction,
  { complaints, amount, dueOn }: { complaints: number; amount: string | null; dueOn: Day | null },
): Record<string, string> {
  const all = {
    rule, measure, problem, windowFrom, windowThrough, staffCode, complaints: complaints > 0 ? String(complaints) : null,
    amount, currency: amount === null ? null : currency, dueOn, appealDays: String(appealDays),
  };
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null));
}
