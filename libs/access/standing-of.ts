import type { Database } from '@app/database';
import { permissionsOf } from './permissions.js';
import { readLiveSession } from './session.sql.js';
import type { Standing } from './standing.js';

/** What a session grants at this moment, or null where it is ended, expired or its person is deactivated. */
export async function standingOf(database: Database, sessionId: string): Promise<Standing | null> {
  const session = await database.look(readLiveSession, { id: sessionId });
  if (!session) return null;
  const { id, networkId, networkName, currency, zone, sandboxSeconds, backDays, aheadDays, personId, membershipId, memberId, roles } = session;
  return {
    networkId, networkName, currency, zone, sandboxSeconds, backDays, aheadDays,
    personId, apiKeyId: null, membershipId, sessionId: id, memberId, roles, permissions: [...permissionsOf(roles)],
  };
}
