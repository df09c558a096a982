import type { Account } from './chart.js';

/** A reservation between two accounts; `outcome` is null while it stands. */
export interface Hold {
  readonly id: string;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly code: string;
  readonly causeType: string;
  readonly causeId: string;
  readonly expiresAt: Date | null;
  readonly outcome: 'captured' | 'voided' | 'expired' | null;
  readonly debit: Account;
  readonly credit: Account;
}
