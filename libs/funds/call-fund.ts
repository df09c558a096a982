import type { Database, Done, Once } from '@app/database';
import type { Caller } from '@app/kernel';
import { callShortfall } from './call-shortfall.js';
import type { FundCall } from './fund.entity.js';
import { lockFund } from './lock-funds.js';
import { refuse } from './refusals.js';

export interface CallFund extends Once {
  readonly fundId: string;
}

/** Calls by hand what a fund lacks to its required level: the first payment, or after the level was raised. */
export function callFund(database: Database, caller: Caller, input: CallFund): Promise<Done<{ call: FundCall }>> {
  return database.writeOnce(caller, 'fund.call', input, async (tx, request) => {
    const call = await callShortfall(tx, await lockFund(tx, request.fundId));
    if (!call) throw refuse('NOTHING_TO_CALL');
    return { call };
  });
}
