export { isRole, permissions, permissionsOf, roles, type Permission, type Role, type RoleName } from './permissions.js';
export type { Standing } from './standing.js';
export type { Visitor } from './acting.js';
export type { AccessKeys } from './keys.js';
export { refuse as refuseAccess } from './refusals.js';

export { tokenKeys, type TokenKeys, type TokenSecret } from './token-keys.js';
export { accessTokenSeconds, signAccessToken, verifyAccessToken, type AccessClaims } from './access-token.js';
export { standingOf } from './standing-of.js';
export { standingOfKey } from './standing-of-key.js';
export { lastUses, type LastUses } from './last-used.js';

export { provisionNetwork, type ProvisionNetwork, type Provisioned } from './provision-network.js';
export { setSandboxClock, type ClockSet } from './set-sandbox-clock.js';
export type { ClockSetting } from './sandbox-clock.js';

export { invite, type Invite, type Invited } from './invite.js';
export { acceptInvitation, type Accepted, type AcceptInvitation } from './accept-invitation.js';
export { changeRoles, type ChangeRoles, type MembershipChanged } from './change-roles.js';
export { deactivateMembership } from './deactivate-membership.js';
export { listMemberships, type ListedMembership } from './list-memberships.js';
export type { SeenMembership } from './lock-membership.js';
export type { Membership } from './membership.entity.js';
export { listAllMemberships } from './membership.sql.js';
export { readPerson } from './person.sql.js';

export { logIn, type LogIn } from './log-in.js';
export type { LoggedIn } from './open-session.js';
export { refreshSession, type Refreshed } from './refresh-session.js';
export { switchNetwork } from './switch-network.js';
export { endSession, logOut } from './end-session.js';
export { listSessions, type ListedSession } from './list-sessions.js';
export type { Session } from './session.entity.js';
export { listLiveSessions } from './session.sql.js';
export { forgetOldThrottles, lookUpThrottle, throttle, throttledLookUp } from './throttle.js';
export { findTicketCode, keepTicketCode, type BehindCode } from './public-code.js';
export { passwordLength } from './passwords.js';

export { createApiKey, type ApiKeyCreated, type CreateApiKey } from './create-api-key.js';
export { rotateApiKey, type ApiKeyRotated, type RotateApiKey } from './rotate-api-key.js';
export { revokeApiKey, type RevokeApiKey } from './revoke-api-key.js';
export { listApiKeys, type ListedApiKey } from './list-api-keys.js';
export { apiKeyLimits } from './api-key-rules.js';
export type { ApiKey } from './api-key.entity.js';
export { listAllApiKeys } from './api-key.sql.js';
export { emailOf } from './email.js';

export { addressOfPerson, reachablePeople } from './reachable.js';
