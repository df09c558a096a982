import type { Database, Done, Once } from '@app/database';
import { businessDay, newId, refuseKernel, type Caller, type Day } from '@app/kernel';
import { giveBack, type Receivable } from '@app/recovery';
import { insertDecision, listDecisions, type SanctionDecision } from './decision.sql.js';
import { actorOf } from './keep-proposal.js';
import { refuse } from './refusals.js';
import { lockSanction, setState, type Sanction } from './sanction.sql.js';

export interface DecideAppeal extends Once {
  readonly sanctionId: string;
  readonly version: number;
  /** True to lift the sanction, false to uphold it. */
  readonly lift: boolean;
  /** From when its money counts as given back; today where absent. Of a lifted one alone. */
  readonly effectiveOn: Day | null;
  readonly reason: string;
}

export interface DecidedAppeal {
  readonly sanction: Sanction;
  readonly decision: SanctionDecision;
  /** What was owed by it and is owed no more; null where nothing was. */
  readonly receivable: Receivable | null;
}

/** Decides an appeal, by neither proposer nor decider: upholds the sanction, or lifts it and gives its money back. */
export function decideAppeal(database: Database, caller: Caller, input: DecideAppeal): Promise<Done<DecidedAppeal>> {
  return database.writeOnce(caller, 'sanction.decide_appeal', input, async (tx, request) => {
    const standing = await tx.maybe(lockSanction, { sanctionId: request.sanctionId });
    if (!standing) throw refuseKernel('NOT_FOUND', {}, 'sanctionId');
    if (standing.version !== request.version) throw refuseKernel('STALE_VERSION', { version: standing.version }, 'version');
    if (standing.state !== 'appealed') throw refuse('NOT_APPEALED', { state: standing.state });
    const decidedBy = actorOf(caller)!;
    const { id: sanctionId, memberId } = standing;
    if (standing.proposedBy === decidedBy) throw refuse('OWN_PROPOSAL');
    const [first] = await tx.many(listDecisions, { sanctionIds: [sanctionId] });
    if (first?.decidedBy === decidedBy) throw refuse('OWN_DECISION');
    if (!request.lift && request.effectiveOn) throw refuse('EFFECTIVE_DAY_UNASKED', {}, 'effectiveOn');
    const outcome = request.lift ? 'lifted' as const : 'upheld' as const;
    const effectiveOn = request.lift ? businessDay(caller, request.effectiveOn) : null;
    const sanction = await tx.one(setState, { sanctionId, state: outcome });
    const decision = await tx.one(insertDecision, {
      id: newId(), sanctionId, memberId, outcome, reason: request.reason, decidedBy, decidedOn: caller.today, effectiveOn,
    });
    tx.touch(sanctionId, decision.id);
    tx.emit({ type: `sanction.${outcome}`, aggregateId: memberId, payload: { sanctionId } });
    const receivable = effectiveOn === null ? null : await giveBack(tx, { memberId, caseType: 'sanction', caseId: sanctionId, effectiveOn });
    return { sanction, decision, receivable };
  });
}
