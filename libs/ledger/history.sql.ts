import { statement } from '@app/database';
import type { AccountLine } from './account-line.entity.js';

/**
 * A page of account histories, several accounts at once: lines after (or before) a cursor. Lines are numbered without gaps, so
 * a page is a range of the primary key. Its bounds are worked out first, since row security lets no sum be an index condition.
 */
export const readHistory = statement<
  { accountIds: string[]; after: bigint | null; newestFirst: boolean; count: number },
  AccountLine
>('ledger.read-history', `
  WITH page AS MATERIALIZED (
    SELECT a.id, a.currency,
           CASE WHEN $newestFirst THEN coalesce($after, b.last_line + 1) - 1 - $count::bigint ELSE coalesce($after, 0) END AS above,
           CASE WHEN $newestFirst THEN coalesce($after, b.last_line + 1) - 1 ELSE coalesce($after, 0) + $count::bigint END AS through
    FROM account a JOIN account_balance b ON b.network_id = $network AND b.account_id = a.id
    WHERE a.network_id = $network AND a.id = ANY($accountIds::uuid[])
  )
  SELECT l.account_id, l.line, l.what, l.code, l.cause_type, l.cause_id, l.transfer_id, l.hold_id, l.posted_minor, l.held_minor,
         l.posted_after_minor, l.held_after_minor, l.effective_on, l.recorded_at, p.currency
  FROM page p
  JOIN account_line l ON l.network_id = $network AND l.account_id = p.id AND l.line > p.above AND l.line <= p.through
  ORDER BY l.account_id, CASE WHEN $newestFirst THEN -l.line ELSE l.line END
`);

/**
 * The same of accounts without a floor, which keep no lines: numbered and summed from their transfers in recorded order.
 * Reads all of the accounts' transfers, so it is for auditors, not for pages that many look at.
 */
export const readOpenHistory = statement<
  { accountIds: string[]; after: bigint | null; newestFirst: boolean; count: number },
  AccountLine
>('ledger.read-open-history', `
  WITH own AS (
    SELECT t.*, a.id AS account_id,
           CASE WHEN (t.debit_account_id = a.id) = (a.side = 'debit') THEN t.amount_minor ELSE -t.amount_minor END AS own_minor
    FROM account a
    JOIN transfer t ON t.network_id = $network AND (t.debit_account_id = a.id OR t.credit_account_id = a.id)
    WHERE a.network_id = $network AND a.id = ANY($accountIds::uuid[])
  ), numbered AS (
    SELECT account_id, row_number() OVER recorded AS line, CASE WHEN reverses_id IS NULL THEN 'transfer' ELSE 'reversal' END AS what,
           code, cause_type, cause_id, id AS transfer_id, NULL::uuid AS hold_id, own_minor AS posted_minor, 0::bigint AS held_minor,
           (sum(own_minor) OVER recorded)::bigint AS posted_after_minor, 0::bigint AS held_after_minor, currency, effective_on, recorded_at,
           count(*) OVER (PARTITION BY account_id) + 1 AS beyond
    FROM own WINDOW recorded AS (PARTITION BY account_id ORDER BY recorded_at, id ROWS UNBOUNDED PRECEDING)
  )
  SELECT account_id, line, what, code, cause_type, cause_id, transfer_id, hold_id, posted_minor, held_minor,
         posted_after_minor, held_after_minor, effective_on, recorded_at, currency
  FROM numbered
  WHERE CASE WHEN $newestFirst THEN line < coalesce($after, beyond) AND line >= coalesce($after, beyond) - $count::bigint
             ELSE line > coalesce($after, 0) AND line <= coalesce($after, 0) + $count::bigint END
  ORDER BY account_id, CASE WHEN $newestFirst THEN -line ELSE line END
`);
