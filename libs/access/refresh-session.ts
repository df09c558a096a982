import type { Database, NetworkTx } from '@app/database';
import { signAccessToken } from './access-token.js';
import { actingIn, type Visitor } from './acting.js';
import type { AccessKeys } from './keys.js';
import { newRefreshToken, readRefreshToken, type RefreshToken } from './refresh-token.js';
import { refuse } from './refusals.js';
import { endOneSession, lockRaced, readLiveSession, rotateRefresh } from './session.sql.js';

export interface Refreshed {
  readonly sessionId: string;
  readonly accessToken: string;
  readonly accessTokenExpiresAt: Date;
  readonly refreshToken: string;
  readonly refreshTokenExpiresAt: Date;
}

/** How long after a rotation its token, sent again, is taken for a race of the same client and not for theft. */
export const raceSeconds = 10;

type Outcome = { readonly expiresAt: Date } | 'invalid' | 'raced' | 'reused';

/**
 * Renews a session's tokens; each refresh token works once. Of two requests that send one at the same moment one wins
 * and the other is refused with REFRESH_RACED, the session going on. Sent later than that, the token must have been
 * copied: the whole session ends, which is committed first and refused then.
 */
export async function refreshSession(
  database: Database, visitor: Visitor, input: { refreshToken: string }, keys: AccessKeys,
): Promise<Refreshed> {
  const presented = readRefreshToken(keys.secrets, input.refreshToken);
  const session = presented && (await database.outside((tx) => tx.maybe(readLiveSession, { id: presented.sessionId })));
  if (!presented || !session) throw refuse('REFRESH_INVALID');
  const { personId, networkId } = session;
  const next = newRefreshToken(keys.secrets, session.id);
  const caller = actingIn(session, visitor, { ...session, sessionId: session.id });
  const act = { action: 'session.refresh', request: { sessionId: session.id } };
  const outcome = await database.write(caller, act, (tx) => rotate(tx, presented, next.digest, personId));
  if (outcome === 'invalid') throw refuse('REFRESH_INVALID');
  if (outcome === 'raced') throw refuse('REFRESH_RACED');
  if (outcome === 'reused') throw refuse('REFRESH_REUSED');
  const access = await signAccessToken(keys.tokens, { personId, sessionId: session.id, networkId });
  return {
    sessionId: session.id, accessToken: access.token, accessTokenExpiresAt: access.expiresAt,
    refreshToken: next.token, refreshTokenExpiresAt: outcome.expiresAt,
  };
}

async function rotate(tx: NetworkTx, { sessionId: id, digest: presented }: RefreshToken, next: Buffer, personId: string): Promise<Outcome> {
  tx.touch(id);
  const rotated = await tx.maybe(rotateRefresh, { id, presented, next });
  if (rotated) return rotated;
  const state = await tx.maybe(lockRaced, { id, presented, graceSeconds: raceSeconds });
  if (!state?.live) return 'invalid';
  if (state.raced) return 'raced';
  await tx.run(endOneSession, { id, personId, reason: 'refresh_reused' });
  tx.emit({ type: 'session.refresh_reused', aggregateId: id });
  return 'reused';
}
