import type { NetworkTx } from '@app/database';
import { refuseKernel } from '@app/kernel';
import { lockComplaint, type Complaint } from './complaint.sql.js';
import { refuse } from './refusals.js';

/** The complaint under its lock. A member's own people find only that member's. */
export async function lockedComplaint(tx: NetworkTx, complaintId: string): Promise<Complaint> {
  const { memberId } = tx.caller;
  const complaint = await tx.maybe(lockComplaint, { complaintId });
  if (!complaint || (memberId !== null && memberId !== complaint.memberId)) throw refuseKernel('NOT_FOUND', {}, 'complaintId');
  return complaint;
}

/** The complaint under its lock, which must not have come to an end. */
export async function lockedOpen(tx: NetworkTx, complaintId: string): Promise<Complaint> {
  const complaint = await lockedComplaint(tx, complaintId);
  if (!isOpen(complaint)) throw refuse('NOT_OPEN', { state: complaint.state });
  return complaint;
}

export const isOpen = ({ state }: Pick<Complaint, 'state'>): boolean => state === 'open' || state === 'decided';
