import type { Database, Done, Once } from '@app/database';
import type { Caller } from '@app/kernel';
import { actorOf } from './actor.js';
import { lockedComplaint } from './locked-complaint.js';
import { noteEvent } from './note-event.js';
import { refuse } from './refusals.js';
import { auditFirst, readFirst, type FirstResponsibility } from './responsibility.sql.js';

export interface AuditFirstResponsibility extends Once {
  readonly complaintId: string;
  readonly carriedOut: boolean;
  readonly reason: string;
}

/** Says whether the shop did answer first, where it had to: once, with the reason. */
export function auditFirstResponsibility(
  database: Database, caller: Caller, input: AuditFirstResponsibility,
): Promise<Done<{ firstResponsibility: FirstResponsibility }>> {
  return database.writeOnce(caller, 'responsibility.audit_first', input, async (tx, { complaintId, carriedOut, reason }) => {
    const complaint = await lockedComplaint(tx, complaintId);
    const standing = await tx.maybe(readFirst, { complaintIds: [complaintId] });
    if (!standing?.applies) throw refuse('NOT_CONFIRMED');
    if (standing.auditedOn !== null) throw refuse('ALREADY_AUDITED');
    const firstResponsibility = await tx.one(auditFirst, { complaintId, carriedOut, reason, by: actorOf(caller)!, on: caller.today });
    await noteEvent(tx, complaint, 'first_responsibility_audited', { detail: carriedOut ? 'carried out' : 'not carried out', reason });
    return { firstResponsibility };
  });
}
