import type { AccountKind } from '@app/ledger';
import type { Purpose } from '@app/funds';

/** What the operator has paid for members and not recovered, neither from a fund nor as a receivable. */
export const advances: AccountKind = { kind: 'advances', side: 'debit', floored: false, per: 'network' };

/** What a member owes the operator; it never falls below zero, so nobody pays more than is owed. */
export const receivables: AccountKind = { kind: 'receivable', side: 'debit', floored: true, per: 'member' };

export const penaltyIncome: AccountKind = { kind: 'penalty_income', side: 'credit', floored: false, per: 'network' };
export const duesIncome: AccountKind = { kind: 'dues_income', side: 'credit', floored: false, per: 'network' };

/** Where recovered money goes: a compensation pays an advance back, a penalty and other dues are income. */
export const creditOf: Readonly<Record<Purpose, AccountKind>> = { compensation: advances, penalty: penaltyIncome, dues: duesIncome };
