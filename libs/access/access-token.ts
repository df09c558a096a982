import { jwtVerify, SignJWT } from 'jose';
import type { TokenKeys } from './token-keys.js';

/** What an access token says: it names a session, and the session says the rest. */
export interface AccessClaims {
  readonly personId: string;
  readonly sessionId: string;
  readonly networkId: string;
}

export const accessTokenSeconds = 600;

const issuer = 'surety';
const audience = 'surety-api';
const typ = 'at+jwt';
const alg = 'EdDSA';
// Three parts of base64url and nothing besides: no padding, and of the many ways to write a signature's last bits the one.
const shape = /^[\w-]+\.[\w-]+\.[\w-]{85}[AQgw]$/;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A signed access token, good for ten minutes and only as long as its session. */
export async function signAccessToken(keys: TokenKeys, claims: AccessClaims): Promise<{ token: string; expiresAt: Date }> {
  const seconds = Math.floor(Date.now() / 1000);
  const token = await new SignJWT({ sid: claims.sessionId, net: claims.networkId })
    .setProtectedHeader({ alg, typ, kid: keys.signing.kid })
    .setIssuer(issuer).setAudience(audience).setSubject(claims.personId)
    .setIssuedAt(seconds).setExpirationTime(seconds + accessTokenSeconds)
    .sign(keys.signing.key);
  return { token, expiresAt: new Date((seconds + accessTokenSeconds) * 1000) };
}

interface Verified {
  readonly claims: AccessClaims;
  readonly sinceMs: number;
  readonly untilMs: number;
}

// A signature that was good stays good: what was verified is remembered while its time is, the latest few thousand.
const verified = new WeakMap<TokenKeys, Map<string, Verified>>();
const mostRemembered = 5_000;

/** What the token says, if it is one of ours and good at this moment; null for anything else, and never why. */
export async function verifyAccessToken(keys: TokenKeys, token: string): Promise<AccessClaims | null> {
  if (!shape.test(token)) return null;
  const before = verified.get(keys)?.get(token);
  const now = Date.now();
  if (before && before.sinceMs <= now && now < before.untilMs) return before.claims;
  const found = await verify(keys, token);
  if (found) remember(keys, token, found);
  return found?.claims ?? null;
}

function remember(keys: TokenKeys, token: string, found: Verified): void {
  const remembered = verified.get(keys) ?? new Map<string, Verified>();
  verified.set(keys, remembered.set(token, found));
  if (remembered.size > mostRemembered) remembered.delete(remembered.keys().next().value!);
}

async function verify(keys: TokenKeys, token: string): Promise<Verified | null> {
  try {
    // The header chooses among our own keys and nothing more: neither an algorithm nor a key of its own.
    const { payload } = await jwtVerify(token, ({ kid }) => known(keys, kid), {
      algorithms: [alg], issuer, audience, typ, requiredClaims: ['sub', 'sid', 'net', 'iat', 'exp'], maxTokenAge: accessTokenSeconds,
    });
    const claims = { personId: payload.sub, sessionId: payload.sid, networkId: payload.net };
    if (!Object.values(claims).every((id) => typeof id === 'string' && uuid.test(id))) return null;
    // Both are there, and numbers: it would not have been good without.
    const { iat, exp } = payload as { iat: number; exp: number };
    return { claims: claims as AccessClaims, sinceMs: iat * 1000, untilMs: Math.min(exp, iat + accessTokenSeconds) * 1000 };
  } catch {
    return null;
  }
}

function known(keys: TokenKeys, kid: string | undefined) {
  const key = kid === undefined ? undefined : keys.verifying.get(kid);
  if (!key) throw new Error('unknown kid');
  return key;
}
