import { statement } from '@app/database';
import type { Day } from '@app/kernel';
import type { FundDraw } from './fund.entity.js';

/** An insert; its transfer is posted just before it. */
export const insertDraw = statement<Omit<FundDraw, 'drawnOn'> & { transferId: string; drawnOn: Day }>('funds.insert-draw', `
  INSERT INTO fund_draw (network_id, id, fund_id, member_id, amount_minor, purpose, case_type, case_id, transfer_id, drawn_on)
  VALUES ($network, $id, $fundId, $memberId, $amountMinor, $purpose, $caseType, $caseId, $transferId, $drawnOn)
`);

/** By fund_draw_by_case, for the loaders; locks nothing. */
export const listDrawsOfCases = statement<{ caseType: string; caseIds: string[] }, FundDraw>('funds.list-draws-of-cases', `
  SELECT d.id, d.fund_id, d.member_id, d.amount_minor, f.currency, d.purpose, d.case_type, d.case_id, d.drawn_on
  FROM fund_draw d JOIN fund f ON f.network_id = $network AND f.id = d.fund_id
  WHERE d.network_id = $network AND d.case_type = $caseType AND d.case_id = ANY($caseIds::uuid[])
  ORDER BY d.case_id, d.id
`);

/** The draws of one case with their transfers, by fund_draw_by_case; locks nothing: draws never change. */
export const listDrawTransfersOfCase = statement<{ caseType: string; caseId: string }, FundDraw & { transferId: string }>('funds.list-draw-transfers', `
  SELECT d.id, d.fund_id, d.member_id, d.amount_minor, f.currency, d.purpose, d.case_type, d.case_id, d.drawn_on, d.transfer_id
  FROM fund_draw d JOIN fund f ON f.network_id = $network AND f.id = d.fund_id
  WHERE d.network_id = $network AND d.case_type = $caseType AND d.case_id = $caseId
  ORDER BY d.id
`);

/** An insert beside the reversal of its transfer; a second of one draw breaks draw_returned_once. */
export const insertDrawReturn = statement<
  { id: string; drawId: string; fundId: string; memberId: string; amountMinor: bigint; effectiveOn: Day }
>('funds.insert-draw-return', `
  INSERT INTO fund_draw_return (network_id, id, draw_id, fund_id, member_id, amount_minor, effective_on)
  VALUES ($network, $id, $drawId, $fundId, $memberId, $amountMinor, $effectiveOn)
`);
