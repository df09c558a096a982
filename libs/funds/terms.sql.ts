import { statement } from '@app/database';
import type { Day } from '@app/kernel';
import type { PotKind, Purpose } from './pots.js';

/** What an agreement says of one pot. */
export interface PotTerms {
  readonly kind: PotKind;
  readonly requiredMinor: bigint;
  readonly currency: string;
  readonly uses: readonly Purpose[];
  readonly drawOrder: number;
  readonly dueOn: Day | null;
  readonly topUpDays: number;
  readonly tailDays: number;
  readonly returnDays: number;
  readonly lateReturnDailyRate: string;
  readonly keptOnSeriousBreach: boolean;
}

/** Two pots of one agreement with the same turn break fund_turns_differ; the same pot twice, the primary key. */
export const insertTerms = statement<PotTerms & { agreementId: string; memberId: string }>('funds.insert-terms', `
  INSERT INTO fund_terms (network_id, agreement_id, kind, member_id, required_minor, currency, uses, draw_order, due_on,
                          top_up_days, tail_days, return_days, late_return_daily_rate, kept_on_serious_breach)
  VALUES ($network, $agreementId, $kind, $memberId, $requiredMinor, $currency, $uses::text[], $drawOrder, $dueOn,
          $topUpDays, $tailDays, $returnDays, $lateReturnDailyRate::numeric, $keptOnSeriousBreach)
`);

/** By the leading columns of the primary key, for the loaders; locks nothing. */
export const listTerms = statement<{ agreementIds: string[] }, PotTerms & { agreementId: string }>('funds.list-terms', `
  SELECT agreement_id, kind, required_minor, currency, uses, draw_order, due_on, top_up_days, tail_days, return_days,
         late_return_daily_rate::text, kept_on_serious_breach
  FROM fund_terms WHERE network_id = $network AND agreement_id = ANY($agreementIds::uuid[])
  ORDER BY agreement_id, draw_order
`);
