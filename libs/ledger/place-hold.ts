import type { NetworkTx } from '@app/database';
import { newId, type Day, type Money } from '@app/kernel';
import type { Account, Balance } from './chart.js';
import { sidesOf } from './movement.js';
import { recordMovements, type Cause } from './record-movements.js';

export interface HoldRequest {
  readonly debit: Account;
  readonly credit: Account;
  readonly amount: Money;
  readonly code: string;
  readonly cause: Cause;
  readonly effectiveOn: Day;
  readonly expiresAt: Date | null;
}

/** Reserves an amount on its debit account; refused where that much is not available. */
export async function placeHold(tx: NetworkTx, request: HoldRequest): Promise<{ holdId: string; balances: ReadonlyMap<string, Balance> }> {
  const holdId = newId();
  const balances = await recordMovements(tx, {
    cause: request.cause, effectiveOn: request.effectiveOn,
    hold: { ...request, id: holdId },
    sides: sidesOf({ ...request, what: 'hold', holdId, posted: 0n, pending: request.amount.minor }),
  });
  return { holdId, balances };
}
