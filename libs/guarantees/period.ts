import { addDays, addMonths, earlier, later, type Day } from '@app/kernel';
import type { FactName, RemedyFacts } from './facts.js';
import type { Lengths, PeriodRow } from './policy.js';
import { daysAway } from './repair-history.js';
import { startingDay } from './starting-day.js';
import { failedBy, held, unknown, type Verdict } from './verdict.js';

/** Whether a guarantee still runs; goods for which no length is stated need a parameter, never a guess. */
export function inPeriod(rows: readonly PeriodRow[], facts: RemedyFacts): Verdict {
  const forParts = rows.filter((row) => row.parts);
  const rest = rows.filter((row) => !row.parts);
  if (forParts.length === 0 || facts.part !== null) {
    const row = forParts.find((one) => one.parts!.includes(facts.part!)) ?? rest[0];
    return row ? runs(row, facts) : unknown('period');
  }
  const all = rows.map((row) => runs(row, facts));
  return all.every((verdict) => verdict.is === all[0]!.is) ? all[0]! : unknown('part');
}

/** What only lengthens a period is asked for only where the period is over without it. */
function runs(row: PeriodRow, facts: RemedyFacts): Verdict {
  const plain = startOf(row, facts);
  const asOf = row.whenAtBrand ? facts.reachedBrandOn : facts.reportedOn;
  if ('missing' in plain) return unknown(plain.missing);
  if (!asOf) return unknown('reachedBrandOn');
  if (row.plus && facts[row.plus] === null) return unknown(row.plus);
  const lengths = facts.member && row.lastsForMembers ? row.lastsForMembers : row.lasts;
  const first = ended(row, lengths, plain.day, 0, asOf, facts);
  if (first.is !== 'failed') return first;
  const missing = [
    ...(row.restartsOn?.includes('exchange') && !facts.exchanges ? ['exchanges' as const] : []),
    ...(needsRepairs(row) && !facts.repairs ? ['repairs' as const] : []),
    ...(row.lastsForMembers && facts.member === null ? ['member' as const] : []),
  ];
  if (missing.length > 0) return unknown(...missing);
  const start = restarted(row, plain.day, facts);
  return ended(row, lengths, start, row.extendedByRepair ? daysAway(facts.repairs!, start, asOf) : 0, asOf, facts);
}

const needsRepairs = ({ extendedByRepair, restartsOn = [] }: PeriodRow): boolean =>
  extendedByRepair === true || restartsOn.includes('part_repaired') || restartsOn.includes('part_replaced');

function startOf(row: PeriodRow, facts: RemedyFacts): { readonly day: Day } | { readonly missing: FactName } {
  const start = startingDay(row.from, facts);
  return 'missing' in start && row.elseDaysFromMaking !== undefined && facts.madeOn ? { day: addDays(facts.madeOn, row.elseDaysFromMaking) } : start;
}

function restarted({ restartsOn = [] }: PeriodRow, start: Day, { exchanges, repairs, part, component, reportedOn }: RemedyFacts): Day {
  const anew = [
    ...(restartsOn.includes('exchange') ? exchanges! : []),
    ...(repairs ?? []).flatMap(({ part: mended, component: named, replaced, returnedOn }) =>
      returnedOn && mended !== null && mended === part && named === component && (restartsOn.includes('part_repaired') || (replaced && restartsOn.includes('part_replaced'))) ? [returnedOn] : []),
  ];
  return anew.filter((day) => day <= reportedOn).reduce(later, start);
}

/** The last day counts; of days and kilometres what is reached first ends it. */
function ended(row: PeriodRow, lengths: Lengths, start: Day, extraDays: number, asOf: Day, facts: RemedyFacts): Verdict {
  const last = lastDay(lengths, start, row.plus ? facts[row.plus]! : 0);
  const end = last !== null && extraDays > 0 ? addDays(last, extraDays) : last;
  if (end !== null && asOf > end) return failedBy(row.id, `by ${end}`, asOf);
  if (lengths.km === undefined) return held;
  const { km } = facts;
  if (km === null) return unknown('km');
  return km <= lengths.km ? held : failedBy(row.id, `by ${lengths.km} km`, `${km} km`);
}

function lastDay({ days, months, years }: Lengths, start: Day, moreMonths: number): Day | null {
  const inMonths = (months ?? 0) + (years ?? 0) * 12;
  const byMonths = months === undefined && years === undefined ? null : addMonths(start, inMonths + moreMonths);
  const byDays = days === undefined ? null : addDays(start, days);
  return byMonths && byDays ? earlier(byMonths, byDays) : byMonths ?? byDays;
}
