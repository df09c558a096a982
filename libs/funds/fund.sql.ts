import { statement } from '@app/database';
import type { Day } from '@app/kernel';
import type { Fund } from './fund.entity.js';
import type { PotKind } from './pots.js';

/*
 * A fund with the terms of the latest agreement, begun by the day, that names its pot; of the next one where none has
 * begun. Outside the agreement's days nothing is required, while what the pot may be used for goes on through the tail.
 */
const columns = `
  f.id, f.member_id, f.kind, f.currency, f.account_id,
  t.agreement_id, t.starts_on AS agreement_starts_on, t.ends_on AS agreement_ends_on, t.serious_breach,
  t.uses, t.draw_order, t.top_up_days, t.tail_days, t.return_days, t.late_return_daily_rate::text, t.kept_on_serious_breach,
  CASE WHEN $today::date BETWEEN t.starts_on AND coalesce(t.ends_on, 'infinity') THEN t.required_minor ELSE 0 END::bigint AS required_minor,
  b.posted_credit_minor - b.posted_debit_minor AS posted_minor, b.pending_debit_minor AS held_minor,
  c.called_minor`;
const joins = `
  JOIN account_balance b ON b.network_id = $network AND b.account_id = f.account_id
  JOIN LATERAL (
    SELECT t.*, a.starts_on, a.ends_on, a.serious_breach
    FROM fund_terms t JOIN agreement a ON a.network_id = $network AND a.id = t.agreement_id
    WHERE t.network_id = $network AND t.member_id = f.member_id AND t.kind = f.kind
    ORDER BY a.starts_on > $today::date, abs(a.starts_on - $today::date) LIMIT 1
  ) t ON true
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(amount_minor - met_minor), 0)::bigint AS called_minor
    FROM fund_call WHERE network_id = $network AND fund_id = f.id AND met_minor < amount_minor
  ) c`;

/** By primary key, many at once; nothing is locked. */
export const readFunds = statement<{ fundIds: string[]; today: Day }, Fund>('funds.read-funds', `
  SELECT ${columns} FROM fund f ${joins} WHERE f.network_id = $network AND f.id = ANY($fundIds::uuid[])
`);

/**
 * One page in id order by the primary key; short ones only, where asked. The page is cut before anything is joined, since
 * each fund has its balance and its terms; which are short is known only after.
 */
export const listFunds = statement<
  { today: Day; memberId: string | null; kind: PotKind | null; shortOnly: boolean; after: string | null; count: number },
  Fund
>('funds.list-funds', `
  SELECT ${columns} FROM (
    SELECT id, member_id, kind, currency, account_id FROM fund
    WHERE network_id = $network AND id > coalesce($after::uuid, '00000000-0000-0000-0000-000000000000')
      AND ($memberId::uuid IS NULL OR member_id = $memberId) AND ($kind::text IS NULL OR kind = $kind)
    ORDER BY id LIMIT CASE WHEN NOT $shortOnly THEN $count::bigint END
  ) f ${joins}
  WHERE (NOT $shortOnly OR b.posted_credit_minor - b.posted_debit_minor < CASE WHEN $today::date BETWEEN t.starts_on AND coalesce(t.ends_on, 'infinity') THEN t.required_minor ELSE 0 END)
  ORDER BY f.id LIMIT $count
`);

/** As many as listFunds would page through; asked for only with totalCount. */
export const countFunds = statement<
  { today: Day; memberId: string | null; kind: PotKind | null; shortOnly: boolean },
  { count: bigint }
>('funds.count-funds', `
  SELECT count(*) AS count FROM fund f ${joins}
  WHERE f.network_id = $network AND ($memberId::uuid IS NULL OR f.member_id = $memberId) AND ($kind::text IS NULL OR f.kind = $kind)
    AND (NOT $shortOnly OR b.posted_credit_minor - b.posted_debit_minor < CASE WHEN $today::date BETWEEN t.starts_on AND coalesce(t.ends_on, 'infinity') THEN t.required_minor ELSE 0 END)
`);

/** Locks the balances of all of a member's funds, in account order, and reads nothing else: see lockFunds. */
export const lockBalancesOf = statement<{ memberId: string }>('funds.lock-balances-of', `
  SELECT b.account_id FROM fund f JOIN account_balance b ON b.network_id = $network AND b.account_id = f.account_id
  WHERE f.network_id = $network AND f.member_id = $memberId
  ORDER BY b.account_id FOR UPDATE OF b
`);

/** All funds of a member, by fund_once; to be read once lockBalancesOf holds their balances. */
export const readFundsOf = statement<{ memberId: string; today: Day }, Fund>('funds.read-funds-of', `
  SELECT ${columns} FROM fund f ${joins} WHERE f.network_id = $network AND f.member_id = $memberId ORDER BY f.account_id
`);

/** The fund of a pot, to be made on first use. */
export const findFund = statement<{ memberId: string; kind: PotKind; currency: string }, { id: string }>('funds.find-fund', `
  SELECT id FROM fund WHERE network_id = $network AND member_id = $memberId AND kind = $kind AND currency = $currency
`);

/** Once a member, pot and currency (fund_once): a twin waits, then adds nothing. */
export const insertFund = statement<
  { id: string; memberId: string; kind: PotKind; currency: string; accountId: string }
>('funds.insert-fund', `
  INSERT INTO fund (network_id, id, member_id, kind, currency, account_id)
  VALUES ($network, $id, $memberId, $kind, $currency, $accountId)
  ON CONFLICT DO NOTHING
`);
