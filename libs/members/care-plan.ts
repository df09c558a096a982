import { addDays, addMonths, daysBetween, type Day } from '@app/kernel';
import type { CareEvent, CarePlanPolicy, RepeatedCare } from './policy.js';

/** What is known of one consumer. */
export interface CareFacts {
  readonly soldOn: Day;
  /** Null where nobody says; then the policy's own length counts. */
  readonly warrantyEndsOn: Day | null;
  readonly events: readonly { readonly kind: CareEvent; readonly on: Day }[];
  /** The day the consumer was found to handle the product; null while nobody has. */
  readonly handlesSince: Day | null;
}

/** One thing to be done on a day, and the row that says so. */
export interface PlannedCare {
  readonly rule: string;
  readonly means: 'call' | 'visit' | 'message';
  readonly byWhom: 'desk' | 'senior';
  readonly dueOn: Day;
}

/** What is to be done for a consumer from a day through another, the earliest first. */
export function carePlan(policy: CarePlanPolicy, facts: CareFacts, from: Day, through: Day): PlannedCare[] {
  const endsOn = facts.warrantyEndsOn ?? addMonths(facts.soldOn, policy.warrantyMonths.value);
  const repeated = policy.repeated.flatMap((row) => repeatedDays(row, facts.soldOn, endsOn, through).map((dueOn) => planned(row, dueOn)));
  const answering = policy.answering.flatMap((row) => facts.events.filter(({ kind }) => kind === row.after).flatMap(({ on }) =>
    Array.from({ length: row.mostTimes }, (_, i) => addDays(on, row.days + i * (row.againDays ?? 0)))
      .filter((dueOn) => row.againDays === null || facts.handlesSince === null || dueOn <= facts.handlesSince)
      .map((dueOn) => planned(row, dueOn))));
  return [...repeated, ...answering].filter(({ dueOn }) => dueOn >= from && dueOn <= through)
    .sort((a, b) => daysBetween(b.dueOn, a.dueOn) || (a.rule < b.rule ? -1 : 1));
}

/** The days of a row that comes again, never the day of the sale itself. */
function repeatedDays(row: RepeatedCare, soldOn: Day, endsOn: Day, through: Day): Day[] {
  const start = row.while === 'after_warranty' ? endsOn : soldOn;
  const last = row.while === 'under_warranty' && endsOn < through ? endsOn : through;
  const days: Day[] = [];
  for (let n = row.everyMonths; ; n += row.everyMonths) {
    const dueOn = onDay(addMonths(start, n), row.dayOfMonth);
    if (dueOn > last) return days;
    days.push(dueOn);
  }
}

const onDay = (day: Day, dayOfMonth: number | null): Day => (dayOfMonth === null ? day : addDays(firstOf(day), dayOfMonth - 1));

const firstOf = (day: Day): Day => `${day.slice(0, 8)}01` as Day;

function planned({ rule, means, byWhom }: Pick<PlannedCare, 'rule' | 'means' | 'byWhom'>, dueOn: Day): PlannedCare {
  return { rule, means, byWhom, dueOn };
}
