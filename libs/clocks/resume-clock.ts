import type { NetworkTx } from '@app/database';
import { changeClock } from './change-clock.js';
import type { Clock } from './clock.sql.js';
import { lockedClock } from './locked-clock.js';
import { refuse } from './refusals.js';

/** Lets a paused clock go on, as if it had started so much later as it has waited. */
export async function resumeClock(tx: NetworkTx, { clockId }: { readonly clockId: string }): Promise<Clock> {
  const clock = await lockedClock(tx, clockId);
  const { state, pausedAt, countsFrom } = clock;
  if (state !== 'paused' || !pausedAt) throw refuse('NOT_PAUSED', { state }, 'clockId');
  const waitedMs = tx.caller.now.getTime() - pausedAt.getTime();
  return changeClock(tx, clock, { what: 'resumed', to: { state: 'running', pausedAt: null, countsFrom: new Date(countsFrom.getTime() + waitedMs) } });
}
