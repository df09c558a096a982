/** A question to the raw rows; every row of the answer is a discrepancy. */
export interface Check {
  readonly promises: string;
  readonly sql: string;
}

// What the transfers alone say of each account.
const moved = `
  SELECT network_id, account_id, sum(debit)::bigint AS debit, sum(credit)::bigint AS credit
  FROM transfer t CROSS JOIN LATERAL (VALUES (t.debit_account_id, t.amount_minor, 0), (t.credit_account_id, 0, t.amount_minor)) AS m (account_id, debit, credit)
  GROUP BY 1, 2`;

// What the holds that nothing has resolved say of each account.
const pending = `
  SELECT network_id, account_id, sum(debit)::bigint AS debit, sum(credit)::bigint AS credit
  FROM hold h CROSS JOIN LATERAL (VALUES (h.debit_account_id, h.amount_minor, 0), (h.credit_account_id, 0, h.amount_minor)) AS m (account_id, debit, credit)
  WHERE NOT EXISTS (SELECT FROM hold_resolution r WHERE r.network_id = h.network_id AND r.hold_id = h.id)
  GROUP BY 1, 2`;

const balances: readonly Check[] = [
  {
    promises: 'debits equal credits in each network and currency, the floored accounts taken by their stored balances',
    sql: `
      SELECT a.network_id, a.currency,
             sum(CASE WHEN a.floored THEN b.posted_debit_minor ELSE m.debit END)::text AS debits,
             sum(CASE WHEN a.floored THEN b.posted_credit_minor ELSE m.credit END)::text AS credits
      FROM account a
      LEFT JOIN account_balance b ON b.network_id = a.network_id AND b.account_id = a.id
      LEFT JOIN (${moved}) m ON m.network_id = a.network_id AND m.account_id = a.id
      GROUP BY 1, 2
      HAVING coalesce(sum(CASE WHEN a.floored THEN b.posted_debit_minor ELSE m.debit END), 0)
          <> coalesce(sum(CASE WHEN a.floored THEN b.posted_credit_minor ELSE m.credit END), 0)`,
  },
  {
    promises: 'a floored account has a balance row, and no other has',
    sql: `
      SELECT a.id FROM account a LEFT JOIN account_balance b ON b.network_id = a.network_id AND b.account_id = a.id
      WHERE a.floored <> (b.account_id IS NOT NULL) OR (a.floored AND (b.side <> a.side OR b.member_id IS DISTINCT FROM a.member_id))`,
  },
  {
    promises: 'what is stored as posted is the sum of the transfers',
    sql: `
      SELECT b.account_id, b.posted_debit_minor::text AS debit, m.debit::text AS debit_moved, b.posted_credit_minor::text AS credit, m.credit::text AS credit_moved
      FROM account_balance b LEFT JOIN (${moved}) m ON m.network_id = b.network_id AND m.account_id = b.account_id
      WHERE (b.posted_debit_minor, b.posted_credit_minor) <> (coalesce(m.debit, 0), coalesce(m.credit, 0))`,
  },
  {
    promises: 'what is stored as held is the sum of the standing holds',
    sql: `
      SELECT b.account_id, b.pending_debit_minor::text AS debit, p.debit::text AS debit_held, b.pending_credit_minor::text AS credit, p.credit::text AS credit_held
      FROM account_balance b LEFT JOIN (${pending}) p ON p.network_id = b.network_id AND p.account_id = b.account_id
      WHERE (b.pending_debit_minor, b.pending_credit_minor) <> (coalesce(p.debit, 0), coalesce(p.credit, 0))`,
  },
  {
    promises: 'no floored account stands below its floor',
    sql: `
      SELECT a.id, a.kind FROM account a
      LEFT JOIN (${moved}) m ON m.network_id = a.network_id AND m.account_id = a.id
      LEFT JOIN (${pending}) p ON p.network_id = a.network_id AND p.account_id = a.id
      WHERE a.floored AND 0 > CASE a.side
        WHEN 'credit' THEN coalesce(m.credit, 0) - coalesce(m.debit, 0) - coalesce(p.debit, 0)
        ELSE coalesce(m.debit, 0) - coalesce(m.credit, 0) - coalesce(p.credit, 0) END`,
  },
];

