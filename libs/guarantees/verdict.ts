import type { FactName } from './facts.js';

/** Why a condition does not hold, with its figures. */
export interface Failed {
  readonly condition: string;
  readonly wanted: string;
  readonly found: string;
}

/** A condition holds, fails with its figures, or cannot be told before some facts are known. */
export type Verdict = { readonly is: 'held' } | { readonly is: 'failed'; readonly failed: Failed } | { readonly is: 'unknown'; readonly missing: readonly FactName[] };

export const held: Verdict = { is: 'held' };

export const unknown = (...missing: readonly FactName[]): Verdict => ({ is: 'unknown', missing });

export const failedBy = (condition: string, wanted: string, found: string): Verdict => ({ is: 'failed', failed: { condition, wanted, found } });

/** One must hold; where none does and one is not known, its facts are asked for. */
export function anyOf(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.some((verdict) => verdict.is === 'held')) return held;
  const missing = verdicts.flatMap((verdict) => (verdict.is === 'unknown' ? verdict.missing : []));
  if (missing.length > 0) return { is: 'unknown', missing };
  const failed = verdicts.flatMap((verdict) => (verdict.is === 'failed' ? [verdict.failed] : []));
  return failedBy(failed.map((one) => one.condition).join(' or '), failed.map((one) => one.wanted).join(' or '), failed.map((one) => one.found).join(', '));
}
