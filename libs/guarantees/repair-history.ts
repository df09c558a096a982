import { daysBetween, type Day } from '@app/kernel';
import type { RemedyFacts, Repair } from './facts.js';
import type { RepairCount, RepairTime } from './policy.js';
import { failedBy, held, unknown, type Verdict } from './verdict.js';

/** Whether the record holds as many repairs that are done as a rule asks for. */
export function repairsCounted(wanted: RepairCount, facts: RemedyFacts): Verdict {
  const { repairs, defect, part } = facts;
  if (!repairs) return unknown('repairs');
  if (wanted.same === 'fault' && defect === null) return unknown('defect');
  if ((wanted.same === 'part' || wanted.same === 'replaced_part') && part === null) return unknown('part');
  const counted = repairs.filter((repair) => repair.returnedOn !== null && isSame(repair, wanted, facts)).length;
  return counted >= wanted.atLeast ? held : failedBy('repairs', `at least ${wanted.atLeast}${wanted.same ? ` of the same ${wanted.same}` : ''}`, String(counted));
}

function isSame(repair: Repair, { same }: RepairCount, { defect, part, component }: RemedyFacts): boolean {
  if (same === 'fault') return repair.fault === defect;
  if (!same) return true;
  return repair.part === part && repair.component === component && (same === 'part' || repair.replaced);
}

/** Whether the goods were longer in repair than a rule bears with, by the rule's own rounding. */
export function timeInRepair(wanted: RepairTime, { repairs, reportedOn }: RemedyFacts): Verdict {
  if (!repairs) return unknown('repairs');
  const each = repairs
    .filter((repair) => !wanted.lateBy || repair.late.some(({ by }) => by === wanted.lateBy))
    .map((repair) => repairDays(repair, reportedOn, wanted));
  const days = wanted.of === 'all' ? each.reduce((sum, one) => sum + one, 0) : Math.max(0, ...each);
  return days > wanted.over ? held : failedBy('days in repair', `over ${wanted.over}${wanted.lateBy ? `, late by ${wanted.lateBy}` : ''}`, String(days));
}

/** An open repair has lasted until the day of the report. */
function repairDays(repair: Repair, until: Day, { rounding, notCounting = [] }: RepairTime): number {
  const elapsed = Math.max(0, daysBetween(repair.receivedOn, repair.returnedOn ?? until));
  const begun = repair.hours === null ? Math.max(1, elapsed) : Math.ceil(repair.hours / 24);
  const free = repair.late.reduce((sum, { by, days }) => (notCounting.includes(by) ? sum + days : sum), 0);
  return Math.max(0, (rounding === 'calendar_days' ? elapsed : begun) - free);
}

/** Days in repair and waiting since a day, by the calendar: what extends a period and bears no wear. */
export function daysAway(repairs: readonly Repair[], since: Day, until: Day): number {
  return repairs.reduce((sum, { receivedOn, returnedOn }) => {
    const [from, to] = [receivedOn < since ? since : receivedOn, returnedOn === null || returnedOn > until ? until : returnedOn];
    return sum + Math.max(0, daysBetween(from, to));
  }, 0);
}
