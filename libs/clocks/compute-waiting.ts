import type { Database, NetworkTx } from '@app/database';
import type { Caller } from '@app/kernel';
import { lockWaiting } from './calendar.sql.js';
import { changeClock } from './change-clock.js';
import { tellMoved } from './clock-subject.js';
import { loadCalendars } from './load-calendars.js';
import { shippedCalendars } from './policy.js';

const batch = 200;

export const shippedYears: number[] = shippedCalendars.map(({ year }) => year);

/** Computes the deadlines that waited for a calendar that has come, batch by batch, until nothing is left that nobody else holds. */
export async function computeWaitingClocks(database: Database, caller: Caller): Promise<void> {
  for (let found = batch; found === batch; ) {
    found = await database.write(caller, { action: 'clock.compute' }, (tx) => computeWaiting(tx));
  }
}

/** Computes one batch of them, and answers how many it found. */
export async function computeWaiting(tx: NetworkTx): Promise<number> {
  const calendars = await loadCalendars(tx);
  const years = [...new Set([...shippedYears, ...calendars.published.map(({ year }) => year)])];
  const waiting = await tx.many(lockWaiting, { years, count: batch });
  for (const clock of waiting) {
    await changeClock(tx, clock, { what: 'computed', to: {} }, calendars);
    await tellMoved(tx, clock);
  }
  return waiting.length;
}
