import type { NetworkTx } from '@app/database';
import { changeClock } from './change-clock.js';
import type { Clock } from './clock.sql.js';
import { loadCalendars } from './load-calendars.js';
import { lockedClocksOf } from './locked-clock.js';
import { refuse } from './refusals.js';

export interface RestartClocks {
  readonly subjectType: string;
  readonly subjectId: string;
  readonly codes: readonly string[];
  readonly reason: string;
}

/** Starts stopped clocks of a subject over: a new cycle from now, by the calendar of now; what was stays among the events. */
export async function restartClocks(tx: NetworkTx, { codes, reason, ...subject }: RestartClocks): Promise<Clock[]> {
  const clocks = (await lockedClocksOf(tx, subject)).filter(({ code }) => codes.includes(code));
  const calendars = await loadCalendars(tx);
  const restarted: Clock[] = [];
  for (const clock of clocks) {
    if (clock.state !== 'stopped') throw refuse('CLOCK_RUNS', { state: clock.state });
    const to = {
      state: 'running' as const, cycle: clock.cycle + 1, calendarEdition: calendars.edition, startedAt: tx.caller.now, countsFrom: tx.caller.now,
      pausedAt: null, extendedTo: null, extendedFrom: null, breachedAt: null, stoppedAt: null,
    };
    restarted.push(await changeClock(tx, clock, { what: 'restarted', to, reason }, calendars));
  }
  return restarted;
}
