import type { Database, Done, Once } from '@app/database';
import type { Caller } from '@app/kernel';
import { actorOf } from './actor.js';
import { lockedComplaint } from './locked-complaint.js';
import { noteEvent } from './note-event.js';
import type { ResponsibleParty } from './policy.js';
import { refuse } from './refusals.js';
import { decide, readResponsibilities, type Responsibility } from './responsibility.sql.js';

export interface DecideResponsibility extends Once {
  readonly complaintId: string;
  /** Who is responsible after all: the same, or another. */
  readonly party: ResponsibleParty;
  readonly reason: string;
}

/** Decides the shop's contest, never by whoever determined: that is the last word. */
export function decideResponsibility(
  database: Database, caller: Caller, input: DecideResponsibility,
): Promise<Done<{ responsibility: Responsibility }>> {
  return database.writeOnce(caller, 'responsibility.decide', input, async (tx, { complaintId, party, reason }) => {
    const complaint = await lockedComplaint(tx, complaintId);
    const standing = await tx.maybe(readResponsibilities, { complaintIds: [complaintId] });
    if (!standing) throw refuse('NOT_DETERMINED');
    if (standing.contestedOn === null) throw refuse('NOT_CONTESTED');
    if (standing.decidedOn !== null) throw refuse('ALREADY_DECIDED');
    const by = actorOf(caller)!;
    if (by === standing.determinedBy) throw refuse('OWN_DETERMINATION');
    const responsibility = await tx.one(decide, { complaintId, party, reason, by, on: caller.today });
    await noteEvent(tx, complaint, 'responsibility_decided', { detail: party, reason });
    return { responsibility };
  });
}
