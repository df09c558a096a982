import { statement } from '@app/database';
import type { ExplainedLine } from '@app/guarantees';
import type { Day } from '@app/kernel';

/** What is asked for a consumer: who proposed, decided and paid it are three questions, answered by different people. */
export interface CompensationRequest {
  readonly id: string;
  readonly complaintId: string;
  readonly memberId: string;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly explained: { readonly pack: string; readonly packVersion: number; readonly lines: readonly ExplainedLine[] };
  readonly state: 'proposed' | 'approved' | 'refused' | 'paid';
  readonly proposedBy: string;
  readonly proposedOn: Day;
  readonly decidedBy: string | null;
  readonly decidedOn: Day | null;
  readonly decisionReason: string | null;
  readonly paidBy: string | null;
  readonly paidOn: Day | null;
  readonly paymentReference: string | null;
  readonly version: number;
}

/** A second request for a complaint whose first was not refused breaks one_open_request. */
export const insertRequest = statement<{
  id: string; complaintId: string; memberId: string; amountMinor: bigint; currency: string; explained: string; proposedBy: string; proposedOn: Day;
}, CompensationRequest>('compensation.insert', `
  INSERT INTO compensation_request (network_id, id, complaint_id, member_id, amount_minor, currency, explained, state, proposed_by, proposed_on)
  VALUES ($network, $id, $complaintId, $memberId, $amountMinor, $currency, $explained::jsonb, 'proposed', $proposedBy, $proposedOn)
  RETURNING *
`);

/** Locks the case, after its complaint: of two decisions or two payments at once the second finds it done. Before any balance. */
export const lockRequest = statement<{ requestId: string }, CompensationRequest>('compensation.lock', `
  SELECT * FROM compensation_request WHERE network_id = $network AND id = $requestId FOR UPDATE
`);

/** The row that lockRequest holds. */
export const decide = statement<
  { requestId: string; state: string; decidedBy: string; decidedOn: Day; reason: string }, CompensationRequest
>('compensation.decide', `
  UPDATE compensation_request
  SET state = $state, decided_by = $decidedBy, decided_on = $decidedOn, decision_reason = $reason, version = version + 1
  WHERE network_id = $network AND id = $requestId RETURNING *
`);

/** The row that lockRequest holds. */
export const markPaid = statement<{ requestId: string; paidBy: string; paidOn: Day; reference: string }, CompensationRequest>('compensation.mark-paid', `
  UPDATE compensation_request SET state = 'paid', paid_by = $paidBy, paid_on = $paidOn, payment_reference = $reference, version = version + 1
  WHERE network_id = $network AND id = $requestId RETURNING *
`);

/** By primary key, many at once, for the loaders; locks nothing. */
export const readRequests = statement<{ requestIds: string[] }, CompensationRequest>('compensation.read', `
  SELECT * FROM compensation_request WHERE network_id = $network AND id = ANY($requestIds::uuid[])
`);

/** A page in id order by the primary key, or by compensation_by_member for one member; locks nothing. */
export const listRequests = statement<
  { memberId: string | null; state: string | null; after: string | null; count: number }, CompensationRequest
>('compensation.list', `
  SELECT * FROM compensation_request
  WHERE network_id = $network AND ($memberId::uuid IS NULL OR member_id = $memberId) AND ($state::text IS NULL OR state = $state)
    AND id > coalesce($after::uuid, '00000000-0000-0000-0000-000000000000')
  ORDER BY id LIMIT $count
`);
