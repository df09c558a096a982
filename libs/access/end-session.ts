import type { Database } from '@app/database';
import { refuseKernel, type Caller } from '@app/kernel';
import type { EndedReason } from './session.entity.js';
import { endOneSession } from './session.sql.js';

/** Ends one of the caller's own live sessions, in whichever network; another's is not found. */
export async function endSession(database: Database, caller: Caller, input: { sessionId: string }): Promise<void> {
  await end(database, caller, 'session.end', input.sessionId, 'ended');
}

/** Ends the session that the caller acts in. */
export async function logOut(database: Database, caller: Caller): Promise<void> {
  await end(database, caller, 'session.log_out', caller.sessionId, 'logged_out');
}

async function end(database: Database, caller: Caller, action: string, id: string | null, reason: EndedReason): Promise<void> {
  await database.write(caller, { action, request: { sessionId: id } }, async (tx) => {
    const { personId } = caller;
    if (!personId || !id || (await tx.run(endOneSession, { id, personId, reason })) === 0) throw refuseKernel('NOT_FOUND', {}, 'sessionId');
    tx.touch(id);
  });
}
