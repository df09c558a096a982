import type { Tx } from '@app/database';
import { addDays } from '@app/kernel';
import { sameMatter, type Complaint, type PossibleDuplicate } from './complaint.sql.js';
import { followUp } from './policy.js';

/** Complaints that may be the same matter, by voucher or by consumer and goods. They are shown, and merged by nobody but a person. */
export async function possibleDuplicates(tx: Tx, { id, memberId, voucher, consumerId, category, receivedOn }: Complaint): Promise<PossibleDuplicate[]> {
  if (voucher === null && consumerId === null) return [];
  const [from, through] = [addDays(receivedOn, -followUp.duplicateWithinDays), addDays(receivedOn, followUp.duplicateWithinDays)];
  return tx.many(sameMatter, { complaintId: id, memberId, voucher, consumerId, category, from, through });
}
