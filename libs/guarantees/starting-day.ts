import type { Day } from '@app/kernel';
import type { FactName, RemedyFacts } from './facts.js';
import type { Start } from './vocabulary.js';

const factOf = {
  sale: 'soldOn', invoice: 'invoicedOn', delivery: 'deliveredOn', acceptance: 'acceptedOn', installation: 'installedOn', pick_up: 'pickedUpOn', report: 'reportedOn',
} as const satisfies Record<Start, FactName>;

/** The first of these days that is known, or the fact to ask for. */
export function startingDay(from: readonly Start[], facts: RemedyFacts): { readonly day: Day } | { readonly missing: FactName } {
  for (const start of from) {
    const day = facts[factOf[start]];
    if (day !== null) return { day };
  }
  return { missing: factOf[from[0] ?? 'sale'] };
}
