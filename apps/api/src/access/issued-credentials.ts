import { timingSafeEqual } from 'node:crypto';
import { standingOf, standingOfKey, verifyAccessToken, type AccessClaims, type AccessKeys, type LastUses, type Standing } from '@app/access';
import type { Database } from '@app/database';
import { Credentials } from '../door/credentials.js';

/** The credentials that the access room issues, and the platform's own key. */
export class IssuedCredentials extends Credentials {
  constructor(
    private readonly database: Database,
    private readonly keys: AccessKeys,
    private readonly platformKey: string,
    private readonly uses: LastUses,
  ) {
    super();
  }

  async claimsOf(token: string): Promise<AccessClaims> {
    const claims = await verifyAccessToken(this.keys.tokens, token);
    if (!claims) throw new Error('not a good token');
    return claims;
  }

  async standingOf({ sessionId, personId, networkId }: AccessClaims): Promise<Standing | null> {
    const standing = await standingOf(this.database, sessionId);
    return standing?.personId === personId && standing.networkId === networkId ? standing : null;
  }

  async standingOfKey(key: string): Promise<Standing | null> {
    const standing = await standingOfKey(this.database, this.keys.secrets, key);
    if (standing?.apiKeyId) this.uses.note({ networkId: standing.networkId, apiKeyId: standing.apiKeyId });
    return standing;
  }

  /** Compared in the same time whatever is wrong with it. */
  isPlatformKey(key: string): boolean {
    const [given, ours] = [Buffer.from(key), Buffer.from(this.platformKey)];
    return given.length === ours.length && timingSafeEqual(given, ours);
  }
}
