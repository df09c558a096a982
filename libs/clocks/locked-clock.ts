import type { NetworkTx } from '@app/database';
import { refuseKernel } from '@app/kernel';
import { fire } from './fire-due.js';
import { lockClock, lockClocksOf, type Clock } from './clock.sql.js';

const isDue = (tx: NetworkTx) => ({ nextFireAt }: Clock): boolean => nextFireAt !== null && nextFireAt < tx.caller.now;

/** Locks a clock for a change, once all that it has come to has fired: a worker that lags behind changes no outcome. */
export async function lockedClock(tx: NetworkTx, clockId: string): Promise<Clock> {
  const clock = await tx.maybe(lockClock, { clockId });
  if (!clock) throw refuseKernel('NOT_FOUND', {}, 'clockId');
  if (!isDue(tx)(clock)) return clock;
  await fire(tx, [clockId]);
  return tx.one(lockClock, { clockId });
}

/** Locks the clocks of a subject in id order, as lockedClock does. */
export async function lockedClocksOf(tx: NetworkTx, subject: { subjectType: string; subjectId: string }): Promise<Clock[]> {
  const clocks = await tx.many(lockClocksOf, subject);
  const due = clocks.filter(isDue(tx)).map(({ id }) => id);
  if (due.length === 0) return clocks;
  await fire(tx, due);
  return tx.many(lockClocksOf, subject);
}
