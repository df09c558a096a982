import type { Database } from '@app/database';
import { refuseKernel, type Caller } from '@app/kernel';
import { keyedHash, type AccessKeys } from './keys.js';
import { findMemberships } from './membership.sql.js';
import { openSession, type LoggedIn } from './open-session.js';

/**
 * Opens a session in another network of the same person; one they do not belong to is not found. The session it comes
 * from stays, and the new one counts its 90 days from the same password.
 */
export async function switchNetwork(
  database: Database, caller: Caller, input: { networkId: string }, keys: AccessKeys,
): Promise<LoggedIn> {
  const { personId, sessionId } = caller;
  if (!personId || !sessionId) throw refuseKernel('NOT_FOUND', {}, 'networkId');
  const personHash = keyedHash(keys.secrets, 'person', personId);
  const choices = await database.outside((tx) => tx.many(findMemberships, { personHash }));
  const network = choices.find((choice) => choice.networkId === input.networkId);
  if (!network) throw refuseKernel('NOT_FOUND', {}, 'networkId');
  return openSession(database, caller, { action: 'session.switch_network', personId, network, fromId: sessionId }, keys);
}
