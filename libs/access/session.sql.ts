import { statement } from '@app/database';
import type { NetworkFacts } from './acting.js';
import type { EndedReason, Session } from './session.entity.js';

/** The network's columns as a caller needs them; `n` is the network. */
export const networkColumns = `
  n.id AS network_id, n.name AS network_name, n.currency, n.zone, n.sandbox_seconds, n.back_days, n.ahead_days`;

const sessionColumns = `
  s.id, s.person_id, s.network_id, s.membership_id, s.member_id, s.roles,
  s.authenticated_at, s.recorded_at, s.expires_at, s.generation`;

// Sliding by 30 days, and never beyond 90 days after the password was given.
const slidTo = (authenticatedAt: string) => `least(clock_timestamp() + interval '30 days', ${authenticatedAt} + interval '90 days')`;

/** Opens a session; where `fromId` names a live one, the password counts as given when it was given there. */
export const insertSession = statement<
  { id: string; personId: string; membershipId: string; memberId: string | null; roles: readonly string[]; refreshDigest: Buffer; fromId: string | null },
  { expiresAt: Date }
>('access.insert-session', `
  INSERT INTO log_in_session (id, person_id, network_id, membership_id, member_id, roles, authenticated_at, expires_at, refresh_digest)
  SELECT $id, $personId, $network, $membershipId, $memberId, $roles, a.at, ${slidTo('a.at')}, $refreshDigest
  FROM (SELECT clock_timestamp() AS at WHERE $fromId::uuid IS NULL
        UNION ALL
        SELECT authenticated_at FROM log_in_session
        WHERE id = $fromId AND person_id = $personId AND ended_at IS NULL AND expires_at > clock_timestamp()) AS a
  RETURNING expires_at
`);

/** A live session with its network, by the primary keys; none where the session or its person is no longer good. */
export const readLiveSession = statement<{ id: string }, Omit<Session, 'networkId'> & NetworkFacts>('access.read-live-session', `
  SELECT ${sessionColumns}, ${networkColumns}
  FROM log_in_session s JOIN person p ON p.id = s.person_id JOIN network n ON n.id = s.network_id
  WHERE s.id = $id AND s.ended_at IS NULL AND s.expires_at > clock_timestamp() AND p.state = 'active'
`);

/** Puts the next refresh token in place of the presented one. Of two that present it at once the second finds it gone. */
export const rotateRefresh = statement<{ id: string; presented: Buffer; next: Buffer }, { expiresAt: Date }>('access.rotate-refresh', `
  UPDATE log_in_session s
  SET previous_digest = refresh_digest, refresh_digest = $next, generation = generation + 1, rotated_at = clock_timestamp(),
      expires_at = ${slidTo('authenticated_at')}
  WHERE s.id = $id AND s.network_id = $network AND s.refresh_digest = $presented
    AND s.ended_at IS NULL AND s.expires_at > clock_timestamp()
  RETURNING s.expires_at
`);

/** Whether the token presented was good until a moment ago; locks the row, so that what follows is decided on it. */
export const lockRaced = statement<{ id: string; presented: Buffer; graceSeconds: number }, { raced: boolean; live: boolean }>('access.lock-raced', `
  SELECT coalesce(previous_digest = $presented AND rotated_at > clock_timestamp() - make_interval(secs => $graceSeconds), false) AS raced,
         ended_at IS NULL AND expires_at > clock_timestamp() AS live
  FROM log_in_session WHERE id = $id AND network_id = $network FOR UPDATE
`);

/** Ends one session of a person, whatever its network; touches no row where it is over already. */
export const endOneSession = statement<{ id: string; personId: string; reason: EndedReason }>('access.end-one-session', `
  UPDATE log_in_session SET ended_at = clock_timestamp(), ended_reason = $reason
  WHERE id = $id AND person_id = $personId AND ended_at IS NULL
`);

/** Ends all sessions of a membership; by the index of live ones. The membership's row is locked before. */
export const endSessionsOfMembership = statement<{ membershipId: string; reason: EndedReason }>('access.end-membership-sessions', `
  UPDATE log_in_session SET ended_at = clock_timestamp(), ended_reason = $reason
  WHERE network_id = $network AND membership_id = $membershipId AND ended_at IS NULL
`);

/** A person's live sessions in all networks, the newest first; by the index of live ones. */
export const listLiveSessions = statement<{ personId: string }, Session & { networkName: string; rotatedAt: Date }>('access.list-live-sessions', `
  SELECT ${sessionColumns}, s.rotated_at, n.name AS network_name
  FROM log_in_session s JOIN network n ON n.id = s.network_id
  WHERE s.person_id = $personId AND s.ended_at IS NULL AND s.expires_at > clock_timestamp()
  ORDER BY s.id DESC
`);
