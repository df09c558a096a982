import type { NetworkTx } from '@app/database';
import { releaseHold } from '@app/ledger';
import { closeFundHold, lockHoldsOfCase } from './hold.sql.js';
import { lockFunds } from './lock-funds.js';

/** Lets go of everything that is still held for a case that asks for it no longer. */
export async function voidHoldsOfCase(tx: NetworkTx, of: { caseType: string; caseId: string; memberId: string }): Promise<void> {
  await lockFunds(tx, of.memberId);
  for (const hold of await tx.many(lockHoldsOfCase, of)) {
    if (hold.outcome) continue;
    await releaseHold(tx, { holdId: hold.holdId, outcome: 'voided', effectiveOn: tx.caller.today });
    await tx.run(closeFundHold, { fundHoldId: hold.id, outcome: 'voided' });
    tx.emit({ type: 'fund.hold_voided', aggregateId: hold.fundId, payload: { fundHoldId: hold.id } });
  }
}
