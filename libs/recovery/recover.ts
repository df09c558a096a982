import type { NetworkTx } from '@app/database';
import { drawForCase, drawWholeDeposit, holdForCase, type CaseDemand, type Drawn, type FundHold } from '@app/funds';
import { money } from '@app/kernel';
import { openAccount } from '@app/ledger';
import { creditOf } from './accounts.js';
import { owe } from './owe.js';
import type { Receivable } from './receivable.sql.js';

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
  return { draws, calls, receivable: await owe(tx, { ...demand, amount: money(restMinor, demand.amount.currency) }) };
}

/** Takes a member's whole deposit for a case, as far as its terms permit a penalty; nothing is owed beyond it. */
export async function recoverDeposit(tx: NetworkTx, demand: Omit<Demand, 'amount' | 'purpose'>): Promise<Recovered> {
  const credit = await openAccount(tx, creditOf.penalty, null, tx.caller.currency);
  return { draws: await drawWholeDeposit(tx, { ...demand, purpose: 'penalty', credit }), calls: [], receivable: null };
}
