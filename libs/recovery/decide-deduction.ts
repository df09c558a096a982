import type { Database, Done, Once } from '@app/database';
import { liftCaseMark } from '@app/funds';
import { formatAmount, money, refuseKernel, type Caller } from '@app/kernel';
import { issueNotice, type Notice } from '@app/notices';
import type { Deduction } from './deduction.entity.js';
import { decide, lockDeduction } from './deduction.sql.js';
import { recover, type Recovered } from './recover.js';
import { refuse } from './refusals.js';

export interface DecideDeduction extends Once {
  readonly deductionId: string;
  readonly version: number;
  readonly take: boolean;
  readonly reason: string;
}

export interface DecidedDeduction extends Recovered {
  readonly deduction: Deduction;
  /** The paper to be served on the member; null where the deduction was refused. */
  readonly notice: Notice | null;
}

const nothing: Recovered = { draws: [], calls: [], receivable: null };

/** Decides a proposed deduction, never by its proposer: refuses it, or takes it and issues the notice of it. */
export function decideDeduction(database: Database, caller: Caller, input: DecideDeduction): Promise<Done<DecidedDeduction>> {
  return database.writeOnce(caller, 'deduction.decide', input, async (tx, request) => {
    const standing = await tx.maybe(lockDeduction, { deductionId: request.deductionId });
    if (!standing) throw refuseKernel('NOT_FOUND', {}, 'deductionId');
    if (standing.version !== request.version) throw refuseKernel('STALE_VERSION', { version: standing.version }, 'version');
    if (standing.state !== 'proposed') throw refuse('ALREADY_DECIDED', { state: standing.state });
    const decidedBy = caller.personId ?? caller.apiKeyId;
    if (standing.proposedBy === decidedBy) throw refuse('OWN_PROPOSAL');
    const deduction = await tx.one(decide, {
      deductionId: standing.id, state: request.take ? 'taken' : 'refused', decidedBy, decidedOn: caller.today, reason: request.reason,
    });
    tx.touch(deduction.id);
    tx.emit({ type: `deduction.${deduction.state}`, aggregateId: deduction.memberId, payload: { deductionId: deduction.id } });
    const of = { caseType: 'deduction', caseId: deduction.id, memberId: deduction.memberId };
    await liftCaseMark(tx, of);
    if (!request.take) return { deduction, notice: null, ...nothing };
    const amount = money(deduction.amountMinor, deduction.currency);
    const recovered = await recover(tx, { ...of, purpose: 'penalty', amount });
    const notice = await issueNotice(tx, { series: 'deduction', ...of, says: saysOf(deduction, recovered) });
    return { deduction, notice, ...recovered };
  });
}

/** The figures of which its paper is made. */
function saysOf({ amountMinor, currency, clause, reason }: Deduction, { receivable }: Recovered): Record<string, string> {
  const shown = (minor: bigint) => formatAmount(money(minor, currency));
  return { amount: shown(amountMinor), currency, clause, reason, ...(receivable && { owed: shown(receivable.amountMinor) }) };
}
