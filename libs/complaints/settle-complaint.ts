import type { NetworkTx } from '@app/database';
import { liftCaseMark } from '@app/funds';
import { settle } from './complaint.sql.js';

/** Closes a complaint whose demand was met. */
export async function settleComplaint(tx: NetworkTx, complaintId: string): Promise<void> {
  await tx.run(settle, { complaintId });
  await liftCaseMark(tx, { caseType: 'complaint', caseId: complaintId });
  tx.touch(complaintId);
  tx.emit({ type: 'complaint.settled', aggregateId: complaintId });
}
