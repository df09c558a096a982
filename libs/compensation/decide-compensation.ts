import { liftRequestPending } from '@app/complaints';
import type { Database, Done, Once } from '@app/database';
import { liftCaseMark, voidHoldsOfCase } from '@app/funds';
import type { Caller } from '@app/kernel';
import { lockedRequest } from './locked-request.js';
import { refuse } from './refusals.js';
import { decide, type CompensationRequest } from './request.sql.js';

export interface DecideCompensation extends Once {
  readonly requestId: string;
  readonly version: number;
  readonly approve: boolean;
  readonly reason: string;
}

/** Approves or refuses a proposed request, never by its proposer. A refusal lets go of what was held for it. */
export function decideCompensation(database: Database, caller: Caller, input: DecideCompensation): Promise<Done<{ request: CompensationRequest }>> {
  return database.writeOnce(caller, 'compensation.decide', input, async (tx, asked) => {
    const standing = await lockedRequest(tx, asked);
    if (standing.state !== 'proposed') throw refuse('WRONG_STATE', { state: standing.state });
    const decidedBy = caller.personId ?? caller.apiKeyId!;
    if (standing.proposedBy === decidedBy) throw refuse('OWN_PROPOSAL');
    const state = asked.approve ? 'approved' : 'refused';
    const request = await tx.one(decide, { requestId: standing.id, state, decidedBy, decidedOn: caller.today, reason: asked.reason });
    if (!asked.approve) {
      const of = { caseType: 'compensation', caseId: standing.id };
      await voidHoldsOfCase(tx, { ...of, memberId: standing.memberId });
      await liftCaseMark(tx, of);
      await liftRequestPending(tx, standing.complaintId, standing.id, true);
    }
    tx.touch(standing.id);
    tx.emit({ type: `compensation.${state}`, aggregateId: standing.id });
    return { request };
  });
}
