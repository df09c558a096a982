import { statement } from '@app/database';
import type { Day } from '@app/kernel';
import type { ResponsibleParty } from './policy.js';

/** Whether the shop must answer first, and whether it did. */
export interface FirstResponsibility {
  readonly complaintId: string;
  readonly applies: boolean;
  readonly reason: string;
  readonly confirmedBy: string;
  readonly confirmedOn: Day;
  readonly carriedOut: boolean | null;
  readonly auditReason: string | null;
  readonly auditedBy: string | null;
  readonly auditedOn: Day | null;
}

/** Who is responsible for the quality, and what became of the shop's contest. */
export interface Responsibility {
  readonly complaintId: string;
  readonly party: ResponsibleParty;
  readonly reason: string;
  readonly determinedBy: string;
  readonly determinedOn: Day;
  readonly contestReason: string | null;
  readonly contestedOn: Day | null;
  readonly decidedParty: ResponsibleParty | null;
  readonly decisionReason: string | null;
  readonly decidedBy: string | null;
  readonly decidedOn: Day | null;
}

/** A second confirmation breaks first_responsibility_once. */
export const insertFirst = statement<
  Pick<FirstResponsibility, 'complaintId' | 'applies' | 'reason' | 'confirmedBy' | 'confirmedOn'> & { memberId: string }, FirstResponsibility
>('complaints.insert-first', `
  INSERT INTO first_responsibility (network_id, complaint_id, member_id, applies, reason, confirmed_by, confirmed_on)
  VALUES ($network, $complaintId, $memberId, $applies, $reason, $confirmedBy, $confirmedOn)
  RETURNING *
`);

/** Many at once, by primary key, for the loaders; locks nothing, since the complaint's lock stands before it. */
export const readFirst = statement<{ complaintIds: string[] }, FirstResponsibility>('complaints.read-first', `
  SELECT * FROM first_responsibility WHERE network_id = $network AND complaint_id = ANY($complaintIds::uuid[])
`);

/** Under the complaint's lock. */
export const auditFirst = statement<{ complaintId: string; carriedOut: boolean; reason: string; by: string; on: Day }, FirstResponsibility>('complaints.audit-first', `
  UPDATE first_responsibility SET carried_out = $carriedOut, audit_reason = $reason, audited_by = $by, audited_on = $on
  WHERE network_id = $network AND complaint_id = $complaintId RETURNING *
`);

/** A second determination breaks responsibility_once. */
export const insertResponsibility = statement<
  Pick<Responsibility, 'complaintId' | 'party' | 'reason' | 'determinedBy' | 'determinedOn'> & { memberId: string }, Responsibility
>('complaints.insert-responsibility', `
  INSERT INTO responsibility (network_id, complaint_id, member_id, party, reason, determined_by, determined_on)
  VALUES ($network, $complaintId, $memberId, $party, $reason, $determinedBy, $determinedOn)
  RETURNING *
`);

/** Many at once, by primary key, for the loaders; locks nothing, since the complaint's lock stands before it. */
export const readResponsibilities = statement<{ complaintIds: string[] }, Responsibility>('complaints.read-responsibilities', `
  SELECT * FROM responsibility WHERE network_id = $network AND complaint_id = ANY($complaintIds::uuid[])
`);

/** Under the complaint's lock. */
export const contest = statement<{ complaintId: string; reason: string; by: string; on: Day }, Responsibility>('complaints.contest-responsibility', `
  UPDATE responsibility SET contest_reason = $reason, contested_by = $by, contested_on = $on
  WHERE network_id = $network AND complaint_id = $complaintId RETURNING *
`);

/** Under the complaint's lock. */
export const decide = statement<
  { complaintId: string; party: ResponsibleParty; reason: string; by: string; on: Day }, Responsibility
>('complaints.decide-responsibility', `
  UPDATE responsibility SET decided_party = $party, decision_reason = $reason, decided_by = $by, decided_on = $on
  WHERE network_id = $network AND complaint_id = $complaintId RETURNING *
`);
