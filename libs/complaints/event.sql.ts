import { statement } from '@app/database';

/** What happened to a complaint: codes and opaque ids. */
export interface ComplaintEvent {
  readonly id: string;
  readonly complaintId: string;
  readonly code: string;
  readonly at: Date;
  readonly byId: string | null;
  readonly byRole: string;
  readonly aboutId: string | null;
  readonly detail: string | null;
  readonly reason: string | null;
}

/** A line of the timeline, under the complaint's lock, which keeps the lines in order. */
export const insertEvent = statement<ComplaintEvent & { memberId: string }>('complaints.insert-event', `
  INSERT INTO complaint_event (network_id, id, complaint_id, member_id, code, at, by_id, by_role, about_id, detail, reason)
  VALUES ($network, $id, $complaintId, $memberId, $code, $at, $byId, $byRole, $aboutId, $detail, $reason)
`);

/** The latest of each complaint, oldest first, by complaint_event_by_complaint; locks nothing. */
export const readEvents = statement<{ complaintIds: string[]; most: number }, ComplaintEvent>('complaints.read-events', `
  SELECT e.* FROM unnest($complaintIds::uuid[]) AS c (id)
  CROSS JOIN LATERAL (
    SELECT l.* FROM (
      SELECT * FROM complaint_event x WHERE x.network_id = $network AND x.complaint_id = c.id ORDER BY x.id DESC LIMIT $most
    ) l ORDER BY l.id
  ) e
`);
