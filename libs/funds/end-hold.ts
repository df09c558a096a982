import type { Database, Done, NetworkTx, Once } from '@app/database';
import { refuseKernel, type Caller } from '@app/kernel';
import type { FundHold } from './fund.entity.js';
import { isLapsed, letHoldGo } from './let-hold-go.js';
import { lockFunds } from './lock-funds.js';
import { lockFundHold, readFundHold } from './hold.sql.js';
import { refuse } from './refusals.js';

export interface VoidFundHold extends Once {
  readonly fundHoldId: string;
}

/** Lets a hold go by decision: its case no longer asks for the money. */
export function voidFundHold(database: Database, caller: Caller, input: VoidFundHold): Promise<Done<{ hold: FundHold }>> {
  return database.writeOnce(caller, 'fund_hold.void', input, async (tx, request) => {
    const hold = await lockedHold(tx, request.fundHoldId);
    if (!hold) throw refuseKernel('NOT_FOUND', {}, 'fundHoldId');
    if (hold.outcome) throw refuse('HOLD_RESOLVED', { outcome: hold.outcome });
    return { hold: await letHoldGo(tx, hold, 'voided') };
  });
}

/** Lets a hold go whose time has passed; does nothing where it was resolved meanwhile. */
export async function expireFundHold(database: Database, caller: Caller, fundHoldId: string): Promise<void> {
  await database.write(caller, { action: 'fund_hold.expire', request: { fundHoldId } }, async (tx) => {
    const hold = await lockedHold(tx, fundHoldId);
    if (hold && !hold.outcome && isLapsed(tx, hold)) await letHoldGo(tx, hold, 'expired');
  });
}

// The balances before the hold, as drawing takes them too.
async function lockedHold(tx: NetworkTx, fundHoldId: string): Promise<FundHold | null> {
  const found = await tx.maybe(readFundHold, { fundHoldId });
  if (!found) return null;
  await lockFunds(tx, found.memberId);
  return tx.maybe(lockFundHold, { fundHoldId });
}
