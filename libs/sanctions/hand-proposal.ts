import { formatAmount, type Money } from '@app/kernel';
import { ladderStep } from './ladder-step.js';
import type { SanctionRow, SanctionRules } from './policy.js';
import { refuse } from './refusals.js';

export interface HandFacts {
  readonly rule: string;
  /** Cases of the same rule, and of the same person where there is one, that stand already. */
  readonly earlier: number;
  readonly staffCode: string | null;
  readonly amount: Money | null;
  readonly noticeWorkingDays: number | null;
  readonly approved: boolean | null;
}

/** The rules that look at one person. */
const ofPersons: readonly string[] = ['SN-6', 'SN-9', 'SN-10', 'QF-8'];

/** The step that a person's proposal comes to and what is owed by it, or a refusal that names the rule's condition. */
export function handProposal(facts: HandFacts, { ladder }: SanctionRules): { row: SanctionRow; amount: Money | null } {
  const row = ladderStep(ladder, 'by_hand', facts.earlier + 1, facts.rule);
  if (!row) throw refuse('UNKNOWN_RULE', { rule: facts.rule }, 'rule');
  if (ofPersons.includes(row.id) && facts.staffCode === null) throw refuse('STAFF_CODE_MISSING', { rule: row.id }, 'staffCode');
  if (row.noticeWorkingDays !== null) mustBeABreach(facts, row.noticeWorkingDays);
  const { amount } = facts;
  if (row.amount && amount && (amount.minor !== row.amount.minor || amount.currency !== row.amount.currency)) {
    throw refuse('AMOUNT_FIXED', { rule: row.id, amount: formatAmount(row.amount) }, 'amount');
  }
  return { row, amount: row.amount ?? amount };
}

function mustBeABreach({ noticeWorkingDays, approved }: HandFacts, needed: number): void {
  if (noticeWorkingDays === null || approved === null) throw refuse('MOVE_FACTS_MISSING', {}, 'noticeWorkingDays');
  if (approved && noticeWorkingDays >= needed) throw refuse('NOT_A_BREACH', { days: noticeWorkingDays }, 'noticeWorkingDays');
}
