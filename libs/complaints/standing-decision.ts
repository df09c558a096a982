import type { Complaint } from './complaint.sql.js';
import { keptDecision, type KeptDecision } from './kept-decision.js';
import { refuse } from './refusals.js';
import type { DecisionRow } from './remedy.sql.js';

/**
 * Reads the last decision as one to act by: a complaint is decided only while it stands. One that lacks facts is refused by
 * their names, and one whose facts have changed since, or whose complaint was opened again, asks for a new one.
 */
export function standingDecision({ state }: Pick<Complaint, 'state'>, row: DecisionRow): KeptDecision {
  const decision = keptDecision(row);
  if (decision.covered === 'undecided') throw refuse('FACTS_MISSING', { facts: decision.missing.map(({ fact }) => fact).join(', ') }, 'complaintId');
  if (state !== 'decided') throw refuse('DECISION_STALE', { decidedOn: decision.decidedOn }, 'complaintId');
  return decision;
}
