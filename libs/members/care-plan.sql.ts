import { statement } from '@app/database';
import type { Day } from '@app/kernel';

/** Marks a network's care as planned on a day, once; who comes second waits for the first and is answered nothing. */
export const claimCareDay = statement<{ today: Day }, { plannedOn: Day }>('members.claim-care-day', `
  INSERT INTO care_plan AS p (network_id, code, planned_on) VALUES ($network, 'consumers', $today)
  ON CONFLICT (network_id, code) DO UPDATE SET planned_on = excluded.planned_on WHERE p.network_id = $network AND p.planned_on < excluded.planned_on
  RETURNING planned_on
`);

/** Networks whose care was not planned on their own day yet, listed by the worker's role: the few rows of network, and a probe of a key each. */
export const networksToPlanCare = statement<{ now: Date; count: number }, { networkId: string; id: string }>('members.networks-to-plan-care', `
  SELECT n.id AS network_id, n.id FROM network n LEFT JOIN care_plan p ON p.network_id = n.id AND p.code = 'consumers'
  WHERE coalesce(p.planned_on, '-infinity') < (($now::timestamptz + make_interval(secs => coalesce(n.sandbox_seconds, 0))) AT TIME ZONE n.zone)::date
  ORDER BY n.id LIMIT $count
`);
