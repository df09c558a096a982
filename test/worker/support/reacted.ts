import type { World } from '../../support/world.js';

/** Of the events that the message log reacts to: those it has not consumed, in the whole database. */
export async function notReactedTo(world: World): Promise<string[]> {
  const rows = await world.test.asAdmin(`
    SELECT e.id FROM outbox_event e
    WHERE e.type IN ('fund.called', 'fund.call_reminded', 'notice.issued')
      AND NOT EXISTS (SELECT FROM consumed_event c WHERE c.network_id = e.network_id AND c.event_id = e.id AND c.consumer = 'message_log')`);
  return rows.map(({ id }) => id as string);
}

/** Notices about which not exactly one message stands on the log. */
export async function notToldOnce(world: World): Promise<Record<string, unknown>[]> {
  return world.test.asAdmin(`
    SELECT n.id, count(m.id)::int AS messages FROM notice n
    LEFT JOIN message_log m ON m.network_id = n.network_id AND m.about_id = n.id AND m.code = 'notice_issued'
    GROUP BY n.network_id, n.id HAVING count(m.id) <> 1`);
}

/** Events of one aggregate that were consumed after one that came later. */
export async function outOfOrder(world: World): Promise<Record<string, unknown>[]> {
  return world.test.asAdmin(`
    SELECT * FROM (
      SELECT e.aggregate_id, e.seq, lag(e.seq) OVER (PARTITION BY e.network_id, c.consumer, e.aggregate_id ORDER BY c.recorded_at) AS before
      FROM consumed_event c JOIN outbox_event e ON e.network_id = c.network_id AND e.id = c.event_id) AS consumed
    WHERE before > seq`);
}
