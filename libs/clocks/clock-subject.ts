import type { NetworkTx } from '@app/database';
import { readClocks } from './list.sql.js';

/** What a room above wants of the clocks of its own subjects. */
export interface ClockSubject {
  /** By the word of its id's kind, such as complaint. */
  readonly type: string;
  /** Locks the subject: it is locked before its clocks, whoever changes them. */
  readonly lock: (tx: NetworkTx, subjectId: string) => Promise<void>;
  /** A deadline of the subject may have moved. */
  readonly moved: (tx: NetworkTx, subjectId: string) => Promise<void>;
}

const subjects = new Map<string, ClockSubject>();

/** Makes a room's subjects known, once at boot. */
export function registerClockSubject(subject: ClockSubject): void {
  subjects.set(subject.type, subject);
}

/** Tells the subject's room that a deadline may have moved. */
export async function tellMoved(tx: NetworkTx, { subjectType, subjectId }: { subjectType: string; subjectId: string }): Promise<void> {
  await subjects.get(subjectType)?.moved(tx, subjectId);
}

/** Changes a clock under the lock of what it is about, and tells that room. */
export async function changedByHand<R>(tx: NetworkTx, clockId: string, change: () => Promise<R>): Promise<R> {
  const clock = await tx.maybe(readClocks, { clockIds: [clockId] });
  if (clock) await subjects.get(clock.subjectType)?.lock(tx, clock.subjectId);
  const changed = await change();
  if (clock) await tellMoved(tx, clock);
  return changed;
}
