import type { Day } from '@app/kernel';

/** One line of an account history, with the balances after it; signed as seen from the account's own side. */
export interface AccountLine {
  readonly accountId: string;
  readonly line: bigint;
  readonly what: 'transfer' | 'reversal' | 'hold' | 'capture' | 'void' | 'expiry';
  readonly code: string;
  readonly causeType: string;
  readonly causeId: string;
  readonly transferId: string | null;
  readonly holdId: string | null;
  readonly postedMinor: bigint;
  readonly heldMinor: bigint;
  readonly postedAfterMinor: bigint;
  readonly heldAfterMinor: bigint;
  readonly currency: string;
  readonly effectiveOn: Day;
  readonly recordedAt: Date;
}
