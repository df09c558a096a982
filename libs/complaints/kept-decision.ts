import type { RemedyDecision, RemedyOption } from '@app/guarantees';
import type { Day } from '@app/kernel';
import type { DecisionRow, PackUsed } from './remedy.sql.js';

/** A recorded decision, as the rule made it. */
export interface KeptDecision extends Omit<RemedyDecision, 'packs'> {
  readonly id: string;
  readonly complaintId: string;
  readonly packs: readonly PackUsed[];
  readonly decidedOn: Day;
  readonly chosen: RemedyOption | null;
  readonly chosenOn: Day | null;
}

/** Reads a decision back as it was: its amounts are bigints again. */
export function keptDecision({ id, complaintId, decision, packs, decidedOn, chosen, chosenOn }: DecisionRow): KeptDecision {
  const made = withAmounts(decision) as RemedyDecision;
  return { ...made, id, complaintId, packs, decidedOn, chosenOn, chosen: made.options.find(({ remedy }) => remedy === chosen) ?? null };
}

function withAmounts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withAmounts);
  if (!value || typeof value !== 'object') return value;
  const fields = value as Record<string, unknown>;
  if (typeof fields.minor === 'string' && typeof fields.currency === 'string') return { minor: BigInt(fields.minor), currency: fields.currency };
  return Object.fromEntries(Object.entries(fields).map(([name, item]) => [name, withAmounts(item)]));
}
