import type { Tx } from '@app/database';
import { listCallBacksDue, type CallBack } from './call-back.sql.js';
import { neverDueMs } from './policy.js';

/** A page of the call-backs that are still to be made, the earliest first. */
export function callBacksDue(tx: Tx, dueBefore: Date | null, after: { dueMs: bigint; id: string } | null, count: number): Promise<CallBack[]> {
  return tx.many(listCallBacksDue, {
    throughMs: dueBefore ? BigInt(dueBefore.getTime()) - 1n : neverDueMs, afterMs: after?.dueMs ?? 0n,
    after: after?.id ?? '00000000-0000-0000-0000-000000000000', count,
  });
}
