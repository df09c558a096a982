import { statement } from '@app/database';

/*
 * What is due across networks, listed by the worker's role, which may read these columns and nothing else; each item is
 * then done as its own network. A sandbox network's clock runs ahead by its offset.
 */

/** Holds whose time has passed. Leans on fund_hold_expiring. */
export const dueHolds = statement<{ now: Date; count: number }, { networkId: string; id: string }>('funds.due-holds', `
  SELECT h.network_id, h.id FROM fund_hold h JOIN network n ON n.id = h.network_id
  WHERE h.outcome IS NULL AND h.expires_at <= $now::timestamptz + make_interval(secs => coalesce(n.sandbox_seconds, 0))
  ORDER BY h.expires_at LIMIT $count
`);

/** Open calls that come due within three days, or are overdue, and were not reminded of it yet. */
export const dueCalls = statement<{ now: Date; count: number }, { networkId: string; id: string }>('funds.due-calls', `
  SELECT c.network_id, c.id
  FROM fund_call c
  JOIN network n ON n.id = c.network_id
  CROSS JOIN LATERAL (SELECT (($now::timestamptz + make_interval(secs => coalesce(n.sandbox_seconds, 0))) AT TIME ZONE n.zone)::date AS today) t
  WHERE c.met_minor < c.amount_minor AND c.due_on <= t.today + 3
    AND NOT EXISTS (
      SELECT FROM call_reminder r
      WHERE r.network_id = c.network_id AND r.call_id = c.id
        AND r.kind = CASE WHEN c.due_on < t.today THEN 'overdue' ELSE 'coming_due' END)
  ORDER BY c.due_on LIMIT $count
`);
