import { statement } from '@app/database';

/** A person who may act in the network, and the member they act for. */
export interface ReachablePerson {
  readonly personId: string;
  readonly memberId: string | null;
}

/** Active memberships of a member, of a role among the operator's own, or of a person; a network's are few. Locks nothing. */
export const listReachable = statement<
  { personId: string | null; memberId: string | null; role: string | null }, ReachablePerson
>('access.list-reachable', `
  SELECT m.person_id, m.member_id FROM membership m
  WHERE m.network_id = $network AND m.state = 'active'
    AND ($personId::uuid IS NULL OR m.person_id = $personId) AND ($memberId::uuid IS NULL OR m.member_id = $memberId)
    AND ($role::text IS NULL OR (m.member_id IS NULL AND $role = ANY (m.roles)))
  ORDER BY m.id
`);

/** The e-mail of a person who is active, here and at all; by membership_once_per_person. */
export const readReachableEmail = statement<{ personId: string }, { email: string }>('access.read-reachable-email', `
  SELECT p.email FROM membership m JOIN person p ON p.id = m.person_id
  WHERE m.network_id = $network AND m.person_id = $personId AND m.state = 'active' AND p.state = 'active'
`);
