import type { Database, Done, Once } from '@app/database';
import { markCase } from '@app/funds';
import type { Category, Defect } from '@app/guarantees';
import { newId, refuseKernel, type Caller, type Day, type Money } from '@app/kernel';
import { readMembers } from '@app/members';
import { Complaint } from './complaint.entity.js';
import { lockComplaint } from './complaint.sql.js';
import { refuse } from './refusals.js';

export interface RecordComplaint extends Once {
  /** The shop that sold the goods. */
  readonly memberId: string;
  readonly category: Category;
  readonly price: Money;
  readonly soldOn: Day;
  readonly returnedOn: Day;
  readonly defect: Defect;
  readonly hasVoucher: boolean;
  readonly shopPresent: boolean;
  readonly summary: string;
}

/** Takes in a consumer's complaint over goods that a shop sold: the facts as stated; the shop's funds stay while it is open. */
export function recordComplaint(database: Database, caller: Caller, input: RecordComplaint): Promise<Done<{ complaint: Complaint }>> {
  return database.writeOnce(caller, 'complaint.record', input, async (tx, request) => {
    const { price, ...facts } = request;
    const shop = await tx.maybe(readMembers, { memberIds: [facts.memberId] });
    if (!shop) throw refuseKernel('NOT_FOUND', {}, 'memberId');
    if (shop.kind !== 'shop') throw refuse('NOT_A_SHOP', {}, 'memberId');
    if (facts.returnedOn < facts.soldOn) throw refuse('RETURNED_BEFORE_SALE', {}, 'returnedOn');
    if (facts.returnedOn > caller.today) throw refuse('RETURNED_IN_FUTURE', {}, 'returnedOn');
    const id = newId();
    await tx.insert(Complaint, {
      ...facts, id, priceMinor: price.minor, currency: price.currency, state: 'open', closeReason: null, recordedBy: caller.personId ?? caller.apiKeyId!,
    });
    await markCase(tx, { caseType: 'complaint', caseId: id, memberId: facts.memberId });
    tx.touch(id);
    tx.emit({ type: 'complaint.recorded', aggregateId: id, payload: { memberId: facts.memberId } });
    return { complaint: await tx.one(lockComplaint, { complaintId: id }) };
  });
}
