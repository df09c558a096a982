import type { Check } from './ledger-checks.js';

/** A row of funds and the one transfer that is its money: the same amount, from or to the fund's own account, once. */
const posted = (table: string, cause: string, code: string, side: 'debit' | 'credit'): string => `
  SELECT o.id, count(t.id)::text AS transfers
  FROM ${table} o JOIN fund f ON f.network_id = o.network_id AND f.id = o.fund_id AND f.member_id = o.member_id
  LEFT JOIN transfer t ON t.network_id = o.network_id AND t.cause_type = '${cause}' AND t.cause_id = o.id AND t.code = ${code}
    AND t.amount_minor = o.amount_minor AND t.${side}_account_id = f.account_id AND t.currency = f.currency
  GROUP BY o.network_id, o.id HAVING count(t.id) <> 1
  UNION ALL
  SELECT t.id, 'of no ${table}' FROM transfer t
  WHERE t.cause_type = '${cause}' AND NOT EXISTS (SELECT FROM ${table} o WHERE o.network_id = t.network_id AND o.id = t.cause_id)`;

const movements: readonly Check[] = [
  { promises: 'each receipt was posted into its fund once', sql: posted('fund_receipt', 'fund_receipt', `'receipt'`, 'credit') },
  { promises: 'each draw was posted out of its fund once', sql: posted('fund_draw', 'fund_draw', `'draw'`, 'debit') },
  {
    promises: 'each release was posted out of its fund once',
    sql: posted('fund_release', 'fund_release', `CASE o.outcome WHEN 'returned' THEN 'release' ELSE 'kept' END`, 'debit'),
  },
  {
    promises: 'a late release posted its fee once, and no other did',
    sql: `
      SELECT r.id FROM fund_release r LEFT JOIN transfer t ON t.network_id = r.network_id AND t.cause_type = 'fund_release' AND t.cause_id = r.id AND t.code = 'late_fee'
      WHERE r.late_fee_minor <> coalesce(t.amount_minor, 0) OR (r.outcome = 'kept' AND t.id IS NOT NULL)`,
  },
  {
    promises: 'a receipt that was taken back was reversed once, and no other was',
    sql: `
      SELECT r.id FROM fund_receipt r
      LEFT JOIN receipt_reversal v ON v.network_id = r.network_id AND v.receipt_id = r.id
      LEFT JOIN transfer t ON t.network_id = r.network_id AND t.reverses_id = r.transfer_id
      WHERE v.id IS DISTINCT FROM t.cause_id OR (t.id IS NOT NULL AND t.cause_type <> 'receipt_reversal')`,
  },
  {
    promises: 'a draw that was given back was reversed once, whole, and no other was',
    sql: `
      SELECT d.id FROM fund_draw d
      LEFT JOIN fund_draw_return v ON v.network_id = d.network_id AND v.draw_id = d.id AND v.fund_id = d.fund_id
      LEFT JOIN transfer t ON t.network_id = d.network_id AND t.reverses_id = d.transfer_id
      WHERE v.id IS DISTINCT FROM t.cause_id OR (v.id IS NOT NULL AND (v.amount_minor, t.amount_minor) IS DISTINCT FROM (d.amount_minor, d.amount_minor))`,
  },
  {
    promises: 'a fund has one account, of its own member, pot and currency',
    sql: `
      SELECT f.id FROM fund f LEFT JOIN account a ON a.network_id = f.network_id AND a.id = f.account_id
      WHERE (a.kind, a.member_id, a.currency, a.side, a.floored) IS DISTINCT FROM (f.kind, f.member_id, f.currency, 'credit'::text, true)
         OR EXISTS (SELECT FROM fund o WHERE o.network_id = f.network_id AND o.id <> f.id AND o.account_id = f.account_id)`,
  },
];

