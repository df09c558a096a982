import { statement } from '@app/database';
import type { Day } from '@app/kernel';

export interface FundRelease {
  readonly id: string;
  readonly fundId: string;
  readonly memberId: string;
  /** Returned to the member, or kept by the operator after a serious breach. */
  readonly outcome: 'returned' | 'kept';
  readonly amountMinor: bigint;
  readonly dueOn: Day;
  /** What the operator paid on top for returning late. */
  readonly lateFeeMinor: bigint;
  readonly releasedOn: Day;
  readonly reference: string;
}

/** An insert under the locks of the member's balances. */
export const insertRelease = statement<FundRelease>('funds.insert-release', `
  INSERT INTO fund_release (network_id, id, fund_id, member_id, outcome, amount_minor, due_on, late_fee_minor, released_on, reference)
  VALUES ($network, $id, $fundId, $memberId, $outcome, $amountMinor, $dueOn, $lateFeeMinor, $releasedOn, $reference)
`);

/** By fund_release_by_fund, for the loaders; locks nothing. */
export const listReleases = statement<{ fundIds: string[] }, FundRelease>('funds.list-releases', `
  SELECT id, fund_id, member_id, outcome, amount_minor, due_on, late_fee_minor, released_on, reference
  FROM fund_release WHERE network_id = $network AND fund_id = ANY($fundIds::uuid[]) ORDER BY fund_id, id
`);
