import { statement } from '@app/database';
import type { Day } from '@app/kernel';

export interface SanctionDecision {
  readonly id: string;
  readonly sanctionId: string;
  readonly memberId: string;
  readonly outcome: 'confirmed' | 'refused' | 'upheld' | 'lifted';
  readonly reason: string;
  readonly decidedBy: string;
  readonly decidedOn: Day;
  /** From when its money counts as given back; of a lifted one alone. */
  readonly effectiveOn: Day | null;
}

export interface SanctionAppeal {
  readonly id: string;
  readonly sanctionId: string;
  readonly memberId: string;
  readonly reason: string;
  readonly appealedBy: string;
  readonly appealedOn: Day;
}

/** An insert under the lock of its sanction. */
export const insertDecision = statement<SanctionDecision, SanctionDecision>('sanctions.insert-decision', `
  INSERT INTO sanction_decision (network_id, id, sanction_id, member_id, outcome, reason, decided_by, decided_on, effective_on)
  VALUES ($network, $id, $sanctionId, $memberId, $outcome, $reason, $decidedBy, $decidedOn, $effectiveOn) RETURNING *
`);

/** In the order in which they were made, by sanction_decided_once; locks nothing. */
export const listDecisions = statement<{ sanctionIds: string[] }, SanctionDecision>('sanctions.list-decisions', `
  SELECT id, sanction_id, member_id, outcome, reason, decided_by, decided_on, effective_on FROM sanction_decision
  WHERE network_id = $network AND sanction_id = ANY($sanctionIds::uuid[]) ORDER BY sanction_id, on_appeal
`);

/** An insert under the lock of its sanction; a second breaks appealed_once. */
export const insertAppeal = statement<SanctionAppeal, SanctionAppeal>('sanctions.insert-appeal', `
  INSERT INTO sanction_appeal (network_id, id, sanction_id, member_id, reason, appealed_by, appealed_on)
  VALUES ($network, $id, $sanctionId, $memberId, $reason, $appealedBy, $appealedOn) RETURNING *
`);

/** By appealed_once, for the loaders; locks nothing. */
export const listAppeals = statement<{ sanctionIds: string[] }, SanctionAppeal>('sanctions.list-appeals', `
  SELECT * FROM sanction_appeal WHERE network_id = $network AND sanction_id = ANY($sanctionIds::uuid[]) ORDER BY sanction_id
`);
