import type { Database, Done, Once } from '@app/database';
import { addDays, newId, refuseKernel, type Caller } from '@app/kernel';
import { listNoticesOfCases } from '@app/notices';
import { insertAppeal, type SanctionAppeal } from './decision.sql.js';
import { actorOf } from './keep-proposal.js';
import { refuse } from './refusals.js';
import { lockSanction, setState, type Sanction } from './sanction.sql.js';

export interface AppealSanction extends Once {
  readonly sanctionId: string;
  readonly reason: string;
}

/** Records a member's appeal against its own sanction: once, and within the days that run from its service. */
export function appealSanction(database: Database, caller: Caller, input: AppealSanction): Promise<Done<{ sanction: Sanction; appeal: SanctionAppeal }>> {
  return database.writeOnce(caller, 'sanction.appeal', input, async (tx, { sanctionId, reason }) => {
    const standing = await tx.maybe(lockSanction, { sanctionId });
    if (standing && caller.memberId === null) throw refuse('NOT_A_MEMBER');
    if (!standing || standing.memberId !== caller.memberId) throw refuseKernel('NOT_FOUND', {}, 'sanctionId');
    if (['appealed', 'upheld', 'lifted'].includes(standing.state)) throw refuse('ALREADY_APPEALED');
    const [notice] = await tx.many(listNoticesOfCases, { caseType: 'sanction', caseIds: [sanctionId] });
    if (!notice?.servedOn) throw refuse('NOT_SERVED');
    const lastDay = addDays(notice.servedOn, standing.appealDays);
    if (caller.today > lastDay) throw refuse('APPEAL_TOO_LATE', { lastDay });
    const sanction = await tx.one(setState, { sanctionId, state: 'appealed' });
    const appeal = await tx.one(insertAppeal, {
      id: newId(), sanctionId, memberId: standing.memberId, reason, appealedBy: actorOf(caller)!, appealedOn: caller.today,
    });
    tx.touch(sanctionId, appeal.id);
    tx.emit({ type: 'sanction.appealed', aggregateId: standing.memberId, payload: { sanctionId } });
    return { sanction, appeal };
  });
}
