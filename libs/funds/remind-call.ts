import type { Database } from '@app/database';
import type { Caller } from '@app/kernel';
import { insertReminder, readCall } from './call.sql.js';

/** Reminds a member of an open call, once before it is due and once after, however often the worker asks. */
export async function remindCall(database: Database, caller: Caller, callId: string): Promise<void> {
  await database.write(caller, { action: 'fund_call.remind', request: { callId } }, async (tx) => {
    const call = await tx.maybe(readCall, { callId });
    if (!call || call.metMinor >= call.amountMinor) return;
    const kind = call.dueOn < caller.today ? 'overdue' : 'coming_due';
    if ((await tx.run(insertReminder, { callId, memberId: call.memberId, kind })) === 0) return;
    tx.touch(callId);
    tx.emit({ type: 'fund.call_reminded', aggregateId: call.fundId, payload: { callId, kind } });
  });
}
