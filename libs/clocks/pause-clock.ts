import type { NetworkTx } from '@app/database';
import { changeClock } from './change-clock.js';
import type { PauseReason } from './clock-spec.js';
import type { Clock } from './clock.sql.js';
import { lockedClock } from './locked-clock.js';
import { refuse } from './refusals.js';

export interface PauseClock {
  readonly clockId: string;
  readonly reason: PauseReason;
  /** What shows that it is so. */
  readonly evidence: string;
}

/** Lets a running clock wait, for a reason that its pack lists and with what shows it; nothing fires meanwhile. */
export async function pauseClock(tx: NetworkTx, { clockId, reason, evidence }: PauseClock): Promise<Clock> {
  const clock = await lockedClock(tx, clockId);
  if (clock.state !== 'running') throw refuse('NOT_RUNNING', { state: clock.state }, 'clockId');
  if (!clock.pauseReasons.includes(reason)) throw refuse('PAUSE_NOT_LISTED', { allowed: clock.pauseReasons.join(', ') || '–' }, 'reason');
  return changeClock(tx, clock, { what: 'paused', to: { state: 'paused', pausedAt: tx.caller.now }, reason, evidence });
}
