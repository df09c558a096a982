import type { NetworkTx } from '@app/database';
import { newId } from '@app/kernel';
import type { Complaint } from './complaint.sql.js';
import { insertEvent } from './event.sql.js';
import { actorOf, roleOf } from './actor.js';

export interface NotedEvent {
  readonly aboutId?: string | null;
  readonly detail?: string | null;
  readonly reason?: string | null;
}

/** Adds to a complaint's timeline, and tells the other rooms: every change leaves both. */
export async function noteEvent(tx: NetworkTx, { id, memberId }: Pick<Complaint, 'id' | 'memberId'>, code: string, noted: NotedEvent = {}): Promise<void> {
  const { aboutId = null, detail = null, reason = null } = noted;
  await tx.run(insertEvent, {
    id: newId(), complaintId: id, memberId, code, at: tx.caller.now, byId: actorOf(tx.caller), byRole: roleOf(tx.caller), aboutId, detail, reason,
  });
  tx.touch(id);
  tx.emit({ type: `complaint.${code}`, aggregateId: id, payload: { memberId, detail } });
}
