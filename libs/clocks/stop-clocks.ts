import type { NetworkTx } from '@app/database';
import { actorOf } from './change-clock.js';
import { stopLocked, type Clock } from './clock.sql.js';
import { lockedClocksOf } from './locked-clock.js';

export interface StopClocks {
  readonly subjectType: string;
  readonly subjectId: string;
  /** What has happened, as the packs name it. */
  readonly event: string;
}

/** Stops those open clocks of a subject that name this event, and no other; answers the stopped ones. */
export async function stopClocks(tx: NetworkTx, { event, ...subject }: StopClocks): Promise<Clock[]> {
  const clocks = await lockedClocksOf(tx, subject);
  const clockIds = clocks.filter(({ state, stopEvent }) => state !== 'stopped' && stopEvent === event).map(({ id }) => id);
  if (clockIds.length === 0) return [];
  tx.touch(...clockIds);
  return tx.many(stopLocked, { clockIds, at: tx.caller.now, reason: event, byId: actorOf(tx.caller) });
}
