import { statement } from '@app/database';
import type { contactParties, contactWays, directions } from './policy.js';

/** A contact over a complaint: with whom, how, which way round, what was said, and by whom. */
export interface Contact {
  readonly id: string;
  readonly complaintId: string;
  readonly party: (typeof contactParties)[number];
  readonly way: (typeof contactWays)[number];
  readonly direction: (typeof directions)[number];
  readonly said: string;
  readonly at: Date;
  readonly byId: string;
  readonly byRole: string;
}

/** A contact; locks nothing but its own row. */
export const insertContact = statement<Contact & { memberId: string | null }, Contact>('complaints.insert-contact', `
  INSERT INTO complaint_contact (network_id, id, complaint_id, member_id, party, way, direction, said, at, by_id, by_role)
  VALUES ($network, $id, $complaintId, $memberId, $party, $way, $direction, $said, $at, $byId, $byRole)
  RETURNING *
`);

/** The latest of each complaint, oldest first, by complaint_contact_by_complaint; a member sees those with itself. Locks nothing. */
export const readContacts = statement<{ complaintIds: string[]; most: number }, Contact>('complaints.read-contacts', `
  SELECT e.* FROM unnest($complaintIds::uuid[]) AS c (id)
  CROSS JOIN LATERAL (
    SELECT l.* FROM (
      SELECT * FROM complaint_contact x WHERE x.network_id = $network AND x.complaint_id = c.id ORDER BY x.id DESC LIMIT $most
    ) l ORDER BY l.id
  ) e
`);
