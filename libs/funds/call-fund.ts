import type { Database, Done } from '@app/database';
import { refuseKernel, type Caller } from '@app/kernel';
import { callShortfall } from './call-shortfall.js';
import type { FundCall } from './fund.entity.js';
import { lockFundsOf, readFunds } from './fund.sql.js';
import { refuse } from './refusals.js';

export interface CallFund {
  readonly idempotencyKey: string | null;
  readonly validateOnly?: boolean;
  readonly fundId: string;
}

/** Calls by hand what a fund lacks to its required level: the first payment, or after the level was raised. */
export function callFund(database: Database, caller: Caller, input: CallFund): Promise<Done<{ call: FundCall }>> {
  const { idempotencyKey: key, validateOnly, ...request } = input;
  return database.writeOnce(caller, { action: 'fund.call', key, request, validateOnly }, async (tx) => {
    const found = await tx.maybe(readFunds, { fundIds: [request.fundId], today: caller.today });
    if (!found) throw refuseKernel('NOT_FOUND', {}, 'fundId');
    const funds = await tx.many(lockFundsOf, { memberId: found.memberId, today: caller.today });
    const call = await callShortfall(tx, funds.find((fund) => fund.id === request.fundId)!);
    if (!call) throw refuse('NOTHING_TO_CALL');
    return { call };
  });
}
