import type { NetworkTx } from '@app/database';
import type { Day } from '@app/kernel';
import { countMarks } from './case-mark.sql.js';
import type { Fund } from './fund.entity.js';
import { tailEndsOn, type ReturnTerms } from './late-return.js';
import { refuse } from './refusals.js';

/**
 * Refuses while a fund must stay: its agreement runs, its tail runs, or a case stands on it. Answers from when its return
 * counts.
 */
export async function mustBeOver(tx: NetworkTx, fund: Fund, on: Day): Promise<ReturnTerms> {
  const { agreementEndsOn: endsOn } = fund;
  if (!endsOn || endsOn >= on) throw refuse('AGREEMENT_IN_FORCE');
  const terms = { ...fund, endsOn };
  const until = tailEndsOn(terms);
  if (fund.tailDays > 0 && on <= until) throw refuse('TAIL_RUNNING', { until });
  const { count } = await tx.one(countMarks, { memberId: fund.memberId });
  if (count > 0n) throw refuse('OPEN_CASES', { count: String(count) });
  return terms;
}
