import type { Database, Done, Once } from '@app/database';
import type { Caller } from '@app/kernel';
import { actorOf } from './actor.js';
import { lockedComplaint } from './locked-complaint.js';
import { noteEvent } from './note-event.js';
import { refuse } from './refusals.js';
import { contest, readResponsibilities, type Responsibility } from './responsibility.sql.js';

export interface ContestResponsibility extends Once {
  readonly complaintId: string;
  readonly reason: string;
}

/** Records that the shop contests who was found responsible: once. */
export function contestResponsibility(
  database: Database, caller: Caller, input: ContestResponsibility,
): Promise<Done<{ responsibility: Responsibility }>> {
  return database.writeOnce(caller, 'responsibility.contest', input, async (tx, { complaintId, reason }) => {
    const complaint = await lockedComplaint(tx, complaintId);
    const standing = await tx.maybe(readResponsibilities, { complaintIds: [complaintId] });
    if (!standing) throw refuse('NOT_DETERMINED');
    if (standing.contestedOn !== null) throw refuse('ALREADY_CONTESTED', { contestedOn: standing.contestedOn });
    const responsibility = await tx.one(contest, { complaintId, reason, by: actorOf(caller)!, on: caller.today });
    await noteEvent(tx, complaint, 'responsibility_contested', { reason });
    return { responsibility };
  });
}