const lines: readonly Check[] = [
  {
    promises: 'the lines of an account are numbered from one without gaps up to its last',
    sql: `
      SELECT b.account_id, b.last_line::text, count(l.line)::text AS lines, max(l.line)::text AS highest
      FROM account_balance b LEFT JOIN account_line l ON l.network_id = b.network_id AND l.account_id = b.account_id
      GROUP BY b.network_id, b.account_id
      HAVING (count(l.line), coalesce(min(l.line), 1), coalesce(max(l.line), 0)) <> (b.last_line, 1, b.last_line)`,
  },
  {
    promises: 'each line stands after the one before it',
    sql: `
      SELECT account_id, line::text FROM (
        SELECT account_id, line, posted_after_minor, held_after_minor, sum(posted_minor) OVER own AS posted, sum(held_minor) OVER own AS held
        FROM account_line WINDOW own AS (PARTITION BY network_id, account_id ORDER BY line)) AS running
      WHERE (posted_after_minor, held_after_minor) <> (posted, held)`,
  },
  {
    promises: 'the last line of an account says what its balance says',
    sql: `
      SELECT b.account_id, l.posted_after_minor::text, l.held_after_minor::text
      FROM account_balance b JOIN account_line l ON l.network_id = b.network_id AND l.account_id = b.account_id AND l.line = b.last_line
      WHERE (l.posted_after_minor, l.held_after_minor) <> CASE b.side
        WHEN 'credit' THEN (b.posted_credit_minor - b.posted_debit_minor, b.pending_debit_minor)
        ELSE (b.posted_debit_minor - b.posted_credit_minor, b.pending_credit_minor) END`,
  },
  {
    promises: 'each transfer stands once in the history of each floored account that it touches, with its amount and day',
    sql: `
      SELECT t.id, a.id AS account_id, count(l.line)::text AS lines
      FROM transfer t JOIN account a ON a.network_id = t.network_id AND a.id IN (t.debit_account_id, t.credit_account_id) AND a.floored
      LEFT JOIN account_line l ON l.network_id = t.network_id AND l.account_id = a.id AND l.transfer_id = t.id AND l.effective_on = t.effective_on
        AND l.posted_minor = CASE WHEN (a.id = t.debit_account_id) = (a.side = 'debit') THEN t.amount_minor ELSE -t.amount_minor END
      GROUP BY t.network_id, t.id, a.id HAVING count(l.line) <> 1`,
  },
  {
    promises: 'each hold stands once in the history of its debit account, and once more when it is resolved',
    sql: `
      SELECT h.id, r.outcome, count(l.line) FILTER (WHERE l.what = 'hold')::text AS placed, count(l.line) FILTER (WHERE l.what <> 'hold')::text AS resolved
      FROM hold h JOIN account a ON a.network_id = h.network_id AND a.id = h.debit_account_id AND a.floored
      LEFT JOIN hold_resolution r ON r.network_id = h.network_id AND r.hold_id = h.id
      LEFT JOIN account_line l ON l.network_id = h.network_id AND l.account_id = a.id AND l.hold_id = h.id
        AND l.held_minor = CASE WHEN a.side = 'debit' THEN 0 WHEN l.what = 'hold' THEN h.amount_minor ELSE -h.amount_minor END
        AND l.what IN ('hold', CASE r.outcome WHEN 'captured' THEN 'capture' WHEN 'voided' THEN 'void' WHEN 'expired' THEN 'expiry' END)
      GROUP BY h.network_id, h.id, r.outcome
      HAVING (count(l.line) FILTER (WHERE l.what = 'hold'), count(l.line) FILTER (WHERE l.what <> 'hold')) <> (1, count(DISTINCT r.outcome))`,
  },
];

const entries: readonly Check[] = [
  {
    promises: 'each entry has transfers, all of its own cause and day',
    sql: `
      SELECT e.id FROM entry e LEFT JOIN transfer t ON t.network_id = e.network_id AND t.entry_id = e.id
      WHERE t.id IS NULL OR (t.cause_type, t.cause_id, t.effective_on) <> (e.cause_type, e.cause_id, e.effective_on)`,
  },
  {
    promises: 'a transfer is posted once for its cause and code, between accounts of its network and currency',
    sql: `
      SELECT t.id FROM transfer t
      LEFT JOIN account d ON (d.network_id, d.id, d.currency) = (t.network_id, t.debit_account_id, t.currency)
      LEFT JOIN account c ON (c.network_id, c.id, c.currency) = (t.network_id, t.credit_account_id, t.currency)
      WHERE d.id IS NULL OR c.id IS NULL OR d.id = c.id OR t.amount_minor <= 0 OR EXISTS (
        SELECT FROM transfer o WHERE o.id <> t.id AND (o.network_id, o.cause_type, o.cause_id, o.code) = (t.network_id, t.cause_type, t.cause_id, t.code))`,
  },
  {
    promises: 'a reversal goes the other way, once, no further, no earlier, and is not reversed itself',
    sql: `
      SELECT r.id FROM transfer r JOIN transfer t ON t.network_id = r.network_id AND t.id = r.reverses_id
      WHERE (r.debit_account_id, r.credit_account_id) <> (t.credit_account_id, t.debit_account_id)
         OR r.amount_minor > t.amount_minor OR r.effective_on < t.effective_on OR t.reverses_id IS NOT NULL
         OR EXISTS (SELECT FROM transfer o WHERE o.network_id = r.network_id AND o.id <> r.id AND o.reverses_id = r.reverses_id)`,
  },
  {
    promises: 'a captured hold became one transfer between its own accounts, of no more than it held',
    sql: `
      SELECT h.id FROM hold h JOIN hold_resolution r ON r.network_id = h.network_id AND r.hold_id = h.id
      LEFT JOIN transfer t ON t.network_id = r.network_id AND t.id = r.transfer_id
      WHERE (r.outcome = 'captured') <> (t.id IS NOT NULL) OR r.captured_minor <> coalesce(t.amount_minor, 0) OR r.captured_minor > h.amount_minor
         OR (t.debit_account_id, t.credit_account_id) <> (h.debit_account_id, h.credit_account_id)`,
  },
];

/** The ledger, recomputed from its transfers and holds. */
export const ledgerChecks: readonly Check[] = [...balances, ...lines, ...entries];
