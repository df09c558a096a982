import type { Database, Done, Once } from '@app/database';
import { dayOf, type Caller, type Day } from '@app/kernel';
import { lockClock, updateClock } from './network.sql.js';
import { aheadAfter, type ClockSetting } from './sandbox-clock.js';

export interface ClockSet {
  readonly now: Date;
  readonly today: Day;
  readonly sandboxSeconds: bigint;
}

/** Sets the clock of a sandbox network forward; every request after this one is of the new time. */
export async function setSandboxClock(database: Database, caller: Caller, input: ClockSetting & Once): Promise<Done<ClockSet>> {
  return database.writeOnce(caller, 'network.set_clock', input, async (tx) => {
    const clock = await tx.one(lockClock, {});
    const sandboxSeconds = aheadAfter(clock, input);
    await tx.run(updateClock, { sandboxSeconds });
    tx.touch(caller.networkId);
    tx.emit({ type: 'network.clock_set', aggregateId: caller.networkId });
    const now = new Date(clock.wallAt.getTime() + Number(sandboxSeconds) * 1000);
    return { now, today: dayOf(now, caller.zone), sandboxSeconds };
  });
}
