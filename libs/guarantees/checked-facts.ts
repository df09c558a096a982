import { isWithin, rate, type Day } from '@app/kernel';
import type { RemedyFacts } from './facts.js';
import { refuse } from './refusals.js';

const beforeTheReport = [
  'soldOn', 'invoicedOn', 'deliveredOn', 'acceptedOn', 'installedOn', 'madeOn', 'pickedUpOn', 'partReturnedOn',
] as const satisfies readonly (keyof RemedyFacts)[];

const notBeforeTheSale = ['deliveredOn', 'acceptedOn', 'installedOn', 'partReturnedOn'] as const satisfies readonly (keyof RemedyFacts)[];

/** The same facts, or a refusal that names the field: days in the wrong order or to come, a repair that ends before it begins, a strange rate. */
export function checkedFacts(facts: RemedyFacts, today: Day): RemedyFacts {
  const { reportedOn, reachedBrandOn, makersRate } = facts;
  if (reportedOn > today) throw refuse('FACT_IN_FUTURE', { today }, 'reportedOn');
  if (reachedBrandOn !== null && reachedBrandOn > today) throw refuse('FACT_IN_FUTURE', { today }, 'reachedBrandOn');
  for (const field of beforeTheReport) {
    const day = facts[field];
    if (day !== null && day > reportedOn) throw refuse('FACT_AFTER_REPORT', { reportedOn }, field);
  }
  beforeNoSale(facts);
  for (const [i, { receivedOn, returnedOn }] of (facts.repairs ?? []).entries()) {
    if (receivedOn > reportedOn) throw refuse('FACT_AFTER_REPORT', { reportedOn }, `repairs.${i}.receivedOn`);
    if (returnedOn !== null && returnedOn > reportedOn) throw refuse('FACT_AFTER_REPORT', { reportedOn }, `repairs.${i}.returnedOn`);
    if (returnedOn !== null && returnedOn < receivedOn) throw refuse('REPAIR_ENDS_FIRST', { receivedOn }, `repairs.${i}.returnedOn`);
  }
  for (const [i, day] of (facts.exchanges ?? []).entries()) if (day > reportedOn) throw refuse('FACT_AFTER_REPORT', { reportedOn }, `exchanges.${i}`);
  if (makersRate !== null && !isWithin(makersRate, rate('0'), rate('1'))) throw refuse('RATE_OUT_OF_RANGE', {}, 'makersRate');
  return facts;
}

/** Nothing is delivered, repaired or exchanged before it is sold. */
function beforeNoSale({ soldOn, repairs, exchanges, ...facts }: RemedyFacts): void {
  if (soldOn === null) return;
  const days = [
    ...notBeforeTheSale.map((field) => [field, facts[field]] as const),
    ...(repairs ?? []).map(({ receivedOn }, i) => [`repairs.${i}.receivedOn`, receivedOn] as const),
    ...(exchanges ?? []).map((day, i) => [`exchanges.${i}`, day] as const),
  ];
  for (const [field, day] of days) if (day !== null && day < soldOn) throw refuse('FACT_BEFORE_SALE', { soldOn }, field);
}
