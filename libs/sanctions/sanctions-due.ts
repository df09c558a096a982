import { addDays, addMonths, day, type Day, type Money } from '@app/kernel';
import { ladderStep } from './ladder-step.js';
import type { Measure, SanctionRow, SanctionRules } from './policy.js';

export interface CountableComplaint {
  readonly id: string;
  readonly problem: string | null;
  readonly receivedOn: Day;
  /** False of one that was withdrawn or found unfounded. */
  readonly counts: boolean;
}

export type SanctionState = 'proposed' | 'confirmed' | 'refused' | 'appealed' | 'upheld' | 'lifted';

export interface EarlierSanction {
  readonly measure: Measure;
  readonly problem: string | null;
  readonly windowFrom: Day | null;
  readonly state: SanctionState;
  readonly decidedOn: Day | null;
  readonly servedOn: Day | null;
}

export interface SanctionFacts {
  readonly today: Day;
  /** Since when the member has been under agreement without a break; null where it is under none. */
  readonly agreedSince: Day | null;
  readonly complaints: readonly CountableComplaint[];
  readonly sanctions: readonly EarlierSanction[];
}

/** What the rules propose against a member, and what counted for it. */
export interface SanctionDue {
  readonly rule: string;
  readonly measure: Measure;
  readonly problem: string | null;
  readonly windowFrom: Day;
  readonly windowThrough: Day;
  readonly complaintIds: readonly string[];
  /** Strictly more complaints than this are needed; null where it is not complaints that are counted. */
  readonly moreThan: number | null;
  readonly amount: Money | null;
  readonly dueDays: number | null;
  readonly wholeDeposit: boolean;
}

interface Window {
  readonly from: Day;
  readonly through: Day;
}

/** Whether a sanction was confirmed and not lifted since. */
export const stands = ({ state }: Pick<EarlierSanction, 'state'>): boolean => state === 'confirmed' || state === 'appealed' || state === 'upheld';

/** The sanctions that are due by the counted complaints and were not proposed yet: of several steps of one ladder the last. */
export function sanctionsDue(facts: SanctionFacts, rules: SanctionRules): SanctionDue[] {
  const { agreedSince, today, sanctions } = facts;
  if (!agreedSince || sanctions.some((one) => one.measure === 'expulsion' && stands(one))) return [];
  const counted = facts.complaints.filter((one) => one.counts && one.receivedOn >= agreedSince && one.receivedOn <= today);
  const due = [
    ...repeated(counted, today, rules), ...afterUltimatum(counted, sanctions, rules),
    ...inAll(counted, { from: agreedSince, through: today }, rules), ...byNotices(sanctions, { from: agreedSince, through: today }, rules),
  ];
  return due.filter((one) => !sanctions.some((made) => made.measure === one.measure && made.problem === one.problem && made.windowFrom === one.windowFrom));
}

/** This calendar month, and the last one: an intake may be recorded late. */
function repeated(counted: readonly CountableComplaint[], today: Day, { ladder }: SanctionRules): SanctionDue[] {
  return [monthOf(addMonths(monthOf(today).from, -1)), monthOf(today)].flatMap((window) =>
    problemsIn(counted, window).flatMap(([problem, complaints]) =>
      proposed(ladderStep(ladder, 'same_problem', complaints.length), problem, window, complaints)));
}

function afterUltimatum(counted: readonly CountableComplaint[], sanctions: readonly EarlierSanction[], { ladder, windows }: SanctionRules): SanctionDue[] {
  return sanctions.filter((one) => one.measure === 'ultimatum' && stands(one)).flatMap(({ problem, servedOn }) => {
    if (servedOn === null) return [];
    const window = monthOf(addMonths(monthOf(servedOn).from, windows[0]!.testMonth));
    const complaints = within(counted, window).filter((one) => one.problem === problem);
    return proposed(ladderStep(ladder, 'after_ultimatum', complaints.length), problem, window, complaints);
  });
}

const inAll = (counted: readonly CountableComplaint[], window: Window, { ladder }: SanctionRules): SanctionDue[] =>
  proposed(ladderStep(ladder, 'in_all', counted.length), null, window, counted);

function byNotices(sanctions: readonly EarlierSanction[], window: Window, { ladder }: SanctionRules): SanctionDue[] {
  const notices = sanctions.filter((one) => one.measure === 'quality_notice' && stands(one) && one.decidedOn !== null && one.decidedOn >= window.from);
  return proposed(ladderStep(ladder, 'quality_notices', notices.length), null, window, []);
}

function proposed(row: SanctionRow | null, problem: string | null, window: Window, complaints: readonly CountableComplaint[]): SanctionDue[] {
  if (!row) return [];
  const { id: rule, measure, amount, dueDays, wholeDeposit } = row;
  const moreThan = row.trigger === 'quality_notices' ? null : row.moreThan;
  return [{
    rule, measure, problem, windowFrom: window.from, windowThrough: window.through, complaintIds: complaints.map(({ id }) => id), moreThan,
    amount, dueDays, wholeDeposit,
  }];
}

function problemsIn(counted: readonly CountableComplaint[], window: Window): [string, CountableComplaint[]][] {
  const byProblem = new Map<string, CountableComplaint[]>();
  for (const one of within(counted, window)) {
    if (one.problem !== null) byProblem.set(one.problem, [...(byProblem.get(one.problem) ?? []), one]);
  }
  return [...byProblem];
}

const within = (counted: readonly CountableComplaint[], { from, through }: Window) => counted.filter((one) => one.receivedOn >= from && one.receivedOn <= through);

/** The calendar month in which a day lies. */
function monthOf(on: Day): Window {
  const from = day(`${on.slice(0, 7)}-01`);
  return { from, through: addDays(addMonths(from, 1), -1) };
}
