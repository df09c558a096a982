import type { FileOwner } from '@app/files';
import { lockComplaint } from './complaint.sql.js';

/** Evidence of a complaint: seen by who sees the complaint, its shop among them. */
export const complaintFiles: FileOwner = {
  kind: 'complaint',
  mayRead: ({ permissions }) => permissions.has('complaint.read'),
  take: async (tx, complaintId) => {
    const complaint = await tx.maybe(lockComplaint, { complaintId });
    return complaint && { memberId: complaint.memberId };
  },
};
