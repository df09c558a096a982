import type { NetworkTx } from '@app/database';
import { liftCaseMark, returnDraws } from '@app/funds';
import { newId, type Day } from '@app/kernel';
import { findTransfer, reverseTransfer } from '@app/ledger';
import { liftReceivable, listPayments, lockReceivableOfCase, type Receivable } from './receivable.sql.js';

/**
 * Undoes what a case took from its member, from a day on: each draw goes back to its fund, what is owed is owed no more, and
 * what was paid of it is the member's again, in cash. Never before the day on which it was taken.
 */
export async function giveBack(
  tx: NetworkTx, given: { memberId: string; caseType: string; caseId: string; effectiveOn: Day },
): Promise<Receivable | null> {
  const receivable = await tx.maybe(lockReceivableOfCase, given);
  await returnDraws(tx, given);
  if (!receivable) return null;
  for (const payment of await tx.many(listPayments, { receivableIds: [receivable.id] })) {
    await reversed(tx, { type: 'receivable_payment', id: payment.id, code: 'payment' }, given.effectiveOn);
  }
  await reversed(tx, { type: 'receivable', id: receivable.id, code: 'receivable' }, given.effectiveOn);
  if (receivable.paidMinor < receivable.amountMinor) await liftCaseMark(tx, { caseType: 'receivable', caseId: receivable.id });
  tx.touch(receivable.id);
  tx.emit({ type: 'receivable.lifted', aggregateId: receivable.memberId, payload: { receivableId: receivable.id } });
  return tx.one(liftReceivable, { receivableId: receivable.id, liftedOn: given.effectiveOn });
}

async function reversed(tx: NetworkTx, { type, id, code }: { type: string; id: string; code: string }, effectiveOn: Day): Promise<void> {
  const { id: transferId } = await tx.one(findTransfer, { causeType: type, causeId: id, code });
  await reverseTransfer(tx, { transferId, effectiveOn, code: `${code}_lifted`, cause: { type: 'receivable_lift', id: newId() } });
}
