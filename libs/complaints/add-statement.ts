import type { Database, Done, Once } from '@app/database';
import { newId, type Caller } from '@app/kernel';
import { actorOf } from './actor.js';
import { lockedComplaint } from './locked-complaint.js';
import { noteEvent } from './note-event.js';
import type { Side } from './policy.js';
import { insertStatement, type ComplaintStatement } from './statement.sql.js';

export interface AddStatement extends Once {
  readonly complaintId: string;
  readonly side: Side;
  readonly says: string;
  /** Where the evidence lies: a file's number, a parcel's, a page of the register. */
  readonly reference: string | null;
}

/** Adds what a side says, or what it refers to, also to a complaint that has ended. A shop speaks for itself. */
export function addStatement(database: Database, caller: Caller, input: AddStatement): Promise<Done<{ statement: ComplaintStatement }>> {
  return database.writeOnce(caller, 'complaint.add_statement', input, async (tx, { complaintId, says, reference, ...given }) => {
    const complaint = await lockedComplaint(tx, complaintId);
    const side = caller.memberId === null ? given.side : 'shop';
    const statement = await tx.one(insertStatement, {
      id: newId(), complaintId, memberId: complaint.memberId, side, says, reference, at: caller.now, byId: actorOf(caller)!,
    });
    await noteEvent(tx, complaint, 'statement_added', { aboutId: statement.id, detail: side });
    return { statement };
  });
}
