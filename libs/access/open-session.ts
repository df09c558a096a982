import type { Database, NetworkTx } from '@app/database';
import { newId } from '@app/kernel';
import { signAccessToken } from './access-token.js';
import { actingIn, type NetworkFacts, type Visitor } from './acting.js';
import type { AccessKeys } from './keys.js';
import { shareActiveMembership } from './membership.sql.js';
import { newRefreshToken } from './refresh-token.js';
import { refuse } from './refusals.js';
import { insertSession } from './session.sql.js';

/** What somebody who is logged in holds; both tokens are shown this once. */
export interface LoggedIn {
  readonly sessionId: string;
  readonly personId: string;
  readonly membershipId: string;
  readonly networkId: string;
  readonly networkName: string;
  readonly memberId: string | null;
  readonly roles: readonly string[];
  readonly accessToken: string;
  readonly accessTokenExpiresAt: Date;
  readonly refreshToken: string;
  readonly refreshTokenExpiresAt: Date;
}

interface Opening {
  readonly action: string;
  readonly personId: string;
  readonly network: NetworkFacts & { readonly membershipId: string };
  /** The session it is opened out of, whose 90 days it inherits; null where the password was just given. */
  readonly fromId: string | null;
}

/** Opens a session of a person in a network of theirs, and signs its first tokens. */
export async function openSession(database: Database, visitor: Visitor, opening: Opening, keys: AccessKeys): Promise<LoggedIn> {
  const { personId, network } = opening;
  const sessionId = newId();
  const refresh = newRefreshToken(keys.secrets, sessionId);
  const caller = actingIn(network, visitor, { personId, membershipId: network.membershipId, sessionId });
  const opened = await database.write(caller, { action: opening.action, request: { sessionId } }, async (tx) =>
    insertSessionOf(tx, { ...opening, sessionId, refreshDigest: refresh.digest }));
  const access = await signAccessToken(keys.tokens, { personId, sessionId, networkId: network.networkId });
  return {
    ...opened, sessionId, personId, membershipId: network.membershipId,
    networkId: network.networkId, networkName: network.networkName,
    accessToken: access.token, accessTokenExpiresAt: access.expiresAt, refreshToken: refresh.token,
  };
}

async function insertSessionOf(tx: NetworkTx, opening: Opening & { sessionId: string; refreshDigest: Buffer }) {
  const { personId, fromId, sessionId: id, refreshDigest, network: { membershipId } } = opening;
  const membership = await tx.maybe(shareActiveMembership, { id: membershipId, personId });
  if (!membership) throw refuse('NO_MEMBERSHIP');
  const { memberId, roles } = membership;
  const session = await tx.maybe(insertSession, { id, personId, membershipId, memberId, roles, refreshDigest, fromId });
  if (!session) throw refuse('REFRESH_INVALID');
  tx.touch(id, membershipId);
  return { memberId, roles, refreshTokenExpiresAt: session.expiresAt };
}
