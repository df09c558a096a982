import { statement } from '@app/database';
import type { Account, Balance } from './chart.js';

type Key = { kind: string; memberId: string | null; currency: string };

/** Adds the account and, where it has a floor, its balance row; both once. Waits only for a twin being made. */
export const insertAccount = statement<Key & { id: string; side: string; floored: boolean }>('ledger.insert-account', `
  WITH made AS (
    INSERT INTO account (network_id, id, kind, member_id, currency, side, floored)
    VALUES ($network, $id, $kind, $memberId, $currency, $side, $floored)
    ON CONFLICT DO NOTHING
    RETURNING id, member_id, side, floored
  )
  INSERT INTO account_balance (network_id, account_id, member_id, side)
  SELECT $network, id, member_id, side FROM made WHERE floored
`);

/** By the unique key account_once; not locked, since an account never changes. */
export const readAccount = statement<Key, Account>('ledger.read-account', `
  SELECT id, kind, member_id, currency, side, floored FROM account
  WHERE network_id = $network AND kind = $kind AND member_id IS NOT DISTINCT FROM $memberId AND currency = $currency
`);

const balanceColumns = `
  account_id,
  CASE side WHEN 'credit' THEN posted_credit_minor - posted_debit_minor ELSE posted_debit_minor - posted_credit_minor END AS posted_minor,
  CASE side WHEN 'credit' THEN pending_debit_minor ELSE pending_credit_minor END AS held_minor`;

/** Locks the balance rows in id order, so that two acts on the same accounts queue and never deadlock. */
export const lockBalances = statement<{ accountIds: string[] }, Balance>('ledger.lock-balances', `
  SELECT ${balanceColumns} FROM account_balance
  WHERE network_id = $network AND account_id = ANY($accountIds::uuid[])
  ORDER BY account_id FOR UPDATE
`);

/** By primary key, many at once; locks nothing. */
export const readBalances = statement<{ accountIds: string[] }, Balance>('ledger.read-balances', `
  SELECT ${balanceColumns} FROM account_balance
  WHERE network_id = $network AND account_id = ANY($accountIds::uuid[])
`);

/**
 * What accounts came to, by what was effective on a day and recorded by an instant: two independent questions. Leans on the
 * indexes of either side of a transfer; an account without one is zero.
 */
export const sumAsOf = statement<
  { accountIds: string[]; effectiveOn: string | null; recordedAt: Date | null },
  { accountId: string; debitMinor: bigint; creditMinor: bigint }
>('ledger.sum-as-of', `
  SELECT a.id AS account_id, s.debit_minor, s.credit_minor
  FROM account a
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(amount_minor) FILTER (WHERE debit_account_id = a.id), 0)::bigint AS debit_minor,
           coalesce(sum(amount_minor) FILTER (WHERE credit_account_id = a.id), 0)::bigint AS credit_minor
    FROM transfer
    WHERE network_id = $network AND (debit_account_id = a.id OR credit_account_id = a.id)
      AND ($effectiveOn::date IS NULL OR effective_on <= $effectiveOn)
      AND ($recordedAt::timestamptz IS NULL OR recorded_at <= $recordedAt)
  ) s
  WHERE a.network_id = $network AND a.id = ANY($accountIds::uuid[])
`);

/** Each kind of account with what was debited and credited to it: the two columns are equal, or the books are wrong. */
export const sumByKind = statement<
  { effectiveOn: string | null },
  { kind: string; currency: string; side: 'debit' | 'credit'; debitMinor: bigint; creditMinor: bigint }
>('ledger.sum-by-kind', `
  SELECT a.kind, a.currency, a.side,
         sum(m.debit)::bigint AS debit_minor, sum(m.credit)::bigint AS credit_minor
  FROM transfer t
  CROSS JOIN LATERAL (VALUES (t.debit_account_id, t.amount_minor, 0::bigint), (t.credit_account_id, 0::bigint, t.amount_minor)) AS m (account_id, debit, credit)
  JOIN account a ON a.network_id = $network AND a.id = m.account_id
  WHERE t.network_id = $network AND ($effectiveOn::date IS NULL OR t.effective_on <= $effectiveOn)
  GROUP BY a.kind, a.currency, a.side ORDER BY a.kind, a.currency
`);

/** By primary key, many at once; locks nothing. */
export const readAccounts = statement<{ accountIds: string[] }, Account>('ledger.read-accounts', `
  SELECT id, kind, member_id, currency, side, floored FROM account WHERE network_id = $network AND id = ANY($accountIds::uuid[])
`);

/** A page in id order by the primary key; locks nothing. */
export const listAccounts = statement<{ kind: string | null; after: string | null; count: number }, Account>('ledger.list-accounts', `
  SELECT id, kind, member_id, currency, side, floored FROM account
  WHERE network_id = $network AND ($kind::text IS NULL OR kind = $kind) AND id > coalesce($after::uuid, '00000000-0000-0000-0000-000000000000')
  ORDER BY id LIMIT $count
`);
