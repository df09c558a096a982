import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Secrets } from '@app/database';
import { keyedHash } from './keys.js';

/** A refresh token taken apart: whose session it claims, and what the session keeps of it. */
export interface RefreshToken {
  readonly sessionId: string;
  readonly digest: Buffer;
}

const shape = /^rt_([\w-]{22})_([\w-]{64})$/;
const markBytes = 16;

/** A new refresh token of a session: `rt_`, the session's id, 32 random bytes and our mark on them. */
export function newRefreshToken(secrets: Secrets, sessionId: string): { token: string; digest: Buffer } {
  const random = randomBytes(32);
  const token = `rt_${shownId(sessionId)}_${Buffer.concat([random, markOf(secrets, sessionId, random)]).toString('base64url')}`;
  return { token, digest: keyedHash(secrets, 'refresh-token', token) };
}

/**
 * Reads a refresh token that we once gave out, or null. The mark tells a token that was rotated away, which ends its
 * session, from an invented one, which must not: session ids are no secret.
 */
export function readRefreshToken(secrets: Secrets, token: string): RefreshToken | null {
  const match = shape.exec(token);
  if (!match) return null;
  const sessionId = idOf(match[1]!);
  const bytes = Buffer.from(match[2]!, 'base64url');
  const random = bytes.subarray(0, -markBytes);
  if (shownId(sessionId) !== match[1] || !timingSafeEqual(bytes.subarray(-markBytes), markOf(secrets, sessionId, random))) return null;
  return { sessionId, digest: keyedHash(secrets, 'refresh-token', token) };
}

function markOf(secrets: Secrets, sessionId: string, random: Buffer): Buffer {
  return keyedHash(secrets, 'refresh-mark', sessionId, random.toString('hex')).subarray(0, markBytes);
}

function shownId(id: string): string {
  return Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');
}

function idOf(shown: string): string {
  return Buffer.from(shown, 'base64url').toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
