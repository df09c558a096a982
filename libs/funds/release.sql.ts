import { statement } from '@app/database';
import type { Day } from '@app/kernel';

export interface FundRelease {
  readonly id: string;
  readonly fundId: string;
  readonly memberId: string;
  /** Returned to the member, or kept by the operator after a serious breach. */
  readonly outcome: 'returned' | 'kept';
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly dueOn: Day;
  /** What the operator paid on top for returning late. */
  readonly lateFeeMinor: bigint;
  readonly releasedOn: Day;
  readonly reference: string;
}

/** An insert under the locks of the member's balances. */
export const insertRelease = statement<Omit<FundRelease, 'currency'>>('funds.insert-release', `
  INSERT INTO fund_release (network_id, id, fund_id, member_id, outcome, amount_minor, due_on, late_fee_minor, released_on, reference)
  VALUES ($network, $id, $fundId, $memberId, $outcome, $amountMinor, $dueOn, $lateFeeMinor, $releasedOn, $reference)
`);

/** By fund_release_by_fund, for the loaders; locks nothing. */
export const listReleases = statement<{ fundIds: string[] }, FundRelease>('funds.list-releases', `
  SELECT r.id, r.fund_id, r.member_id, r.outcome, r.amount_minor, f.currency, r.due_on, r.late_fee_minor, r.released_on, r.reference
  FROM fund_release r JOIN fund f ON f.network_id = $network AND f.id = r.fund_id
  WHERE r.network_id = $network AND r.fund_id = ANY($fundIds::uuid[]) ORDER BY r.fund_id, r.id
`);
