import type { Database, Done, Once } from '@app/database';
import type { Caller } from '@app/kernel';
import { bringToEnd } from './bring-to-end.js';
import type { Complaint } from './complaint.sql.js';
import { lockedOpen } from './locked-complaint.js';

export interface WithdrawComplaint extends Once {
  readonly complaintId: string;
  readonly reason: string;
}

/** Records that the consumer takes the complaint back: from then on it counts for nothing. */
export function withdrawComplaint(database: Database, caller: Caller, input: WithdrawComplaint): Promise<Done<{ complaint: Complaint }>> {
  return database.writeOnce(caller, 'complaint.withdraw', input, async (tx, { complaintId, reason }) => {
    const standing = await lockedOpen(tx, complaintId);
    return { complaint: await bringToEnd(tx, standing, { state: 'withdrawn', reason }) };
  });
}
