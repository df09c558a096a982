import { statement } from '@app/database';
import type { Day } from '@app/kernel';
import type { Complaint } from './complaint.sql.js';

interface Page {
  readonly throughMs: bigint;
  readonly afterMs: bigint;
  readonly after: string;
  readonly count: number;
}

/** A page of the network's, what is due next first, by complaint_due; locks nothing. */
export const listComplaints = statement<Page, Complaint>('complaints.list', `
  SELECT * FROM complaint
  WHERE network_id = $network AND next_due_ms <= $throughMs AND (next_due_ms, id) > ($afterMs::bigint, $after::uuid)
  ORDER BY next_due_ms, id LIMIT $count
`);

/** The same of one shop, by complaint_due_by_member. */
export const listOfMember = statement<Page & { memberId: string }, Complaint>('complaints.list-of-member', `
  SELECT * FROM complaint
  WHERE network_id = $network AND member_id = $memberId AND next_due_ms <= $throughMs AND (next_due_ms, id) > ($afterMs::bigint, $after::uuid)
  ORDER BY next_due_ms, id LIMIT $count
`);

/** The same in one state, by complaint_due_by_state. */
export const listInState = statement<Page & { state: string }, Complaint>('complaints.list-in-state', `
  SELECT * FROM complaint
  WHERE network_id = $network AND state = $state AND next_due_ms <= $throughMs AND (next_due_ms, id) > ($afterMs::bigint, $after::uuid)
  ORDER BY next_due_ms, id LIMIT $count
`);

/** The same of one shop in one state, by complaint_due_by_member_and_state. */
export const listOfMemberInState = statement<Page & { memberId: string; state: string }, Complaint>('complaints.list-of-member-in-state', `
  SELECT * FROM complaint
  WHERE network_id = $network AND member_id = $memberId AND state = $state AND next_due_ms <= $throughMs AND (next_due_ms, id) > ($afterMs::bigint, $after::uuid)
  ORDER BY next_due_ms, id LIMIT $count
`);

/** A complaint that counts: neither withdrawn, nor unfounded, nor another's double. */
export interface CountedComplaint {
  readonly id: string;
  readonly number: string;
  readonly problem: string | null;
  readonly receivedOn: Day;
}

/** The complaints of a shop that count, of one problem or of all, by the day of intake; by complaint_counted. Locks nothing. */
export const countedComplaints = statement<{ memberId: string; problem: string | null; from: Day; through: Day }, CountedComplaint>('complaints.counted', `
  SELECT id, number, problem, received_on FROM complaint
  WHERE network_id = $network AND member_id = $memberId AND received_on BETWEEN $from AND $through
    AND state NOT IN ('withdrawn', 'unfounded', 'merged') AND ($problem::text IS NULL OR problem = $problem)
  ORDER BY received_on, id
`);
