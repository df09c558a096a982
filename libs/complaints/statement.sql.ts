import { statement } from '@app/database';
import type { Side } from './policy.js';

/** What a side says on a complaint. */
export interface ComplaintStatement {
  readonly id: string;
  readonly complaintId: string;
  readonly side: Side;
  readonly says: string;
  readonly reference: string | null;
  readonly at: Date;
}

/** A statement; locks nothing but its own row. */
export const insertStatement = statement<ComplaintStatement & { memberId: string; byId: string }, ComplaintStatement>('complaints.insert-statement', `
  INSERT INTO complaint_statement (network_id, id, complaint_id, member_id, side, says, reference, at, by_id)
  VALUES ($network, $id, $complaintId, $memberId, $side, $says, $reference, $at, $byId)
  RETURNING *
`);

/** The latest of each complaint, oldest first, by complaint_statement_by_complaint; locks nothing. */
export const readStatements = statement<{ complaintIds: string[]; most: number }, ComplaintStatement>('complaints.read-statements', `
  SELECT e.* FROM unnest($complaintIds::uuid[]) AS c (id)
  CROSS JOIN LATERAL (
    SELECT l.* FROM (
      SELECT * FROM complaint_statement x WHERE x.network_id = $network AND x.complaint_id = c.id ORDER BY x.id DESC LIMIT $most
    ) l ORDER BY l.id
  ) e
`);
