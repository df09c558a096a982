import type { Tx } from '@app/database';
import { addDays } from '@app/kernel';
import { sameVoucher, type Complaint, type PossibleDuplicate } from './complaint.sql.js';
import { followUp } from './policy.js';

/** Complaints that may be the same matter, by their voucher. They are shown and never merged by themselves. */
export async function possibleDuplicates(tx: Tx, { id, memberId, voucher, receivedOn }: Complaint): Promise<PossibleDuplicate[]> {
  if (voucher === null) return [];
  const [from, through] = [addDays(receivedOn, -followUp.duplicateWithinDays), addDays(receivedOn, followUp.duplicateWithinDays)];
  return tx.many(sameVoucher, { complaintId: id, memberId, voucher, from, through });
}
