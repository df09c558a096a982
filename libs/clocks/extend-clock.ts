import type { NetworkTx } from '@app/database';
import { changeClock } from './change-clock.js';
import type { Clock } from './clock.sql.js';
import { checkExtension, type Extension } from './extension.js';
import { lockedClock } from './locked-clock.js';

export interface ExtendClock extends Omit<Extension, 'toldAt'> {
  readonly clockId: string;
  /** When the customer was told; now where absent. */
  readonly toldAt: Date | null;
  /** How the customer was told: a message, a call on record. */
  readonly evidence: string;
}

/** Moves a deadline to the time that the customer was told before the old one passed; the work goes on. Source: CX-8. */
export async function extendClock(tx: NetworkTx, { clockId, evidence, ...extension }: ExtendClock): Promise<Clock> {
  const clock = await lockedClock(tx, clockId);
  checkExtension(clock, { ...extension, toldAt: extension.toldAt ?? tx.caller.now }, tx.caller.now);
  const { reason, substitute, newDueAt } = extension;
  const extended = await changeClock(tx, clock, {
    what: 'extended', to: { extendedTo: newDueAt, extendedFrom: clock.countsFrom }, evidence,
    reason: substitute ? `${reason} / ${substitute}` : reason,
  });
  tx.emit({ type: 'clock.extended', aggregateId: clock.subjectId, payload: { clockId, code: clock.code, party: clock.party, dueAt: newDueAt.toISOString() } });
  return extended;
}