const holds: readonly Check[] = [
  {
    promises: 'a fund hold is closed exactly as its hold was resolved',
    sql: `
      SELECT o.id, o.outcome, r.outcome AS resolved FROM fund_hold o
      LEFT JOIN hold_resolution r ON r.network_id = o.network_id AND r.hold_id = o.hold_id
      WHERE o.outcome IS DISTINCT FROM r.outcome`,
  },
  {
    promises: 'a fund hold is one hold of the same amount and expiry on its fund\'s account',
    sql: `
      SELECT o.id FROM fund_hold o JOIN fund f ON f.network_id = o.network_id AND f.id = o.fund_id
      LEFT JOIN hold h ON h.network_id = o.network_id AND h.id = o.hold_id
      WHERE (h.debit_account_id, h.amount_minor, h.cause_type, h.cause_id) IS DISTINCT FROM (f.account_id, o.amount_minor, 'fund_hold'::text, o.id)
         OR h.expires_at IS DISTINCT FROM o.expires_at
      UNION ALL
      SELECT h.id FROM hold h WHERE h.cause_type = 'fund_hold' AND NOT EXISTS (SELECT FROM fund_hold o WHERE o.network_id = h.network_id AND o.hold_id = h.id)`,
  },
];

/*
 * A draw does not move money out of custody: what was drawn or kept is the operator's and stays with the bank until it is
 * moved, which no act does yet. So custody is what members have in their pots, and what was ever drawn or kept of them.
 */
const custody: Check = {
  promises: 'custody is what stands in the pots and what was drawn and kept of them',
  sql: `
    WITH total AS (
      SELECT a.network_id, a.currency,
             coalesce(sum(CASE WHEN a.id = t.debit_account_id THEN t.amount_minor ELSE -t.amount_minor END) FILTER (WHERE a.kind = 'custody'), 0) AS custody,
             coalesce(sum(CASE WHEN a.id = t.credit_account_id THEN t.amount_minor ELSE -t.amount_minor END) FILTER (WHERE f.id IS NOT NULL), 0) AS pots
      FROM account a LEFT JOIN fund f ON f.network_id = a.network_id AND f.account_id = a.id
      LEFT JOIN transfer t ON t.network_id = a.network_id AND a.id IN (t.debit_account_id, t.credit_account_id)
      GROUP BY 1, 2
    ), taken AS (
      SELECT x.network_id, f.currency, sum(x.amount_minor) AS taken
      FROM (SELECT network_id, fund_id, amount_minor FROM fund_draw
            UNION ALL SELECT network_id, fund_id, -amount_minor FROM fund_draw_return
            UNION ALL SELECT network_id, fund_id, amount_minor FROM fund_release WHERE outcome = 'kept') x
      JOIN fund f ON f.network_id = x.network_id AND f.id = x.fund_id GROUP BY 1, 2
    )
    SELECT total.network_id, total.custody::text, total.pots::text, taken.taken::text
    FROM total LEFT JOIN taken ON taken.network_id = total.network_id AND taken.currency = total.currency
    WHERE total.custody <> total.pots + coalesce(taken.taken, 0)`,
};

const calls: readonly Check[] = [
  {
    promises: 'a call is met by no more than it asks for',
    sql: 'SELECT id FROM fund_call WHERE met_minor > amount_minor OR met_minor < 0',
  },
  {
    promises: 'a reminder is of a call of its own member',
    sql: `
      SELECT r.call_id FROM call_reminder r LEFT JOIN fund_call c ON c.network_id = r.network_id AND c.id = r.call_id
      WHERE c.member_id IS DISTINCT FROM r.member_id`,
  },
];

/** The funds beside the ledger: each row of theirs is the money that it says. */
export const fundChecks: readonly Check[] = [...movements, ...holds, custody, ...calls];

/** What each fund was paid and asked for, in recorded order: from these alone follows how far each call is met. */
export const callHistory = `
  SELECT f.id AS fund_id, x.id, x.what, x.amount_minor::text AS amount, x.met_minor::text AS met, x.due_on::text AS due_on
  FROM fund f JOIN (
    SELECT network_id, fund_id, id, 'receipt' AS what, amount_minor, 0 AS met_minor, NULL::date AS due_on, recorded_at FROM fund_receipt
    UNION ALL SELECT network_id, fund_id, id, 'receipt', amount_minor, 0, NULL::date, recorded_at FROM fund_draw_return
    UNION ALL SELECT network_id, fund_id, id, 'call', amount_minor, met_minor, due_on, recorded_at FROM fund_call
  ) x ON x.network_id = f.network_id AND x.fund_id = f.id
  ORDER BY f.id, x.recorded_at, x.id`;
