import { violated, type Database, type Done, type NetworkTx, type Once } from '@app/database';
import { isOpen, jointOutcome, lockComplaint, markRequestPending, readEvents, readLastDecisions, refuseComplaints } from '@app/complaints';
import { markCase } from '@app/funds';
import { newId, refuseKernel, type Caller } from '@app/kernel';
import { refundChosen } from './refund-due.js';
import { refuse } from './refusals.js';
import { insertRequest, type CompensationRequest } from './request.sql.js';

export interface ProposeCompensation extends Once {
  readonly complaintId: string;
}

/**
 * Proposes what the rules give for a complaint whose shop is absent, to be paid by the mall first. The amount and its
 * lines are the rule's, not the clerk's; the case marks the shop's funds until it is decided and paid.
 */
export function proposeCompensation(database: Database, caller: Caller, input: ProposeCompensation): Promise<Done<{ request: CompensationRequest }>> {
  return database.writeOnce(caller, 'compensation.propose', input, async (tx, { complaintId }) => {
    const complaint = await tx.maybe(lockComplaint, { complaintId });
    if (!complaint) throw refuseKernel('NOT_FOUND', {}, 'complaintId');
    if (!isOpen(complaint)) throw refuseComplaints('NOT_OPEN', { state: complaint.state });
    if (complaint.shopPresent && !(await wasUncooperative(tx, complaintId))) throw refuse('SHOP_NOT_PRESSED');
    const kept = await tx.maybe(readLastDecisions, { complaintIds: [complaintId] });
    const { pack, packVersion, packs, lines, refund } = await refundChosen(tx, complaint, kept);
    const id = newId();
    const request = await tx.one(insertRequest, {
      id, complaintId, memberId: complaint.memberId, amountMinor: refund.minor, currency: refund.currency,
      explained: JSON.stringify({ pack, packVersion, packs, lines }), proposedBy: caller.personId ?? caller.apiKeyId!, proposedOn: caller.today,
    }).catch((error: unknown) => {
      throw violated(error) === 'one_open_request' ? refuse('REQUEST_EXISTS') : error;
    });
    await markRequestPending(tx, complaint, id);
    await markCase(tx, { caseType: 'compensation', caseId: id, memberId: complaint.memberId });
    tx.touch(id, complaintId);
    tx.emit({ type: 'compensation.proposed', aggregateId: id, payload: { complaintId } });
    return { request };
  });
}

/** Floor and supervision have found together that the shop, which is there, does not cooperate. Source: FR-10. */
async function wasUncooperative(tx: NetworkTx, complaintId: string): Promise<boolean> {
  return jointOutcome(await tx.many(readEvents, { complaintIds: [complaintId], most: 1_000 })) === 'uncooperative';
}
