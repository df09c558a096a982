import type { Database, Done, Once } from '@app/database';
import { businessDay, refuseKernel, type Caller, type Day } from '@app/kernel';
import { lockNotice, markServed, type Notice } from './notice.sql.js';
import { refuse } from './refusals.js';

export interface ServeNotice extends Once {
  readonly noticeId: string;
  readonly servedOn: Day | null;
}

/** Records that a notice was handed to its member, by whom and on which day; once. */
export function serveNotice(database: Database, caller: Caller, input: ServeNotice): Promise<Done<{ notice: Notice }>> {
  return database.writeOnce(caller, 'notice.serve', input, async (tx, request) => {
    const standing = await tx.maybe(lockNotice, { noticeId: request.noticeId });
    if (!standing) throw refuseKernel('NOT_FOUND', {}, 'noticeId');
    if (standing.servedOn) throw refuse('ALREADY_SERVED', { servedOn: standing.servedOn });
    const servedOn = businessDay(caller, request.servedOn, 'servedOn');
    if (servedOn < standing.issuedOn) throw refuse('SERVED_BEFORE_ISSUE', { issuedOn: standing.issuedOn }, 'servedOn');
    const notice = await tx.one(markServed, { noticeId: standing.id, servedOn, servedBy: caller.personId });
    tx.touch(notice.id);
    tx.emit({ type: 'notice.served', aggregateId: notice.memberId, payload: { noticeId: notice.id } });
    return { notice };
  });
}
