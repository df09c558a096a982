import type { NetworkTx } from '@app/database';
import { drawForCase, holdForCase, markCase, type CaseDemand, type Drawn, type FundHold } from '@app/funds';
import { money, newId } from '@app/kernel';
import { openAccount, postEntry } from '@app/ledger';
import { creditOf, receivables } from './accounts.js';
import { insertReceivable, type Receivable } from './receivable.sql.js';

/** What a case asks of a member. */
export type Demand = Omit<CaseDemand, 'credit'>;

export interface Recovered {
  readonly draws: Drawn['draws'];
  readonly calls: Drawn['calls'];
  /** What the funds could not give, owed by the member from now on; null where they gave all. */
  readonly receivable: Receivable | null;
}

/** Sets aside for a case what the member's funds have for it. */
export async function holdForRecovery(tx: NetworkTx, demand: Demand & { expiresAt: Date | null }): Promise<FundHold[]> {
  const credit = await openAccount(tx, creditOf[demand.purpose], null, demand.amount.currency);
  return holdForCase(tx, { ...demand, credit });
}

/**
 * Recovers a case's amount from its member: what was held, then the pots that permit the purpose in their order, then a
 * receivable. Draws and receivable sum to the amount.
 */
export async function recover(tx: NetworkTx, demand: Demand): Promise<Recovered> {
  const credit = await openAccount(tx, creditOf[demand.purpose], null, demand.amount.currency);
  const { draws, calls, restMinor } = await drawForCase(tx, { ...demand, credit });
  if (restMinor === 0n) return { draws, calls, receivable: null };
  const { memberId, purpose, caseType, caseId } = demand;
  const rest = money(restMinor, demand.amount.currency);
  const receivable = {
    id: newId(), memberId, amountMinor: restMinor, currency: rest.currency, purpose, caseType, caseId, aroseOn: tx.caller.today,
  };
  await postEntry(tx, {
    cause: { type: 'receivable', id: receivable.id }, effectiveOn: tx.caller.today,
    transfers: [{ debit: await openAccount(tx, receivables, memberId, rest.currency), credit, amount: rest, code: 'receivable' }],
  });
  await tx.run(insertReceivable, receivable);
  // While it is owed no fund of the member is released.
  await markCase(tx, { caseType: 'receivable', caseId: receivable.id, memberId });
  tx.touch(receivable.id);
  tx.emit({ type: 'receivable.arose', aggregateId: memberId, payload: { receivableId: receivable.id } });
  return { draws, calls, receivable: { ...receivable, paidMinor: 0n } };
}
