import type { NetworkTx } from '@app/database';
import { canonicalText } from '@app/policies';
import type { Complaint } from './complaint.sql.js';
import { refuse } from './refusals.js';
import { remedyFacts } from './remedy-facts.js';
import { markDecided } from './remedy.sql.js';
import { repairsOfGoods } from './repair.sql.js';

/**
 * Opens a decided complaint, under its lock, once what the rules were asked with is no longer so: by that decision nothing is
 * chosen or paid. What is asked for already is decided first.
 */
export async function openStaleDecision(tx: NetworkTx, before: Complaint, now: Complaint): Promise<Complaint> {
  if (before.state !== 'decided' || (await asked(tx, before)) === (await asked(tx, now))) return now;
  if (now.pendingRequestId !== null) throw refuse('REQUEST_PENDING');
  await tx.run(markDecided, { complaintId: now.id, state: 'open' });
  return { ...now, state: 'open' };
}

async function asked(tx: NetworkTx, complaint: Complaint): Promise<string> {
  const { id: complaintId, purchaseId, memberId, voucher } = complaint;
  return canonicalText(remedyFacts(complaint, {}, await tx.many(repairsOfGoods, { complaintId, purchaseId, memberId, voucher })));
}
