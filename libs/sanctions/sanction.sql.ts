import { statement } from '@app/database';
import type { Day } from '@app/kernel';
import type { Measure } from './policy.js';
import type { EarlierSanction, SanctionState } from './sanctions-due.js';

/** A sanction against a member, as proposed; what was decided on it stands in rows of its own. */
export interface Sanction {
  readonly id: string;
  readonly memberId: string;
  readonly rule: string;
  readonly measure: Measure;
  readonly problem: string | null;
  readonly windowFrom: Day | null;
  readonly windowThrough: Day | null;
  readonly moreThan: number | null;
  readonly staffCode: string | null;
  readonly reason: string | null;
  readonly amountMinor: bigint | null;
  readonly currency: string;
  readonly dueDays: number | null;
  readonly wholeDeposit: boolean;
  readonly isPublic: boolean;
  readonly packId: string;
  readonly packVersion: number;
  readonly packDigest: string;
  readonly appealDays: number;
  readonly state: SanctionState;
  readonly proposedBy: string | null;
  readonly proposedOn: Day;
  readonly version: number;
}

/** An insert, or none where proposed_once is met: of two at once the second waits for the first and adds nothing. */
export const insertSanction = statement<Omit<Sanction, 'state' | 'version'>, Sanction>('sanctions.insert', `
  INSERT INTO sanction (network_id, id, member_id, rule, measure, problem, window_from, window_through, more_than, staff_code, reason, amount_minor, currency, due_days,
                        whole_deposit, is_public, pack_id, pack_version, pack_digest, appeal_days, state, proposed_by, proposed_on)
  VALUES ($network, $id, $memberId, $rule, $measure, $problem, $windowFrom, $windowThrough, $moreThan, $staffCode, $reason, $amountMinor, $currency, $dueDays,
          $wholeDeposit, $isPublic, $packId, $packVersion, $packDigest, $appealDays, 'proposed', $proposedBy, $proposedOn)
  ON CONFLICT (network_id, member_id, measure, problem, window_from) WHERE window_from IS NOT NULL DO NOTHING
  RETURNING *
`);

/** Adds the complaints that counted; locks nothing. */
export const insertComplaints = statement<{ sanctionId: string; memberId: string; complaintIds: readonly string[] }>('sanctions.insert-complaints', `
  INSERT INTO sanction_complaint (network_id, sanction_id, complaint_id, member_id)
  SELECT $network, $sanctionId::uuid, complaint_id, $memberId::uuid FROM unnest($complaintIds::uuid[]) AS complaint_id
`);

/** Locks the case: of two decisions at once the second finds it decided. */
export const lockSanction = statement<{ sanctionId: string }, Sanction>('sanctions.lock', `
  SELECT * FROM sanction WHERE network_id = $network AND id = $sanctionId FOR UPDATE
`);

/** The row that lockSanction holds. */
export const setState = statement<{ sanctionId: string; state: SanctionState }, Sanction>('sanctions.set-state', `
  UPDATE sanction SET state = $state, version = version + 1 WHERE network_id = $network AND id = $sanctionId RETURNING *
`);

/** By primary key, many at once; locks nothing. */
export const readSanctions = statement<{ sanctionIds: string[] }, Sanction>('sanctions.read', `
  SELECT * FROM sanction WHERE network_id = $network AND id = ANY($sanctionIds::uuid[])
`);

/** A page in id order by the primary key, or by sanction_by_member for one member; locks nothing. */
export const listSanctions = statement<{ memberId: string | null; state: string | null; after: string | null; count: number }, Sanction>('sanctions.list', `
  SELECT * FROM sanction
  WHERE network_id = $network AND ($memberId::uuid IS NULL OR member_id = $memberId) AND ($state::text IS NULL OR state = $state)
    AND id > coalesce($after::uuid, '00000000-0000-0000-0000-000000000000')
  ORDER BY id LIMIT $count
`);

/** What a member was proposed and given so far, with decision and service; by sanction_by_member. Locks nothing. */
export const listEarlier = statement<{ memberId: string }, EarlierSanction & { id: string; rule: string; staffCode: string | null }>('sanctions.list-earlier', `
  SELECT s.id, s.rule, s.measure, s.problem, s.window_from, s.state, s.staff_code, d.decided_on, n.served_on
  FROM sanction s
  LEFT JOIN sanction_decision d ON d.network_id = $network AND d.sanction_id = s.id AND NOT d.on_appeal
  LEFT JOIN notice n ON n.network_id = $network AND n.case_type = 'sanction' AND n.case_id = s.id
  WHERE s.network_id = $network AND s.member_id = $memberId ORDER BY s.id
`);

/** The complaints that counted, for the loaders; by the primary key. Locks nothing. */
export const listComplaintsOf = statement<{ sanctionIds: string[] }, { sanctionId: string; complaintId: string }>('sanctions.list-complaints', `
  SELECT sanction_id, complaint_id FROM sanction_complaint
  WHERE network_id = $network AND sanction_id = ANY($sanctionIds::uuid[]) ORDER BY sanction_id, complaint_id
`);
