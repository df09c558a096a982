import { createHmac } from 'node:crypto';
import type { Secrets } from '@app/database';
import type { TokenKeys } from './token-keys.js';

/** What this room needs of the deployment besides its database. */
export interface AccessKeys {
  readonly secrets: Secrets;
  readonly tokens: TokenKeys;
}

type Purpose = 'account' | 'person' | 'invited-email' | 'invitation-code' | 'api-key' | 'refresh-token' | 'refresh-mark' | 'network-id'
  | 'ticket-code' | 'look-up';

/** A keyed hash that differs by purpose, so that no digest of one table says anything in another. */
export function keyedHash(secrets: Secrets, purpose: Purpose, ...parts: string[]): Buffer {
  const hmac = createHmac('sha256', secrets.hashKey);
  // Lengths first: no two lists of parts read the same.
  for (const part of [purpose, ...parts]) hmac.update(`${Buffer.byteLength(part)}:${part}`);
  return hmac.digest();
}
