import type { Money } from '@app/kernel';
import { field, rulesReader, type PackKind, type PackRow } from '@app/policies';
import { mallSanctions } from './mall.pack.js';

/** What is counted: complaints in a window, written notices of quality, or the cases of one person or one kind. */
export const triggers = ['same_problem', 'after_ultimatum', 'in_all', 'quality_notices', 'by_hand'] as const;
export type Trigger = (typeof triggers)[number];

export const measures = [
  'oral_warning', 'ultimatum', 'expulsion', 'complaint_fund', 'quality_notice', 'may_end_contract', 'bond_kept', 'staff_warning', 'staff_penalty',
  'staff_dismissal', 'quality_warning', 'penalty_slip', 'graded_penalty', 'person_fine', 'relocation_fine',
] as const;
export type Measure = (typeof measures)[number];

/** One step of a ladder: what follows once there are more than so many. */
export interface SanctionRow extends PackRow {
  readonly trigger: Trigger;
  readonly measure: Measure;
  /** Strictly more than this many (超过). */
  readonly moreThan: number;
  /** What is owed; null where the rule has no figure. */
  readonly amount: Money | null;
  /** By when it is to be paid in one payment, in days from the decision; null where it is taken at once. */
  readonly dueDays: number | null;
  readonly wholeDeposit: boolean;
  /** Less notice than this many working days is a breach; null where notice does not matter. */
  readonly noticeWorkingDays: number | null;
}

export interface AwardRow extends PackRow {
  readonly plaque: string;
  /** At most this many complaints in the calendar year. */
  readonly atMost: number;
}

export interface WindowRow extends PackRow {
  /** In which calendar month after the one of its service an ultimatum is tested. */
  readonly testMonth: number;
  /** Within how many days from its service a sanction may be appealed. */
  readonly appealDays: number;
}

export interface SanctionRules {
  readonly ladder: readonly SanctionRow[];
  readonly awards: readonly AwardRow[];
  readonly windows: readonly WindowRow[];
}

/** The code of the one pack of sanctions that a network has. */
export const sanctionCode = 'mall-sanctions';

/** What a member has earned by complaints and breaches, and what by their absence. */
export const sanctionKind: PackKind<SanctionRules> = {
  kind: 'sanctions',
  zh: '处罚与奖励',
  en: 'sanctions and awards',
  parse: rulesReader<SanctionRules>({
    ladder: {
      trigger: field.oneOf(...triggers), measure: field.oneOf(...measures), moreThan: field.whole(0, 10_000), amount: field.orNull(field.amount),
      dueDays: field.orNull(field.whole(1, 365)), wholeDeposit: field.flag, noticeWorkingDays: field.orNull(field.whole(1, 250)),
    },
    awards: { plaque: field.text(60), atMost: field.whole(0, 1_000) },
    windows: { testMonth: field.whole(1, 12), appealDays: field.whole(1, 365) },
  }, ({ windows }) => (windows.length === 1 ? [] : [{ path: 'windows', row: null, code: 'ONE_ROW', zh: '应有且只有一行', en: 'must have one row' }])),
  shipped: [mallSanctions],
};
