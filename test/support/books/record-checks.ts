import type { Check } from './ledger-checks.js';

/** Each event type with the rows of which it must have told exactly once, by the id in its payload. */
const told: readonly (readonly [type: string, table: string, key: string, which: string])[] = [
  ['fund.received', 'fund_receipt', 'receiptId', 'true'],
  ['fund.held', 'fund_hold', 'fundHoldId', 'true'],
  ['fund.drawn', 'fund_draw', 'fundDrawId', 'true'],
  ['fund.called', 'fund_call', 'callId', 'true'],
  ['fund.released', 'fund_release', 'releaseId', `o.outcome = 'returned'`],
  ['fund.kept', 'fund_release', 'releaseId', `o.outcome = 'kept'`],
  ['deduction.taken', 'deduction', 'deductionId', `o.state = 'taken'`],
  ['receivable.arose', 'receivable', 'receivableId', 'true'],
  ['notice.issued', 'notice', 'noticeId', 'true'],
];

const once = told.map(([type, table, key, which]) => `
  SELECT '${type}' AS event, o.id, count(e.id)::text AS events
  FROM ${table} o LEFT JOIN outbox_event e ON e.network_id = o.network_id AND e.type = '${type}' AND e.payload ->> '${key}' = o.id::text
  GROUP BY o.network_id, o.id HAVING count(e.id) <> CASE WHEN ${which} THEN 1 ELSE 0 END`).join(' UNION ALL ');

// A call, a reminder, a notice and a complaint are each said once; the log is written by the reaction alone.
const message = `
  SELECT e.network_id, e.id, coalesce(e.payload ->> 'callId', e.payload ->> 'noticeId', e.aggregate_id::text)::uuid AS about_id,
         CASE e.type WHEN 'fund.called' THEN 'fund_called' WHEN 'notice.issued' THEN 'notice_issued' WHEN 'complaint.recorded' THEN 'complaint_against_you'
                     ELSE CASE e.payload ->> 'kind' WHEN 'overdue' THEN 'call_overdue' ELSE 'call_coming_due' END END AS code
  FROM outbox_event e WHERE e.type IN ('fund.called', 'notice.issued', 'complaint.recorded', 'fund.call_reminded')`;

/** What writes leave behind beside their rows: events, answers kept for keys, audit records, messages. */
export const recordChecks: readonly Check[] = [
  { promises: 'each act left its event once', sql: once },
  {
    promises: 'what is pending, waits or was consumed is an event',
    sql: `
      SELECT x.event_id, x.where_it_is FROM (
        SELECT network_id, event_id, 'pending' AS where_it_is FROM outbox_pending
        UNION ALL SELECT network_id, event_id, 'waiting' FROM reaction_turn
        UNION ALL SELECT network_id, event_id, 'consumed' FROM consumed_event) x
      WHERE NOT EXISTS (SELECT FROM outbox_event e WHERE e.network_id = x.network_id AND e.id = x.event_id)`,
  },
  {
    // Of the message log alone: each of its consumers takes an event in its own time.
    promises: 'an event with a reaction is in one place: pending, waiting for its turn, or consumed',
    sql: `
      SELECT e.id FROM (${message}) e
      WHERE 1 <> (SELECT count(*) FROM outbox_pending p WHERE p.network_id = e.network_id AND p.event_id = e.id)
               + (SELECT count(*) FROM reaction_turn t WHERE t.network_id = e.network_id AND t.event_id = e.id AND t.consumer = 'message_log')
               + (SELECT count(*) FROM consumed_event c WHERE c.network_id = e.network_id AND c.event_id = e.id AND c.consumer = 'message_log')`,
  },
  {
    promises: 'an event that was consumed had its effect once, and no other had any',
    sql: `
      SELECT m.code, m.about_id, count(DISTINCT l.id)::text AS said, count(DISTINCT c.event_id)::text AS consumed FROM (${message}) m
      LEFT JOIN message_log l ON l.network_id = m.network_id AND l.about_id = m.about_id AND l.code = m.code
      LEFT JOIN consumed_event c ON c.network_id = m.network_id AND c.event_id = m.id AND c.consumer = 'message_log'
      GROUP BY m.network_id, m.code, m.about_id HAVING count(DISTINCT l.id) <> count(DISTINCT c.event_id)`,
  },
  {
    promises: 'the events of an aggregate were consumed in their order',
    sql: `
      SELECT aggregate_id, seq::text FROM (
        SELECT e.aggregate_id, e.seq, lag(e.seq) OVER (PARTITION BY e.network_id, c.consumer, e.aggregate_id ORDER BY c.recorded_at) AS before
        FROM consumed_event c JOIN outbox_event e ON e.network_id = c.network_id AND e.id = c.event_id) AS consumed
      WHERE before > seq`,
  },
  {
    promises: 'an answer that is kept for a key is whole, and its act is on record',
    sql: `
      SELECT k.action, k.key, count(a.id)::text AS records FROM request_key k
      LEFT JOIN audit_record a ON a.network_id = k.network_id AND a.action = k.action AND a.request_digest = k.request_digest AND a.outcome = 'done'
        AND coalesce(a.person_id, a.api_key_id, '00000000-0000-0000-0000-000000000000') = k.actor_id
      GROUP BY k.network_id, k.actor_id, k.action, k.key HAVING k.result IS NULL OR count(a.id) < 1`,
  },
];
