import type { Database } from '@app/database';
import type { Caller } from '@app/kernel';
import type { Session } from './session.entity.js';
import { listLiveSessions } from './session.sql.js';

export interface ListedSession extends Session {
  readonly networkName: string;
  /** When its refresh token was last renewed. */
  readonly rotatedAt: Date;
  /** Whether it is the one that asks. */
  readonly current: boolean;
}

/** The caller's own live sessions, in all their networks, the newest first. */
export async function listSessions(database: Database, caller: Caller): Promise<ListedSession[]> {
  const { personId } = caller;
  if (!personId) return [];
  const sessions = await database.read(caller, (tx) => tx.many(listLiveSessions, { personId }));
  return sessions.map((session) => ({ ...session, current: session.id === caller.sessionId }));
}
