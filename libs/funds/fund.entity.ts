import type { Account } from '@app/ledger';
import type { Day } from '@app/kernel';
import type { PotKind, Purpose } from './pots.js';

/** A member's pot with its terms in force and what stands on it; the money in minor units of `currency`. */
export interface Fund {
  readonly id: string;
  readonly memberId: string;
  readonly kind: PotKind;
  readonly currency: string;
  readonly accountId: string;
  readonly agreementId: string;
  readonly agreementStartsOn: Day;
  readonly agreementEndsOn: Day | null;
  readonly seriousBreach: boolean;
  readonly uses: readonly Purpose[];
  readonly drawOrder: number;
  readonly topUpDays: number;
  readonly tailDays: number;
  readonly returnDays: number;
  readonly lateReturnDailyRate: string;
  readonly keptOnSeriousBreach: boolean;
  readonly requiredMinor: bigint;
  readonly postedMinor: bigint;
  readonly heldMinor: bigint;
  /** Called and not paid yet. */
  readonly calledMinor: bigint;
}

/** The account of a fund, as the ledger's steps take it. */
export const accountOf = (fund: Fund): Account => ({
  id: fund.accountId, kind: fund.kind, memberId: fund.memberId, currency: fund.currency, side: 'credit', floored: true,
});

export interface FundHold {
  readonly id: string;
  readonly fundId: string;
  readonly memberId: string;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly purpose: Purpose;
  readonly caseType: string;
  readonly caseId: string;
  readonly holdId: string;
  readonly expiresAt: Date | null;
  readonly outcome: 'captured' | 'voided' | 'expired' | null;
  readonly recordedAt: Date;
}

export interface FundCall {
  readonly id: string;
  readonly fundId: string;
  readonly memberId: string;
  readonly amountMinor: bigint;
  readonly metMinor: bigint;
  readonly currency: string;
  readonly calledOn: Day;
  readonly dueOn: Day;
}

export interface FundDraw {
  readonly id: string;
  readonly fundId: string;
  readonly memberId: string;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly purpose: Purpose;
  readonly caseType: string;
  readonly caseId: string;
  readonly drawnOn: Day;
}
