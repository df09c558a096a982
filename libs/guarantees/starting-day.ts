import { later, type Day } from '@app/kernel';
import type { FactName, RemedyFacts } from './facts.js';
import type { Start } from './vocabulary.js';

const factOf = {
  sale: 'soldOn', invoice: 'invoicedOn', delivery: 'deliveredOn', acceptance: 'acceptedOn', installation: 'installedOn', pick_up: 'pickedUpOn', part_return: 'partReturnedOn', last_repair: 'repairs',
  report: 'reportedOn',
} as const satisfies Record<Start, FactName>;

type DayFact = Exclude<(typeof factOf)[Start], 'repairs'>;

/** The first of these days that is known, or the fact to ask for. */
export function startingDay(from: readonly Start[], facts: RemedyFacts): { readonly day: Day } | { readonly missing: FactName } {
  for (const start of from) {
    const day = start === 'last_repair' ? lastReturn(facts) : facts[factOf[start] as DayFact];
    if (day !== null) return { day };
  }
  return { missing: factOf[from[0] ?? 'sale'] };
}

/** When the goods last came back from a repair. */
function lastReturn({ repairs }: RemedyFacts): Day | null {
  const days = (repairs ?? []).flatMap(({ returnedOn }) => returnedOn ?? []);
  return days.length > 0 ? days.reduce(later) : null;
}
