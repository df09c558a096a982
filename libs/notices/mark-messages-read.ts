import type { Database, Done, Once } from '@app/database';
import { refuseKernel, type Caller } from '@app/kernel';
import { insertReads, listMineOf } from './message.sql.js';

export interface MarkMessagesRead extends Once {
  readonly messageIds: readonly string[];
}

/** Marks messages as read by the caller; what is not for them is not found, and what was read stays read since then. */
export function markMessagesRead(
  database: Database, caller: Caller, input: MarkMessagesRead,
): Promise<Done<{ messageIds: readonly string[] }>> {
  return database.writeOnce(caller, 'message.read', input, async (tx, request) => {
    const ids = [...new Set(request.messageIds)].sort();
    const reader = readerOf(caller);
    const mine = reader ? await tx.many(listMineOf, { ...reader, ids }) : [];
    if (!reader || mine.length < ids.length) throw refuseKernel('NOT_FOUND', {}, 'messageIds');
    await tx.run(insertReads, { personId: reader.personId, memberId: reader.memberId, ids, readAt: caller.now });
    tx.touch(...ids);
    return { messageIds: ids };
  });
}

/** Whose list a caller reads; null for a program, which has none. A member's people have no share in the operator's roles. */
export function readerOf(caller: Caller): { personId: string; memberId: string | null; roles: readonly string[] } | null {
  if (caller.personId === null) return null;
  return { personId: caller.personId, memberId: caller.memberId, roles: caller.memberId === null ? caller.roles : [] };
}
