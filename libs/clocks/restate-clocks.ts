import type { NetworkTx } from '@app/database';
import { changeClock } from './change-clock.js';
import type { ClockPack, ClockSpec } from './clock-spec.js';
import type { Clock } from './clock.sql.js';
import { loadCalendars } from './load-calendars.js';
import { lockedClocksOf } from './locked-clock.js';
import { told } from './start-clocks.js';

export interface RestateClocks extends ClockPack {
  readonly subjectType: string;
  readonly subjectId: string;
  /** What the subject's clocks count by from now on, by their codes; others go on as they are. */
  readonly specs: readonly ClockSpec[];
  /** Why: the new priority, say. */
  readonly reason: string;
}

/**
 * Has the open clocks of a subject count by other specs, from their own start and with the pauses they have had; what was
 * told in an extension of the old deadline falls away. What has fired in the cycle does not fire again.
 */
export async function restateClocks(tx: NetworkTx, { specs, reason, pack, packVersion, ...subject }: RestateClocks): Promise<Clock[]> {
  const clocks = await lockedClocksOf(tx, subject);
  const calendars = await loadCalendars(tx);
  const restated: Clock[] = [];
  for (const clock of clocks) {
    const spec = clock.state === 'stopped' ? undefined : specs.find(({ code }) => code === clock.code);
    if (!spec) continue;
    const to = { ...told(spec), pack, packVersion, extendedTo: null, extendedFrom: null };
    restated.push(await changeClock(tx, clock, { what: 'restated', to, reason }, calendars));
  }
  return restated;
}
