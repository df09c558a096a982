/** What an account is: the side it grows on, whether it has a floor, and whether each member has its own. */
export interface AccountKind {
  readonly kind: string;
  readonly side: 'debit' | 'credit';
  readonly floored: boolean;
  readonly per: 'network' | 'member';
}

/** Money of members that the operator keeps apart, at the bank. No floor, so no hot row: every receipt meets it. */
export const custody: AccountKind = { kind: 'custody', side: 'debit', floored: false, per: 'network' };

/** The operator's own money at the bank. */
export const operatorCash: AccountKind = { kind: 'operator_cash', side: 'debit', floored: false, per: 'network' };

/** An account of the network or of a member, as the ledger's steps take it. */
export interface Account {
  readonly id: string;
  readonly kind: string;
  readonly memberId: string | null;
  readonly currency: string;
  readonly side: 'debit' | 'credit';
  readonly floored: boolean;
}

/** What a floored account holds: posted on its own side, and what of that is held. Available is the difference. */
export interface Balance {
  readonly accountId: string;
  readonly postedMinor: bigint;
  readonly heldMinor: bigint;
}

export const availableMinor = (balance: Balance): bigint => balance.postedMinor - balance.heldMinor;
