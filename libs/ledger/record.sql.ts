import { statement } from '@app/database';

interface Record {
  entryId: string | null; causeType: string; causeId: string; effectiveOn: string;
  accountIds: string[]; whats: string[]; codes: string[]; sideTransferIds: (string | null)[]; sideHoldIds: (string | null)[];
  debits: bigint[]; credits: bigint[]; pendingDebits: bigint[]; pendingCredits: bigint[];
  transferIds: string[]; debitIds: string[]; creditIds: string[]; amounts: bigint[]; currencies: string[]; transferCodes: string[]; reversesIds: (string | null)[];
  holdId: string | null; holdDebitId: string | null; holdCreditId: string | null; holdMinor: bigint | null; holdCurrency: string | null; holdCode: string | null; expiresAt: Date | null;
  resolvedHoldId: string | null; outcome: string | null; capturedMinor: bigint | null; resolvedByTransferId: string | null;
}

/**
 * Records one business act: its transfers, its hold, its resolution of a hold, and what they do to the balances.
 * Locks the touched balance rows in account order before it moves any of them; everything else is an insert. A balance
 * that would fall below its floor breaks below_floor, an act recorded twice posted_once or held_once, a hold resolved
 * twice hold_resolved_once, a transfer reversed twice reversed_once.
 */
export const recordMovements = statement<Record, { accountId: string; postedMinor: bigint; heldMinor: bigint }>('ledger.record-movements', `
  WITH side AS (
    SELECT * FROM unnest($accountIds::uuid[], $whats::text[], $codes::text[], $sideTransferIds::uuid[], $sideHoldIds::uuid[],
                         $debits::bigint[], $credits::bigint[], $pendingDebits::bigint[], $pendingCredits::bigint[])
      WITH ORDINALITY AS s (account_id, what, code, transfer_id, hold_id, debit, credit, pending_debit, pending_credit, n)
  ), change AS (
    SELECT account_id, sum(debit)::bigint AS debit, sum(credit)::bigint AS credit,
           sum(pending_debit)::bigint AS pending_debit, sum(pending_credit)::bigint AS pending_credit, count(*) AS lines
    FROM side GROUP BY account_id
  ), locked AS MATERIALIZED (
    SELECT account_id FROM account_balance
    WHERE network_id = $network AND account_id = ANY($accountIds::uuid[])
    ORDER BY account_id FOR UPDATE
  ), moved AS (
    UPDATE account_balance b
    SET posted_debit_minor = b.posted_debit_minor + c.debit, posted_credit_minor = b.posted_credit_minor + c.credit,
        pending_debit_minor = b.pending_debit_minor + c.pending_debit, pending_credit_minor = b.pending_credit_minor + c.pending_credit,
        last_line = b.last_line + c.lines
    FROM locked l JOIN change c ON c.account_id = l.account_id
    WHERE b.network_id = $network AND b.account_id = l.account_id
    RETURNING b.account_id, b.member_id, b.side, b.last_line - c.lines AS line_before,
      CASE b.side WHEN 'credit' THEN b.posted_credit_minor - b.posted_debit_minor ELSE b.posted_debit_minor - b.posted_credit_minor END AS posted,
      CASE b.side WHEN 'credit' THEN b.pending_debit_minor ELSE b.pending_credit_minor END AS held,
      CASE b.side WHEN 'credit' THEN c.credit - c.debit ELSE c.debit - c.credit END AS posted_change,
      CASE b.side WHEN 'credit' THEN c.pending_debit ELSE c.pending_credit END AS held_change
  ), entered AS (
    INSERT INTO entry (network_id, id, cause_type, cause_id, effective_on)
    SELECT $network, $entryId, $causeType, $causeId, $effectiveOn::date WHERE $entryId::uuid IS NOT NULL
  ), posted AS (
    INSERT INTO transfer (network_id, id, entry_id, debit_account_id, credit_account_id, amount_minor, currency, code, cause_type, cause_id, effective_on, reverses_id)
    SELECT $network, t.id, $entryId, t.debit_id, t.credit_id, t.amount, t.currency, t.code, $causeType, $causeId, $effectiveOn::date, t.reverses_id
    FROM unnest($transferIds::uuid[], $debitIds::uuid[], $creditIds::uuid[], $amounts::bigint[], $currencies::text[], $transferCodes::text[], $reversesIds::uuid[])
      AS t (id, debit_id, credit_id, amount, currency, code, reverses_id)
  ), placed AS (
    INSERT INTO hold (network_id, id, debit_account_id, credit_account_id, amount_minor, currency, code, cause_type, cause_id, expires_at)
    SELECT $network, $holdId, $holdDebitId, $holdCreditId, $holdMinor, $holdCurrency, $holdCode, $causeType, $causeId, $expiresAt
    WHERE $holdId::uuid IS NOT NULL
  ), resolved AS (
    INSERT INTO hold_resolution (network_id, hold_id, outcome, captured_minor, transfer_id)
    SELECT $network, $resolvedHoldId, $outcome, $capturedMinor, $resolvedByTransferId WHERE $resolvedHoldId::uuid IS NOT NULL
  ), seen AS (
    SELECT s.*, m.member_id, m.line_before, m.posted - m.posted_change AS posted_before, m.held - m.held_change AS held_before,
           CASE m.side WHEN 'credit' THEN s.credit - s.debit ELSE s.debit - s.credit END AS own_posted,
           CASE m.side WHEN 'credit' THEN s.pending_debit ELSE s.pending_credit END AS own_held
    FROM side s JOIN moved m ON m.account_id = s.account_id
  ), lined AS (
    INSERT INTO account_line (network_id, account_id, line, member_id, what, code, cause_type, cause_id, transfer_id, hold_id,
                              posted_minor, held_minor, posted_after_minor, held_after_minor, effective_on)
    SELECT $network, account_id, line_before + row_number() OVER own, member_id, what, code, $causeType, $causeId, transfer_id, hold_id,
           own_posted, own_held, posted_before + sum(own_posted) OVER own, held_before + sum(own_held) OVER own, $effectiveOn::date
    FROM seen WINDOW own AS (PARTITION BY account_id ORDER BY n ROWS UNBOUNDED PRECEDING)
  )
  SELECT account_id, posted AS posted_minor, held AS held_minor FROM moved
`);
