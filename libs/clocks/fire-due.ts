import type { Database, NetworkTx } from '@app/database';
import type { Caller } from '@app/kernel';
import { fireLocked, lockDue, type Fired } from './fire.sql.js';

const most = 1_000;

/**
 * Fires what has come due in the caller's network, batch by batch, until nothing is left that nobody else holds. Each
 * batch is one transaction of few statements, however many clocks it has; a worker that dies leaves the rest to the next.
 */
export async function fireDueClocks(database: Database, caller: Caller, batch = most): Promise<void> {
  for (let found = batch; found === batch; ) {
    found = await database.write(caller, { action: 'clock.fire' }, async (tx) => {
      const due = await tx.many(lockDue, { now: caller.now, count: batch });
      if (due.length > 0) await fire(tx, due.map(({ id }) => id));
      return due.length;
    });
  }
}

/** Fires what has come due of clocks that are locked, and leaves an event of each. */
export async function fire(tx: NetworkTx, clockIds: string[]): Promise<readonly Fired[]> {
  const fired = await tx.many(fireLocked, { clockIds, now: tx.caller.now });
  for (const { subjectId: aggregateId, what, step, dueAt, ...rest } of fired) {
    tx.emit({ type: `clock.${what}`, aggregateId, payload: { ...rest, dueAt: dueAt.toISOString(), ...(step ? { step } : {}) } });
  }
  tx.touch(...clockIds);
  return fired;
}
