import type { Check } from './ledger-checks.js';

/** A case's amount is what its draws and its receivable come to; one that was not settled has neither. */
const recovered = (table: string, caseType: string, settled: string): string => `
  SELECT c.id, c.state, c.amount_minor::text AS amount, d.drawn::text, r.owed::text
  FROM ${table} c
  LEFT JOIN (SELECT network_id, case_id, sum(amount_minor) AS drawn FROM fund_draw WHERE case_type = '${caseType}' GROUP BY 1, 2) d
    ON d.network_id = c.network_id AND d.case_id = c.id
  LEFT JOIN (SELECT network_id, case_id, sum(amount_minor) AS owed FROM receivable WHERE case_type = '${caseType}' GROUP BY 1, 2) r
    ON r.network_id = c.network_id AND r.case_id = c.id
  WHERE coalesce(d.drawn, 0) + coalesce(r.owed, 0) <> CASE c.state WHEN '${settled}' THEN c.amount_minor ELSE 0 END`;

/** Debits less credits of the accounts of a kind, by network, member and currency. */
const balanceOf = (kind: string): string => `
  SELECT a.network_id, a.member_id, a.currency, coalesce(sum(CASE WHEN a.id = t.debit_account_id THEN t.amount_minor ELSE -t.amount_minor END), 0) AS minor
  FROM account a LEFT JOIN transfer t ON t.network_id = a.network_id AND a.id IN (t.debit_account_id, t.credit_account_id)
  WHERE a.kind = '${kind}' GROUP BY 1, 2, 3`;

const compensation: readonly Check[] = [
  {
    promises: 'a compensation that was paid was paid once, with its amount, and no other was',
    sql: `
      SELECT c.id, c.state, count(t.id)::text AS payments FROM compensation_request c
      LEFT JOIN transfer t ON t.network_id = c.network_id AND t.cause_type = 'compensation' AND t.cause_id = c.id
      GROUP BY c.network_id, c.id
      HAVING (count(t.id), coalesce(sum(t.amount_minor), 0)) <> CASE c.state WHEN 'paid' THEN (1::bigint, c.amount_minor::numeric) ELSE (0::bigint, 0::numeric) END`,
  },
  {
    promises: 'a complaint has one request that was not refused, and is settled once that is paid',
    sql: `
      SELECT p.id, p.state FROM complaint p LEFT JOIN compensation_request c ON c.network_id = p.network_id AND c.complaint_id = p.id AND c.state <> 'refused'
      GROUP BY p.network_id, p.id
      HAVING count(c.id) > 1 OR (p.state = 'settled') <> coalesce(bool_or(c.state = 'paid'), false)`,
  },
  { promises: 'what was paid for a member was drawn from it or is owed by it', sql: recovered('compensation_request', 'compensation', 'paid') },
  {
    promises: 'nothing is held for a compensation that is over',
    sql: `
      SELECT h.id FROM fund_hold h JOIN compensation_request c ON c.network_id = h.network_id AND h.case_type = 'compensation' AND c.id = h.case_id
      WHERE h.outcome IS NULL AND c.state IN ('paid', 'refused')`,
  },
  {
    promises: 'advances are what was paid for members less what was recovered or is owed',
    sql: `
      SELECT n.network_id, n.minor::text FROM (${balanceOf('advances')}) n
      WHERE n.minor <> coalesce((SELECT sum(amount_minor) FROM compensation_request c WHERE c.network_id = n.network_id AND c.currency = n.currency AND c.state = 'paid'), 0)
        - coalesce((SELECT sum(d.amount_minor) FROM fund_draw d JOIN fund f ON f.network_id = d.network_id AND f.id = d.fund_id
                    WHERE d.network_id = n.network_id AND f.currency = n.currency AND d.purpose = 'compensation'), 0)
        - coalesce((SELECT sum(amount_minor) FROM receivable r WHERE r.network_id = n.network_id AND r.currency = n.currency AND r.purpose = 'compensation'), 0)`,
  },
];

const deductions: readonly Check[] = [
  { promises: 'what was deducted from a member was drawn from it or is owed by it', sql: recovered('deduction', 'deduction', 'taken') },
  {
    promises: 'a deduction that was taken has one notice, and no other has',
    sql: `
      SELECT d.id, d.state, count(n.id)::text AS notices FROM deduction d
      LEFT JOIN notice n ON n.network_id = d.network_id AND n.case_type = 'deduction' AND n.case_id = d.id AND n.member_id = d.member_id
      GROUP BY d.network_id, d.id HAVING count(n.id) <> CASE d.state WHEN 'taken' THEN 1 ELSE 0 END`,
  },
  {
    promises: 'notices of a series are numbered from one without gaps up to the counter',
    sql: `
      SELECT n.network_id, n.series FROM notice n
      LEFT JOIN notice_counter c ON c.network_id = n.network_id AND c.series = n.series
      GROUP BY n.network_id, n.series, c.last
      HAVING (count(DISTINCT n.number), min(n.number), max(n.number)) IS DISTINCT FROM (c.last, 1::bigint, c.last)`,
  },
];

