import type { AccountKind } from '@app/ledger';

/** The pots a member's money may stand in. */
export const potKinds = ['guarantee_fund', 'deposit', 'bond', 'retention', 'complaint_fund'] as const;
export type PotKind = (typeof potKinds)[number];

/** What a pot may be drawn for: a consumer's compensation, a penalty, or other dues. */
export const purposes = ['compensation', 'penalty', 'dues'] as const;
export type Purpose = (typeof purposes)[number];

/** The liability account of a pot: the operator owes the member what stands on it, and it never falls below its holds. */
export const potAccount = (kind: PotKind): AccountKind => ({ kind, side: 'credit', floored: true, per: 'member' });

/** What the operator pays for returning a fund late. */
export const lateReturnExpense: AccountKind = { kind: 'late_return_expense', side: 'debit', floored: false, per: 'network' };

/** What the operator keeps of a fund after a serious breach. */
export const keptFunds: AccountKind = { kind: 'kept_funds', side: 'credit', floored: false, per: 'network' };
