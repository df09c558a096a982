import type { Database, Done, Once } from '@app/database';
import type { Caller } from '@app/kernel';
import { actorOf } from './actor.js';
import { lockedComplaint } from './locked-complaint.js';
import { noteEvent } from './note-event.js';
import type { ResponsibleParty } from './policy.js';
import { refuse } from './refusals.js';
import { insertResponsibility, readResponsibilities, type Responsibility } from './responsibility.sql.js';

export interface DetermineResponsibility extends Once {
  readonly complaintId: string;
  readonly party: ResponsibleParty;
  readonly reason: string;
}

/** Determines who is responsible for the quality, with the reason; another determination only follows a contest. */
export function determineResponsibility(
  database: Database, caller: Caller, input: DetermineResponsibility,
): Promise<Done<{ responsibility: Responsibility }>> {
  return database.writeOnce(caller, 'responsibility.determine', input, async (tx, { complaintId, party, reason }) => {
    const complaint = await lockedComplaint(tx, complaintId);
    if (await tx.maybe(readResponsibilities, { complaintIds: [complaintId] })) throw refuse('ALREADY_DETERMINED');
    const responsibility = await tx.one(insertResponsibility, {
      complaintId, memberId: complaint.memberId, party, reason, determinedBy: actorOf(caller)!, determinedOn: caller.today,
    });
    await noteEvent(tx, complaint, 'responsibility_determined', { detail: party, reason });
    return { responsibility };
  });
}
