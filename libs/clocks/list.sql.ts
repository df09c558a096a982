import { statement } from '@app/database';
import type { Clock } from './clock.sql.js';

/** A clock on a list by its deadline, in whole milliseconds, for the place of its row. */
export type DueClock = Clock & { readonly dueMs: bigint };

export interface ClockEvent {
  readonly clockId: string;
  readonly n: number;
  readonly cycle: number;
  readonly what: string;
  readonly step: string;
  readonly at: Date;
  readonly dueAt: Date | null;
  readonly reason: string | null;
  readonly evidence: string | null;
}

/** A subject's clocks, in id order from one on. Leans on clock_once; locks nothing. */
export const listClocksOf = statement<{ subjectType: string; subjectId: string; after: string | null; count: number }, Clock>('clocks.list-of-subject', `
  SELECT * FROM clock
  WHERE network_id = $network AND subject_type = $subjectType AND subject_id = $subjectId
    AND id > coalesce($after::uuid, '00000000-0000-0000-0000-000000000000')
  ORDER BY id LIMIT $count
`);

/** The clocks of subjects of one kind, for the loaders. Leans on clock_once; locks nothing. */
export const listClocksOfSubjects = statement<{ subjectType: string; subjectIds: string[] }, Clock>('clocks.list-of-subjects', `
  SELECT * FROM clock WHERE network_id = $network AND subject_type = $subjectType AND subject_id = ANY($subjectIds::uuid[]) ORDER BY subject_id, id
`);

/**
 * Open clocks due before an instant, or at any, those due first foremost, from a place on. Leans on clock_open_by_due, or on
 * clock_by_member for one member; locks nothing.
 */
export const listClocksDue = statement<
  { before: Date | null; memberId: string | null; afterMs: bigint | null; after: string | null; count: number }, DueClock
>('clocks.list-due', `
  SELECT c.*, (extract(epoch FROM c.due_at) * 1000)::bigint AS due_ms FROM clock c
  WHERE c.network_id = $network AND c.state <> 'stopped' AND c.due_at < coalesce($before::timestamptz, 'infinity') AND ($memberId::uuid IS NULL OR c.member_id = $memberId)
    AND (c.due_at, c.id) > (coalesce(timestamptz 'epoch' + $afterMs::bigint * interval '1 millisecond', '-infinity'),
                            coalesce($after::uuid, '00000000-0000-0000-0000-000000000000'))
  ORDER BY c.due_at, c.id LIMIT $count
`);

/** By primary key, for the door; locks nothing. */
export const readClocks = statement<{ clockIds: string[] }, Clock>('clocks.read', `
  SELECT * FROM clock WHERE network_id = $network AND id = ANY($clockIds::uuid[]) ORDER BY id
`);

/** By primary key, in the order in which they happened, for the loaders; locks nothing. */
export const listClockEvents = statement<{ clockIds: string[] }, ClockEvent>('clocks.list-events', `
  SELECT clock_id, n, cycle, what, step, at, due_at, reason, evidence FROM clock_event
  WHERE network_id = $network AND clock_id = ANY($clockIds::uuid[]) ORDER BY clock_id, n
`);
