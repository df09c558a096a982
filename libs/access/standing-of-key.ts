import type { Database, Secrets } from '@app/database';
import { actingIn } from './acting.js';
import { apiKeyHash } from './api-key-secret.js';
import { findApiKey, readLiveApiKey } from './api-key.sql.js';
import type { Standing } from './standing.js';

/** What an API key's secret grants at this moment, or null where no live key has it. */
export async function standingOfKey(database: Database, secrets: Secrets, secret: string): Promise<Standing | null> {
  const keyHash = apiKeyHash(secrets, secret);
  const found = keyHash && (await database.look(findApiKey, { keyHash }));
  if (!found) return null;
  const { apiKeyId, ...network } = found;
  const reader = actingIn(network, { locale: 'en', requestId: '' }, { apiKeyId });
  const key = await database.read(reader, (tx) => tx.maybe(readLiveApiKey, { id: apiKeyId }));
  if (!key) return null;
  return { ...network, personId: null, apiKeyId, membershipId: null, sessionId: null, memberId: null, roles: [], permissions: key.scopes };
}
