import { statement } from '@app/database';
import type { NetworkFacts } from './acting.js';
import type { Membership } from './membership.entity.js';
import { networkColumns } from './session.sql.js';

const columns = 'm.id, m.person_id, m.member_id, m.roles, m.state, m.version, m.recorded_at';

/** The active memberships of a person with their networks, by the primary key of the index. */
export const findMemberships = statement<{ personHash: Buffer }, NetworkFacts & { membershipId: string }>('access.find-memberships', `
  SELECT i.membership_id, ${networkColumns}
  FROM membership_index i JOIN network n ON n.id = i.network_id
  WHERE i.person_hash = $personHash ORDER BY n.name, n.id
`);

/** Into the global index, so that log-in finds the networks of a person before any is known. */
export const insertMembershipIndex = statement<{ personHash: Buffer; membershipId: string }>('access.insert-membership-index', `
  INSERT INTO membership_index (person_hash, network_id, membership_id) VALUES ($personHash, $network, $membershipId)
`);

/** Out of the global index: log-in finds the network no more. */
export const deleteMembershipIndex = statement<{ personHash: Buffer }>('access.delete-membership-index', `
  DELETE FROM membership_index WHERE person_hash = $personHash AND network_id = $network
`);

/** Shared lock: a session is opened either before its membership is deactivated or changed, which ends it, or not at all. */
export const shareActiveMembership = statement<{ id: string; personId: string }, Membership>('access.share-active-membership', `
  SELECT ${columns} FROM membership m
  WHERE m.network_id = $network AND m.id = $id AND m.person_id = $personId AND m.state = 'active'
  FOR SHARE
`);

/** By the unique key membership_once_per_person; locked, since it may be taken up again. */
export const lockMembershipOfPerson = statement<{ personId: string }, Membership>('access.lock-membership-of-person', `
  SELECT ${columns} FROM membership m WHERE m.network_id = $network AND m.person_id = $personId FOR UPDATE
`);

/**
 * Locks one membership and those of all active administrators, in id order, so that two administrators who remove each
 * other queue, and the second sees that it is the last.
 */
export const lockWithAdministrators = statement<{ id: string }, Membership>('access.lock-with-administrators', `
  SELECT ${columns} FROM membership m
  WHERE m.network_id = $network
    AND (m.id = $id OR (m.state = 'active' AND 'operator_administrator' = ANY (m.roles)))
  ORDER BY m.id FOR UPDATE
`);

/** One membership a person and network: a second breaks its unique key. */
export const insertMembership = statement<Pick<Membership, 'id' | 'personId' | 'memberId' | 'roles'>>('access.insert-membership', `
  INSERT INTO membership (network_id, id, person_id, member_id, roles) VALUES ($network, $id, $personId, $memberId, $roles)
`);

/** The row is locked before. */
export const updateMembership = statement<Pick<Membership, 'id' | 'memberId' | 'roles' | 'state'>, { version: number }>('access.update-membership', `
  UPDATE membership SET member_id = $memberId, roles = $roles, state = $state, version = version + 1
  WHERE network_id = $network AND id = $id
  RETURNING version
`);

/** Everybody of the network, in id order. */
export const listAllMemberships = statement<
  { afterId: string | null; first: number },
  Membership & { email: string; displayName: string }
>('access.list-memberships', `
  SELECT ${columns}, p.email, p.display_name
  FROM membership m JOIN person p ON p.id = m.person_id
  WHERE m.network_id = $network AND m.id > coalesce($afterId::uuid, '00000000-0000-0000-0000-000000000000')
  ORDER BY m.id LIMIT $first
`);
