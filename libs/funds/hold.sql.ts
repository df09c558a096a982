import { statement } from '@app/database';
import type { FundHold } from './fund.entity.js';
import type { Purpose } from './pots.js';

/** An insert; the ledger's hold is placed just before it. */
export const insertFundHold = statement<{
  id: string; fundId: string; memberId: string; amountMinor: bigint; purpose: Purpose;
  caseType: string; caseId: string; holdId: string; expiresAt: Date | null;
}>('funds.insert-hold', `
  INSERT INTO fund_hold (network_id, id, fund_id, member_id, amount_minor, purpose, case_type, case_id, hold_id, expires_at)
  VALUES ($network, $id, $fundId, $memberId, $amountMinor, $purpose, $caseType, $caseId, $holdId, $expiresAt)
`);

/** The holds of a case in the order they were placed, locked: only one may resolve them. Leans on fund_hold_by_case. */
export const lockHoldsOfCase = statement<{ caseType: string; caseId: string }, FundHold>('funds.lock-holds-of-case', `
  SELECT h.*, f.currency FROM fund_hold h JOIN fund f ON f.network_id = $network AND f.id = h.fund_id
  WHERE h.network_id = $network AND h.case_type = $caseType AND h.case_id = $caseId
  ORDER BY h.id FOR UPDATE OF h
`);

/** By primary key, to learn whose balances to lock first; locks nothing. */
export const readFundHold = statement<{ fundHoldId: string }, { memberId: string }>('funds.read-hold', `
  SELECT member_id FROM fund_hold WHERE network_id = $network AND id = $fundHoldId
`);

/** Locks one hold; after the balances of its member. */
export const lockFundHold = statement<{ fundHoldId: string }, FundHold>('funds.lock-hold', `
  SELECT h.*, f.currency FROM fund_hold h JOIN fund f ON f.network_id = $network AND f.id = h.fund_id
  WHERE h.network_id = $network AND h.id = $fundHoldId FOR UPDATE OF h
`);

/** The row that lockFundHold or lockHoldsOfCase holds; a closed hold stays as it is. */
export const closeFundHold = statement<{ fundHoldId: string; outcome: string }>('funds.close-hold', `
  UPDATE fund_hold SET outcome = $outcome WHERE network_id = $network AND id = $fundHoldId AND outcome IS NULL
`);

/** By fund_hold_by_case, for the loaders; locks nothing. */
export const listHoldsOfCases = statement<{ caseType: string; caseIds: string[] }, FundHold>('funds.list-holds-of-cases', `
  SELECT h.*, f.currency FROM fund_hold h JOIN fund f ON f.network_id = $network AND f.id = h.fund_id
  WHERE h.network_id = $network AND h.case_type = $caseType AND h.case_id = ANY($caseIds::uuid[])
  ORDER BY h.case_id, h.id
`);

/** What stands on funds, in the order it was placed, for the loaders. Leans on fund_hold_standing; locks nothing. */
export const listStandingHolds = statement<{ fundIds: string[] }, FundHold>('funds.list-standing-holds', `
  SELECT h.*, f.currency FROM fund_hold h JOIN fund f ON f.network_id = $network AND f.id = h.fund_id
  WHERE h.network_id = $network AND h.fund_id = ANY($fundIds::uuid[]) AND h.outcome IS NULL
  ORDER BY h.fund_id, h.id
`);
