import type { Database, Done, Once } from '@app/database';
import type { Caller } from '@app/kernel';
import { changedByHand } from './clock-subject.js';
import type { Clock } from './clock.sql.js';
import { extendClock, type ExtendClock } from './extend-clock.js';
import { pauseClock, type PauseClock } from './pause-clock.js';
import { resumeClock } from './resume-clock.js';

/** Pauses a clock by hand. */
export function keepPaused(database: Database, caller: Caller, input: Once & PauseClock): Promise<Done<{ clock: Clock }>> {
  return database.writeOnce(caller, 'clock.pause', input, async (tx, request) => ({ clock: await changedByHand(tx, request.clockId, () => pauseClock(tx, request)) }));
}

/** Lets a paused clock go on by hand. */
export function keepGoing(database: Database, caller: Caller, input: Once & { readonly clockId: string }): Promise<Done<{ clock: Clock }>> {
  return database.writeOnce(caller, 'clock.resume', input, async (tx, request) => ({ clock: await changedByHand(tx, request.clockId, () => resumeClock(tx, request)) }));
}

/** Moves a clock's deadline by hand, as the customer was told. */
export function keepExtended(database: Database, caller: Caller, input: Once & ExtendClock): Promise<Done<{ clock: Clock }>> {
  return database.writeOnce(caller, 'clock.extend', input, async (tx, request) => ({ clock: await changedByHand(tx, request.clockId, () => extendClock(tx, request)) }));
}
