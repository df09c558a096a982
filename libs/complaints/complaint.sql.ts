import { statement } from '@app/database';
import type { Category, Defect } from '@app/guarantees';
import type { Day } from '@app/kernel';
import type { Channel } from './clock-regime.js';
import type { Demand, Outcome } from './policy.js';

export type ComplaintState = 'open' | 'decided' | 'settled' | 'closed' | 'withdrawn' | 'unfounded' | 'merged';

/** A consumer's demand over goods that a shop sold. What the rules ask for may be known later than the demand: then it is null. */
export interface Complaint {
  readonly id: string;
  /** The one that people say; in no order. */
  readonly number: string;
  readonly memberId: string;
  readonly consumerId: string | null;
  readonly purchaseId: string | null;
  readonly channel: Channel;
  readonly hotlineNumber: string | null;
  readonly category: Category | null;
  readonly priceMinor: bigint | null;
  readonly currency: string;
  readonly soldOn: Day | null;
  readonly returnedOn: Day | null;
  readonly defect: Defect | null;
  readonly problem: string | null;
  readonly demand: Demand | null;
  readonly voucher: string | null;
  readonly hasVoucher: boolean | null;
  readonly shopPresent: boolean | null;
  readonly summary: string;
  readonly priority: string;
  readonly receivedAt: Date;
  readonly receivedOn: Day;
  readonly state: ComplaintState;
  readonly outcome: Outcome | null;
  readonly closeReason: string | null;
  readonly endedOn: Day | null;
  readonly endedBy: string | null;
  readonly reopened: number;
  readonly contestedOn: Day | null;
  readonly pendingRequestId: string | null;
  readonly mergedInto: string | null;
  readonly accidentOn: Day | null;
  readonly nextDueMs: bigint;
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

/** What the rules ask for, as far as it is known. */
export type Facts = Pick<Complaint, 'category' | 'priceMinor' | 'soldOn' | 'returnedOn' | 'defect' | 'problem' | 'demand' | 'voucher' | 'hasVoucher' | 'shopPresent' | 'hotlineNumber'>;

/** A hotline number that another complaint has breaks hotline_number_once. */
export const insertComplaint = statement<
  Facts & Pick<Complaint, 'id' | 'number' | 'memberId' | 'channel' | 'currency' | 'summary' | 'priority' | 'receivedAt' | 'receivedOn' | 'recordedBy'>, Complaint
>('complaints.insert', `
  INSERT INTO complaint (network_id, id, number, member_id, channel, hotline_number, category, price_minor, currency, sold_on, returned_on, defect, problem, demand,
                         voucher, has_voucher, shop_present, summary, priority, received_at, received_on, state, recorded_by)
  VALUES ($network, $id, $number, $memberId, $channel, $hotlineNumber, $category, $priceMinor, $currency, $soldOn, $returnedOn, $defect, $problem, $demand,
          $voucher, $hasVoucher, $shopPresent, $summary, $priority, $receivedAt, $receivedOn, 'open', $recordedBy)
  RETURNING *
`);

/** Locks the complaint: what is proposed, decided or paid for it goes one at a time. */
export const lockComplaint = statement<{ complaintId: string }, Complaint>('complaints.lock', `
  SELECT * FROM complaint WHERE network_id = $network AND id = $complaintId FOR NO KEY UPDATE
`);

/** By primary key, many at once, for the loaders; locks nothing. */
export const readComplaints = statement<{ complaintIds: string[] }, Complaint>('complaints.read', `
  SELECT * FROM complaint WHERE network_id = $network AND id = ANY($complaintIds::uuid[])
`);

/** The row that lockComplaint holds. A hotline number that another complaint has breaks hotline_number_once. */
export const keepFacts = statement<Facts & { complaintId: string }, Complaint>('complaints.keep-facts', `
  UPDATE complaint SET category = $category, price_minor = $priceMinor, sold_on = $soldOn, returned_on = $returnedOn, defect = $defect, problem = $problem,
    demand = $demand, voucher = $voucher, has_voucher = $hasVoucher, shop_present = $shopPresent, hotline_number = $hotlineNumber
  WHERE network_id = $network AND id = $complaintId RETURNING *
`);

/** The row that lockComplaint holds; it is due no more. */
export const endComplaint = statement<{
  complaintId: string; state: ComplaintState; outcome: Outcome | null; reason: string | null; endedOn: Day; endedBy: string | null;
}, Complaint>('complaints.end', `
  UPDATE complaint SET state = $state, outcome = $outcome, close_reason = $reason, ended_on = $endedOn, ended_by = $endedBy, next_due_ms = 253402300799999
  WHERE network_id = $network AND id = $complaintId RETURNING *
`);

/** The row that lockComplaint holds; who ended it last stays known. */
export const openAgain = statement<{ complaintId: string; times: number; contestedOn: Day | null }, Complaint>('complaints.open-again', `
  UPDATE complaint SET state = 'open', outcome = NULL, close_reason = NULL, ended_on = NULL, reopened = reopened + $times,
    contested_on = coalesce($contestedOn::date, contested_on)
  WHERE network_id = $network AND id = $complaintId RETURNING *
`);

/** The row that lockComplaint holds. */
export const setPendingRequest = statement<{ complaintId: string; requestId: string | null }>('complaints.set-pending-request', `
  UPDATE complaint SET pending_request_id = $requestId WHERE network_id = $network AND id = $complaintId
`);

/** The row that lockComplaint holds; the first report counts. */
export const markAccident = statement<{ complaintId: string; on: Day }, Complaint>('complaints.mark-accident', `
  UPDATE complaint SET accident_on = coalesce(accident_on, $on) WHERE network_id = $network AND id = $complaintId RETURNING *
`);

/** The row that lockComplaint holds; one that has ended is due no more. */
export const setNextDue = statement<{ complaintId: string; nextDueMs: bigint }>('complaints.set-next-due', `
  UPDATE complaint SET next_due_ms = $nextDueMs WHERE network_id = $network AND id = $complaintId AND state IN ('open', 'decided')
`);

/** The row that lockComplaint holds. */
export const setPriority = statement<{ complaintId: string; priority: string }, Complaint>('complaints.set-priority', `
  UPDATE complaint SET priority = $priority WHERE network_id = $network AND id = $complaintId RETURNING *
`);

/** The row that lockComplaint holds. */
export const mergeInto = statement<{ complaintId: string; into: string; endedOn: Day; endedBy: string | null }, Complaint>('complaints.merge-into', `
  UPDATE complaint SET state = 'merged', merged_into = $into, ended_on = $endedOn, ended_by = $endedBy, next_due_ms = 253402300799999
  WHERE network_id = $network AND id = $complaintId RETURNING *
`);

/** Locks several complaints in id order. */
export const lockComplaints = statement<{ complaintIds: string[] }, Complaint>('complaints.lock-several', `
  SELECT * FROM complaint WHERE network_id = $network AND id = ANY($complaintIds::uuid[]) ORDER BY id FOR NO KEY UPDATE
`);

/** The row that lockComplaint holds, or the one just inserted. */
export const setConsumer = statement<{ complaintId: string; consumerId: string }, Complaint>('complaints.set-consumer', `
  UPDATE complaint SET consumer_id = $consumerId WHERE network_id = $network AND id = $complaintId RETURNING *
`);

/** The row that lockComplaint holds, or the one just inserted. */
export const setPurchase = statement<{ complaintId: string; purchaseId: string; consumerId: string | null }, Complaint>('complaints.set-purchase', `
  UPDATE complaint SET purchase_id = $purchaseId, consumer_id = $consumerId WHERE network_id = $network AND id = $complaintId RETURNING *
`);

/** A complaint that may be the same as another, and by what. */
export interface PossibleDuplicate {
  readonly id: string;
  readonly number: string;
  readonly state: ComplaintState;
  readonly receivedOn: Day;
}

/**
 * Others of the shop that may be the same matter: with the same voucher, received within so many days, or of the same consumer
 * over the same goods. By complaint_by_voucher and complaint_by_consumer; locks nothing.
 */
export const sameMatter = statement<
  { complaintId: string; memberId: string; voucher: string | null; consumerId: string | null; category: string | null; from: Day; through: Day }, PossibleDuplicate
>('complaints.same-matter', `
  SELECT id, number, state, received_on FROM (
    SELECT v.* FROM complaint v WHERE v.network_id = $network AND v.member_id = $memberId AND v.voucher = $voucher AND v.received_on BETWEEN $from AND $through
    UNION
    SELECT c.* FROM complaint c
    WHERE c.network_id = $network AND c.consumer_id = $consumerId AND c.member_id = $memberId AND (c.category = $category OR c.category IS NULL OR $category::text IS NULL)
  ) AS same
  WHERE id <> $complaintId AND state <> 'merged'
  ORDER BY id LIMIT 20
`);
