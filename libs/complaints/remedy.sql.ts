import { statement } from '@app/database';
import type { Remedy } from '@app/guarantees';
import type { Day } from '@app/kernel';

/** A pack by which a decision was made. */
export interface PackUsed {
  readonly code: string;
  readonly version: number;
  readonly digest: string;
}

/** A decision as it is kept: amounts stand in it as text, see keptDecision. */
export interface DecisionRow {
  readonly id: string;
  readonly complaintId: string;
  readonly covered: 'covered' | 'not_covered' | 'undecided';
  readonly facts: unknown;
  readonly decision: unknown;
  readonly packs: readonly PackUsed[];
  readonly decidedOn: Day;
  /** What the consumer chose of it, and when. */
  readonly chosen: Remedy | null;
  readonly chosenOn: Day | null;
}

/** A decision, under the complaint's lock. */
export const insertDecision = statement<{
  id: string; complaintId: string; memberId: string; covered: string; facts: string; decision: string; packs: string; decidedBy: string; decidedOn: Day;
}>('complaints.insert-decision', `
  INSERT INTO remedy_decision (network_id, id, complaint_id, member_id, covered, facts, decision, packs, decided_by, decided_on)
  VALUES ($network, $id, $complaintId, $memberId, $covered, $facts::jsonb, $decision::jsonb, $packs::jsonb, $decidedBy, $decidedOn)
`);

/** The last decision on each complaint, with its choice; by remedy_decision_by_complaint. Locks nothing: the complaint's lock stands before it. */
export const readLastDecisions = statement<{ complaintIds: string[] }, DecisionRow>('complaints.read-last-decisions', `
  SELECT d.*, h.remedy AS chosen, h.chosen_on FROM unnest($complaintIds::uuid[]) AS c (id)
  CROSS JOIN LATERAL (
    SELECT * FROM remedy_decision x WHERE x.network_id = $network AND x.complaint_id = c.id ORDER BY x.id DESC LIMIT 1
  ) d
  LEFT JOIN remedy_choice h ON h.network_id = $network AND h.decision_id = d.id
`);

/** A second choice on a decision breaks remedy_chosen_once. */
export const insertChoice = statement<
  { decisionId: string; complaintId: string; memberId: string; remedy: Remedy; chosenOn: Day; recordedBy: string }
>('complaints.insert-choice', `
  INSERT INTO remedy_choice (network_id, decision_id, complaint_id, member_id, remedy, chosen_on, recorded_by)
  VALUES ($network, $decisionId, $complaintId, $memberId, $remedy, $chosenOn, $recordedBy)
`);

/** The row that lockComplaint holds. */
export const markDecided = statement<{ complaintId: string; state: 'open' | 'decided' }>('complaints.mark-decided', `
  UPDATE complaint SET state = $state WHERE network_id = $network AND id = $complaintId
`);
