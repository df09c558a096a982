import type { Database, Done, Once } from '@app/database';
import { markCase } from '@app/funds';
import { newId, refuseKernel, type Caller, type Money } from '@app/kernel';
import { lastAgreementBy, readMembers } from '@app/members';
import { Deduction } from './deduction.entity.js';
import { lockDeduction } from './deduction.sql.js';
import { refuse } from './refusals.js';

export interface ProposeDeduction extends Once {
  readonly memberId: string;
  readonly amount: Money;
  readonly reason: string;
  readonly clause: string;
}

/** Proposes a penalty against a member, naming the clause that permits it; nothing is taken until someone else decides; its funds stay meanwhile. */
export function proposeDeduction(database: Database, caller: Caller, input: ProposeDeduction): Promise<Done<{ deduction: Deduction }>> {
  return database.writeOnce(caller, 'deduction.propose', input, async (tx, request) => {
    const { memberId, amount, reason, clause } = request;
    if (!(await tx.maybe(readMembers, { memberIds: [memberId] }))) throw refuseKernel('NOT_FOUND', {}, 'memberId');
    if (!(await tx.maybe(lastAgreementBy, { memberId, day: caller.today }))) throw refuse('NO_AGREEMENT', {}, 'memberId');
    const id = newId();
    await tx.insert(Deduction, {
      id, memberId, amountMinor: amount.minor, currency: amount.currency, reason, clause, state: 'proposed',
      proposedBy: caller.personId ?? caller.apiKeyId!, proposedOn: caller.today,
      decidedBy: null, decidedOn: null, decisionReason: null, version: 1,
    });
    await markCase(tx, { caseType: 'deduction', caseId: id, memberId });
    tx.touch(id);
    tx.emit({ type: 'deduction.proposed', aggregateId: memberId, payload: { deductionId: id } });
    return { deduction: await tx.one(lockDeduction, { deductionId: id }) };
  });
}
