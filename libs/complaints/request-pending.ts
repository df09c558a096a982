import type { NetworkTx } from '@app/database';
import { setPendingRequest, type Complaint } from './complaint.sql.js';
import { lockedComplaint } from './locked-complaint.js';
import { noteEvent } from './note-event.js';

/** Keeps a complaint from its end while a compensation request asks for it. The complaint is locked. */
export async function markRequestPending(tx: NetworkTx, complaint: Complaint, requestId: string): Promise<void> {
  await tx.run(setPendingRequest, { complaintId: complaint.id, requestId });
  await noteEvent(tx, complaint, 'compensation_asked', { aboutId: requestId });
}

/** Lets the complaint go its way again: the request was refused, or is paid in this transaction. */
export async function liftRequestPending(tx: NetworkTx, complaintId: string, requestId: string, refused: boolean): Promise<void> {
  const complaint = await lockedComplaint(tx, complaintId);
  await tx.run(setPendingRequest, { complaintId, requestId: null });
  if (refused) await noteEvent(tx, complaint, 'compensation_refused', { aboutId: requestId });
}
