import type { NetworkTx } from '@app/database';
import { bringToEnd } from './bring-to-end.js';
import { isOpen, lockedComplaint } from './locked-complaint.js';

/** Ends a complaint whose demand was met by compensation; one that has ended already stays as it is. */
export async function settleComplaint(tx: NetworkTx, complaintId: string): Promise<void> {
  const complaint = await lockedComplaint(tx, complaintId);
  if (isOpen(complaint)) await bringToEnd(tx, complaint, { state: 'settled', outcome: 'compensated' });
}
