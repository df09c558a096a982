import { statement } from '@app/database';
import type { Day } from '@app/kernel';

/** A complaint that counts for what follows for its shop. */
export interface CountedComplaint {
  readonly id: string;
  readonly problem: string | null;
  readonly receivedOn: Day;
}

/** The complaints of a shop that count, by the day on which the consumer came; by complaint_by_member. Locks nothing. */
export const countedComplaints = statement<{ memberId: string; problem: string | null; from: Day; through: Day }, CountedComplaint>('complaints.counted', `
  SELECT id, defect AS problem, returned_on AS received_on FROM complaint
  WHERE network_id = $network AND member_id = $memberId AND returned_on BETWEEN $from AND $through AND ($problem::text IS NULL OR defect = $problem)
  ORDER BY returned_on, id
`);
