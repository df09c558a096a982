import type { NetworkTx } from '@app/database';
import { markCase } from '@app/funds';
import { newId, type Day } from '@app/kernel';
import { openAccount, postEntry } from '@app/ledger';
import { creditOf, receivables } from './accounts.js';
import { insertReceivable, type Receivable } from './receivable.sql.js';
import type { Demand } from './recover.js';

/** Makes a member owe a case's amount, perhaps by a day and in one payment; its funds stay until it is paid. */
export async function owe(
  tx: NetworkTx, { memberId, purpose, caseType, caseId, amount }: Demand, { dueOn = null, inOnePayment = false }: { dueOn?: Day | null; inOnePayment?: boolean } = {},
): Promise<Receivable> {
  const receivable = {
    id: newId(), memberId, amountMinor: amount.minor, currency: amount.currency, purpose, caseType, caseId, aroseOn: tx.caller.today, dueOn, inOnePayment,
  };
  const credit = await openAccount(tx, creditOf[purpose], null, amount.currency);
  await postEntry(tx, {
    cause: { type: 'receivable', id: receivable.id }, effectiveOn: tx.caller.today,
    transfers: [{ debit: await openAccount(tx, receivables, memberId, amount.currency), credit, amount, code: 'receivable' }],
  });
  await tx.run(insertReceivable, receivable);
  // While it is owed no fund of the member is released.
  await markCase(tx, { caseType: 'receivable', caseId: receivable.id, memberId });
  tx.touch(receivable.id);
  tx.emit({ type: 'receivable.arose', aggregateId: memberId, payload: { receivableId: receivable.id } });
  return { ...receivable, paidMinor: 0n, liftedOn: null };
}
