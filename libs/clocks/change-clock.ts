import type { NetworkTx } from '@app/database';
import type { Caller } from '@app/kernel';
import { clockPlan } from './clock-plan.js';
import { firedOf, recordChange, type Clock } from './clock.sql.js';
import { loadCalendars, type NetworkCalendars } from './load-calendars.js';

export interface Change {
  readonly what: 'paused' | 'resumed' | 'extended' | 'restated' | 'computed' | 'restarted';
  readonly to: Partial<Clock>;
  readonly reason?: string | null;
  /** What backs it: a file, a message, a note on the case. */
  readonly evidence?: string | null;
}

/** Who acts, for an event; null is the system. */
export const actorOf = ({ personId, apiKeyId }: Caller): string | null => personId ?? apiKeyId;

/** Changes a locked clock, plans it anew and writes the event; the only way in which a started clock changes but by firing and stopping. */
export async function changeClock(tx: NetworkTx, clock: Clock, { what, to, reason = null, evidence = null }: Change, loaded?: NetworkCalendars): Promise<Clock> {
  const changed = { ...clock, ...to };
  const calendars = loaded ?? (await loadCalendars(tx));
  const fired = await tx.many(firedOf, { clockId: clock.id, cycle: changed.cycle });
  const plan = clockPlan(changed, tx.caller.zone, calendars.pinned(changed.calendarEdition), new Set(fired.map(({ stage }) => stage)));
  tx.touch(clock.id);
  return tx.one(recordChange, { ...changed, ...plan, what, at: tx.caller.now, reason, evidence, byId: actorOf(tx.caller) });
}
