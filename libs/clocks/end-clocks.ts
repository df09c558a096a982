import type { NetworkTx } from '@app/database';
import { actorOf } from './change-clock.js';
import { stopLocked, type Clock } from './clock.sql.js';
import { lockedClocksOf } from './locked-clock.js';

export interface EndClocks {
  readonly subjectType: string;
  readonly subjectId: string;
  /** Why nothing is to be kept any more: withdrawn, say. */
  readonly reason: string;
}

/** Stops all open clocks of a subject that has come to its end, whatever they were waiting for. */
export async function endClocks(tx: NetworkTx, { reason, ...subject }: EndClocks): Promise<Clock[]> {
  const clockIds = (await lockedClocksOf(tx, subject)).filter(({ state }) => state !== 'stopped').map(({ id }) => id);
  if (clockIds.length === 0) return [];
  tx.touch(...clockIds);
  return tx.many(stopLocked, { clockIds, at: tx.caller.now, reason, byId: actorOf(tx.caller) });
}
