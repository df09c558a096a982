import { statement } from '@app/database';
import type { Party } from './clock-spec.js';

/** Something that a clock has come to. */
export interface Fired {
  readonly clockId: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly code: string;
  readonly party: Party;
  readonly what: 'warned' | 'breached' | 'escalated';
  /** To whom it was escalated; empty otherwise. */
  readonly step: string;
  readonly dueAt: Date;
}

/**
 * Locks the clocks that have something to fire, those waiting longest first; what another worker or an act holds is left
 * to it. Leans on clock_to_fire.
 */
export const lockDue = statement<{ now: Date; count: number }, { id: string }>('clocks.lock-due', `
  SELECT id FROM clock WHERE network_id = $network AND next_fire_at < $now ORDER BY next_fire_at LIMIT $count FOR UPDATE SKIP LOCKED
`);

/**
 * Fires all that has passed of clocks that are locked (within ten minutes includes the tenth to its end): their events, the breach mark and the next time, for the whole
 * batch at once. A stage that had fired in the cycle would break clock_fires_once.
 */
export const fireLocked = statement<{ clockIds: string[]; now: Date }, Fired>('clocks.fire-locked', `
  WITH stage AS MATERIALIZED (
    SELECT c.id, c.subject_type, c.subject_id, c.member_id, c.code, c.party, c.cycle, c.due_at, c.last_event + s.n::integer AS n, s.at,
           CASE WHEN s.kind IN ('warned', 'breached') THEN s.kind ELSE 'escalated' END AS what,
           CASE WHEN s.kind IN ('warned', 'breached') THEN '' ELSE s.kind END AS step
    FROM clock c CROSS JOIN LATERAL unnest(c.fire_at, c.fire_as) WITH ORDINALITY AS s (at, kind, n)
    WHERE c.network_id = $network AND c.id = ANY($clockIds::uuid[]) AND s.at < $now
  ), moved AS (
    UPDATE clock c SET fire_at = c.fire_at[f.stages + 1:], fire_as = c.fire_as[f.stages + 1:], next_fire_at = c.fire_at[f.stages + 1],
      last_event = c.last_event + f.stages, breached_at = coalesce(c.breached_at, f.breached_at)
    FROM (SELECT id, count(*)::integer AS stages, min(at) FILTER (WHERE what = 'breached') AS breached_at FROM stage GROUP BY id) f
    WHERE c.network_id = $network AND c.id = f.id
  ), noted AS (
    INSERT INTO clock_event (network_id, clock_id, n, member_id, cycle, what, step, at, due_at)
    SELECT $network, id, n, member_id, cycle, what, step, at, due_at FROM stage
  )
  SELECT id AS clock_id, subject_type, subject_id, code, party, what, step, due_at FROM stage ORDER BY id, n
`);

/*
 * What is due across networks, listed by the worker's role; each network's is then done as that network. A sandbox
 * network's clock runs ahead by its offset.
 */

/** Networks in which a clock has something to fire. One probe of clock_to_fire each. */
export const networksWithDueClocks = statement<{ now: Date; count: number }, { networkId: string; id: string }>('clocks.due', `
  SELECT n.id AS network_id, n.id FROM network n
  WHERE EXISTS (
    SELECT FROM clock c
    WHERE c.network_id = n.id AND c.next_fire_at < $now::timestamptz + make_interval(secs => coalesce(n.sandbox_seconds, 0)))
  ORDER BY n.id LIMIT $count
`);

/** Networks in which a clock waits for a year that is published by now, there or by us. Leans on clock_without_calendar. */
export const networksWithNewCalendars = statement<{ shipped: number[]; count: number }, { networkId: string; id: string }>('clocks.calendars-come', `
  SELECT n.id AS network_id, n.id FROM network n
  WHERE EXISTS (
    SELECT FROM clock c
    WHERE c.network_id = n.id AND c.missing_year IS NOT NULL
      AND (c.missing_year = ANY($shipped::integer[])
        OR EXISTS (SELECT FROM work_calendar w WHERE w.network_id = c.network_id AND w.year = c.missing_year)))
  ORDER BY n.id LIMIT $count
`);
