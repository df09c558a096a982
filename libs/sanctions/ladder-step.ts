import type { SanctionRow, Trigger } from './policy.js';

/** The last step that a count has passed, strictly; null where it has passed none. Of one rule, where it is named. */
export function ladderStep(ladder: readonly SanctionRow[], trigger: Trigger, count: number, rule: string | null = null): SanctionRow | null {
  return ladder.filter((row) => row.trigger === trigger && (rule === null || row.id === rule) && count > row.moreThan)
    .sort((a, b) => a.moreThan - b.moreThan).at(-1) ?? null;
}
