import { statement } from '@app/database';
import type { Complaint } from './complaint.entity.js';

/** Locks the complaint: what is proposed, decided or paid for it goes one at a time. */
export const lockComplaint = statement<{ complaintId: string }, Complaint>('complaints.lock', `
  SELECT * FROM complaint WHERE network_id = $network AND id = $complaintId FOR NO KEY UPDATE
`);

/** By primary key, many at once, for the loaders; locks nothing. */
export const readComplaints = statement<{ complaintIds: string[] }, Complaint>('complaints.read', `
  SELECT * FROM complaint WHERE network_id = $network AND id = ANY($complaintIds::uuid[])
`);

/** A page in id order by the primary key, or by complaint_by_member for one shop; locks nothing. */
export const listComplaints = statement<{ memberId: string | null; after: string | null; count: number }, Complaint>('complaints.list', `
  SELECT * FROM complaint
  WHERE network_id = $network AND ($memberId::uuid IS NULL OR member_id = $memberId) AND id > coalesce($after::uuid, '00000000-0000-0000-0000-000000000000')
  ORDER BY id LIMIT $count
`);

/** The row that lockComplaint holds. */
export const close = statement<{ complaintId: string; reason: string }, Complaint>('complaints.close', `
  UPDATE complaint SET state = 'closed', close_reason = $reason WHERE network_id = $network AND id = $complaintId RETURNING *
`);

/** The row of the complaint alone; a settled one stays as it is. */
export const settle = statement<{ complaintId: string }>('complaints.settle', `
  UPDATE complaint SET state = 'settled' WHERE network_id = $network AND id = $complaintId AND state = 'open'
`);