const marks: Check = {
  promises: 'an open complaint or case, a proposed deduction and a debt mark their member\'s funds, as long as they are that',
  sql: `
    WITH asking AS (
      SELECT network_id, 'compensation' AS case_type, id, member_id, state IN ('proposed', 'approved') AS open FROM compensation_request
      UNION ALL SELECT network_id, 'complaint', id, member_id, state IN ('open', 'decided') FROM complaint
      UNION ALL SELECT network_id, 'deduction', id, member_id, state = 'proposed' FROM deduction
      UNION ALL SELECT network_id, 'receivable', id, member_id, paid_minor < amount_minor AND lifted_on IS NULL FROM receivable
      UNION ALL SELECT network_id, 'sanction', id, member_id, state = 'proposed' FROM sanction)
    SELECT c.case_type, c.id, c.open, m.lifted_at FROM asking c
    LEFT JOIN case_mark m ON m.network_id = c.network_id AND m.case_type = c.case_type AND m.case_id = c.id AND m.member_id = c.member_id
    WHERE m.case_id IS NULL OR (m.lifted_at IS NULL) <> c.open`,
};

const receivables: readonly Check[] = [
  {
    promises: 'what counts as paid on a receivable is the payments on it, each posted once',
    sql: `
      SELECT r.id, r.paid_minor::text AS paid, sum(p.amount_minor)::text AS payments, sum(t.amount_minor)::text AS posted FROM receivable r
      LEFT JOIN receivable_payment p ON p.network_id = r.network_id AND p.receivable_id = r.id AND p.member_id = r.member_id
      LEFT JOIN transfer t ON t.network_id = p.network_id AND t.cause_type = 'receivable_payment' AND t.cause_id = p.id AND t.amount_minor = p.amount_minor
      GROUP BY r.network_id, r.id, r.paid_minor
      HAVING (coalesce(sum(p.amount_minor), 0), coalesce(sum(t.amount_minor), 0)) <> (r.paid_minor, r.paid_minor)`,
  },
  {
    promises: 'what a member owes by its receivables is what its account says',
    sql: `
      SELECT coalesce(r.member_id, a.member_id) AS member_id, r.open::text, a.minor::text
      FROM (SELECT network_id, member_id, currency, sum(CASE WHEN lifted_on IS NULL THEN amount_minor - paid_minor ELSE 0 END) AS open FROM receivable GROUP BY 1, 2, 3) r
      FULL JOIN (${balanceOf('receivable')}) a ON a.network_id = r.network_id AND a.member_id = r.member_id AND a.currency = r.currency
      WHERE coalesce(r.open, 0) <> coalesce(a.minor, 0)`,
  },
  {
    promises: 'a receivable was posted once, with its amount, and is not paid beyond it',
    sql: `
      SELECT r.id FROM receivable r LEFT JOIN transfer t ON t.network_id = r.network_id AND t.cause_type = 'receivable' AND t.cause_id = r.id
      GROUP BY r.network_id, r.id
      HAVING (count(t.id), coalesce(sum(t.amount_minor), 0)) <> (1, r.amount_minor) OR r.paid_minor > r.amount_minor OR r.paid_minor < 0`,
  },
  {
    promises: 'the operator\'s cash is what members paid it less what it paid consumers and for returning late',
    sql: `
      SELECT o.network_id, o.minor::text FROM (${balanceOf('operator_cash')}) o
      WHERE o.minor <> coalesce((SELECT sum(paid_minor) FROM receivable r WHERE r.network_id = o.network_id AND r.currency = o.currency AND r.lifted_on IS NULL), 0)
        - coalesce((SELECT sum(amount_minor) FROM compensation_request c WHERE c.network_id = o.network_id AND c.currency = o.currency AND c.state = 'paid'), 0)
        - coalesce((SELECT sum(late_fee_minor) FROM fund_release r JOIN fund f ON f.network_id = r.network_id AND f.id = r.fund_id
                    WHERE r.network_id = o.network_id AND f.currency = o.currency), 0)`,
  },
];

/** Cases beside the funds and the ledger: what was decided is what was moved. */
export const caseChecks: readonly Check[] = [...compensation, ...deductions, marks, ...receivables];
