import type { NetworkTx } from '@app/database';
import { newId, type Day, type Money } from '@app/kernel';
import type { Account, Balance } from './chart.js';
import { sidesOf } from './movement.js';
import { recordMovements, type Cause } from './record-movements.js';
import { refuse } from './refusals.js';
import { readTransfer } from './transfer.sql.js';

/**
 * Reverses a transfer, wholly or (a receipt that the bank took back) in part, once; never effective before it. In a
 * floored account what is taken back must be available.
 */
export async function reverseTransfer(
  tx: NetworkTx,
  reversal: { transferId: string; effectiveOn: Day; cause: Cause; code: string; amount?: Money },
): Promise<{ entryId: string; transferId: string; debit: Account; balances: ReadonlyMap<string, Balance> }> {
  const original = await tx.one(readTransfer, { transferId: reversal.transferId });
  if (original.reversesId) throw refuse('REVERSAL_OF_REVERSAL');
  if (original.reversed) throw refuse('ALREADY_REVERSED');
  if (reversal.effectiveOn < original.effectiveOn) throw refuse('EFFECTIVE_BEFORE_ORIGINAL', { original: original.effectiveOn });
  const amount = reversal.amount ?? { minor: original.amountMinor, currency: original.currency };
  if (amount.minor > original.amountMinor) throw refuse('REVERSAL_EXCEEDS_TRANSFER');
  // Swapped: what was credited is debited.
  const [debit, credit] = [original.credit, original.debit];
  const entryId = newId();
  const transferId = newId();
  const balances = await recordMovements(tx, {
    cause: reversal.cause, effectiveOn: reversal.effectiveOn, entryId,
    transfers: [{ id: transferId, debit, credit, amount, code: reversal.code, reversesId: original.id }],
    sides: sidesOf({ debit, credit, what: 'reversal', code: reversal.code, transferId, posted: amount.minor, pending: 0n }),
  });
  return { entryId, transferId, debit, balances };
}
