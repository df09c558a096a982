import type { NetworkTx } from '@app/database';
import { formatAmount, money, newId, type Day, type Money } from '@app/kernel';
import type { Balance } from './chart.js';
import type { Hold } from './hold.entity.js';
import { readHold } from './hold.sql.js';
import { sidesOf } from './movement.js';
import { recordMovements, type Cause } from './record-movements.js';
import { refuse } from './refusals.js';

/** Takes a hold, wholly or in part, by one transfer; the rest of it returns at once. */
export async function captureHold(
  tx: NetworkTx,
  capture: { holdId: string; amount: Money; cause: Cause; code: string; effectiveOn: Day },
): Promise<{ entryId: string; transferId: string; balances: ReadonlyMap<string, Balance> }> {
  const hold = await standing(tx, capture.holdId);
  if (hold.expiresAt && hold.expiresAt <= tx.caller.now) throw refuse('HOLD_EXPIRED');
  if (capture.amount.minor > hold.amountMinor) {
    throw refuse('CAPTURE_EXCEEDS_HOLD', { held: formatAmount(money(hold.amountMinor, hold.currency)) });
  }
  const { debit, credit } = hold;
  const entryId = newId();
  const transferId = newId();
  const balances = await recordMovements(tx, {
    cause: capture.cause, effectiveOn: capture.effectiveOn, entryId,
    transfers: [{ id: transferId, debit, credit, amount: capture.amount, code: capture.code, reversesId: null }],
    resolution: { holdId: hold.id, outcome: 'captured', capturedMinor: capture.amount.minor, transferId },
    sides: sidesOf({ debit, credit, what: 'capture', code: capture.code, transferId, holdId: hold.id, posted: capture.amount.minor, pending: -hold.amountMinor }),
  });
  return { entryId, transferId, balances };
}

/** Lets a hold go without taking any of it: voided by decision, or expired by the clock. */
export async function releaseHold(
  tx: NetworkTx,
  release: { holdId: string; outcome: 'voided' | 'expired'; effectiveOn: Day },
): Promise<ReadonlyMap<string, Balance>> {
  const hold = await standing(tx, release.holdId);
  return recordMovements(tx, {
    cause: { type: hold.causeType, id: hold.causeId }, effectiveOn: release.effectiveOn,
    resolution: { holdId: hold.id, outcome: release.outcome, capturedMinor: 0n, transferId: null },
    sides: sidesOf({
      debit: hold.debit, credit: hold.credit, what: release.outcome === 'voided' ? 'void' : 'expiry',
      code: hold.code, holdId: hold.id, posted: 0n, pending: -hold.amountMinor,
    }),
  });
}

/** The hold while it stands. Its primary key decides a race: of two resolutions at once the second breaks it. */
async function standing(tx: NetworkTx, holdId: string): Promise<Hold> {
  const hold = await tx.one(readHold, { holdId });
  if (hold.outcome) throw refuse('HOLD_RESOLVED', { outcome: hold.outcome });
  return hold;
}
