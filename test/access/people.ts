import { randomUUID } from 'node:crypto';
import {
  acceptInvitation, invite, logIn, provisionNetwork, standingOf, tokenKeys,
  type AccessKeys, type LoggedIn, type Visitor,
} from '@app/access';
import type { Database, Secrets } from '@app/database';
import { dayOf, type Caller } from '@app/kernel';
import { exportJWK, generateKeyPair } from 'jose';

export const visitor: Visitor = { locale: 'en', requestId: 'test' };
export const password = 'correct horse battery';

export const mall = {
  name: 'Lakeside Mall', currency: 'CNY', zone: 'Asia/Shanghai', sandbox: false, backDays: 31, aheadDays: 0,
  administratorEmail: 'admin@example.com',
};

export async function someKeys(secrets: Secrets): Promise<AccessKeys> {
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  return { secrets, tokens: await tokenKeys([{ kid: 'k1', privateJwk: await exportJWK(privateKey) }]) };
}

/** What the door makes of a session that stands. */
export async function callerOf(database: Database, loggedIn: LoggedIn): Promise<Caller> {
  const standing = await standingOf(database, loggedIn.sessionId);
  if (!standing) throw new Error('The session does not stand.');
  const now = new Date(Date.now() + Number(standing.sandboxSeconds ?? 0n) * 1000);
  return { ...standing, permissions: new Set(standing.permissions), now, today: dayOf(now, standing.zone), ...visitor };
}

/** A key that no other request has. */
export const once = () => ({ idempotencyKey: randomUUID() });

export interface Someone {
  readonly email: string;
  readonly loggedIn: LoggedIn;
  readonly caller: Caller;
}

/** A new network with its first administrator logged in. */
export async function aNetwork(database: Database, keys: AccessKeys, given: Partial<typeof mall> = {}): Promise<Someone & { networkId: string }> {
  const email = given.administratorEmail ?? `admin-${randomUUID()}@example.com`;
  const { result } = await provisionNetwork(database, visitor, { ...mall, ...given, administratorEmail: email, ...once() }, keys);
  await acceptInvitation(database, visitor, { code: result.invitationCode!, displayName: 'Admin', password }, keys);
  return { networkId: result.networkId, ...(await loggedIn(database, keys, email, result.networkId)) };
}

/** Somebody invited into the administrator's network with these roles, and logged in. */
export async function aPerson(
  database: Database, keys: AccessKeys, by: Caller, roles: string[], given: { email?: string; memberId?: string } = {},
): Promise<Someone> {
  const email = given.email ?? `person-${randomUUID()}@example.com`;
  const { result } = await invite(database, by, { email, roles, memberId: given.memberId ?? null, ...once() }, keys);
  await acceptInvitation(database, visitor, { code: result.code!, displayName: 'Somebody', password }, keys);
  return loggedIn(database, keys, email, by.networkId);
}

export async function loggedIn(database: Database, keys: AccessKeys, email: string, networkId: string): Promise<Someone> {
  const session = await logIn(database, visitor, { email, password, networkId }, keys);
  return { email, loggedIn: session, caller: await callerOf(database, session) };
}
