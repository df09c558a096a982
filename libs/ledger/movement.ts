import type { Account } from './chart.js';

/** What one transfer, hold or resolution does to one account; pending amounts are signed, a release is negative. */
export interface Side {
  readonly account: Account;
  readonly what: 'transfer' | 'reversal' | 'hold' | 'capture' | 'void' | 'expiry';
  readonly code: string;
  readonly transferId: string | null;
  readonly holdId: string | null;
  readonly debit: bigint;
  readonly credit: bigint;
  readonly pendingDebit: bigint;
  readonly pendingCredit: bigint;
}

interface Move {
  readonly debit: Account;
  readonly credit: Account;
  readonly what: Side['what'];
  readonly code: string;
  readonly transferId?: string | null;
  readonly holdId?: string | null;
  readonly posted: bigint;
  readonly pending: bigint;
}

/** Both sides of a move: the same amount to each, so that an imbalance cannot be written. */
export function sidesOf(move: Move): Side[] {
  const common = { what: move.what, code: move.code, transferId: move.transferId ?? null, holdId: move.holdId ?? null };
  return [
    { ...common, account: move.debit, debit: move.posted, credit: 0n, pendingDebit: move.pending, pendingCredit: 0n },
    { ...common, account: move.credit, debit: 0n, credit: move.posted, pendingDebit: 0n, pendingCredit: move.pending },
  ];
}
