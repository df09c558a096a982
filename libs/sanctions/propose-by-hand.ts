import type { Database, Done, Once } from '@app/database';
import { refuseKernel, type Caller, type Money } from '@app/kernel';
import { lastAgreementBy, lockMember, readMembers } from '@app/members';
import { handProposal } from './hand-proposal.js';
import { keepProposal } from './keep-proposal.js';
import { sanctionPack } from './load-due.js';
import { refuse } from './refusals.js';
import { listEarlier, type Sanction } from './sanction.sql.js';
import { stands } from './sanctions-due.js';

export interface ProposeByHand extends Once {
  readonly memberId: string;
  /** The rule that permits it, such as SN-6. */
  readonly rule: string;
  readonly reason: string;
  readonly staffCode: string | null;
  readonly amount: Money | null;
  readonly noticeWorkingDays: number | null;
  readonly approved: boolean | null;
  readonly isPublic: boolean;
}

/** Proposes a sanction that no count of complaints gives, with the reason; how far it goes is the ladder's to say. */
export function proposeByHand(database: Database, caller: Caller, input: ProposeByHand): Promise<Done<{ sanction: Sanction }>> {
  return database.writeOnce(caller, 'sanction.propose_by_hand', input, async (tx, request) => {
    const { memberId, rule, staffCode, amount } = request;
    if (!(await tx.maybe(readMembers, { memberIds: [memberId] }))) throw refuseKernel('NOT_FOUND', {}, 'memberId');
    if (!(await tx.maybe(lastAgreementBy, { memberId, day: caller.today }))) throw refuse('NO_AGREEMENT', {}, 'memberId');
    if (amount && amount.currency !== caller.currency) throw refuseKernel('WRONG_CURRENCY', { expected: caller.currency }, 'amount');
    // One after the other: the step follows from how many stand.
    await tx.one(lockMember, { memberId });
    const pack = await sanctionPack(tx, caller.today);
    const earlier = (await tx.many(listEarlier, { memberId })).filter((one) => one.rule === rule && one.staffCode === staffCode && stands(one));
    const { row, amount: owed } = handProposal({ ...request, earlier: earlier.length }, pack.rules);
    const sanction = await keepProposal(tx, pack, {
      memberId, rule: row.id, measure: row.measure, problem: null, windowFrom: null, windowThrough: null, moreThan: null, staffCode, reason: request.reason,
      amountMinor: owed?.minor ?? null, currency: owed?.currency ?? caller.currency, dueDays: row.dueDays, wholeDeposit: row.wholeDeposit,
      isPublic: request.isPublic, complaintIds: [],
    });
    return { sanction: sanction! };
  });
}
