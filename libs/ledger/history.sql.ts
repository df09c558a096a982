import { statement } from '@app/database';
import type { AccountLine } from './account-line.entity.js';

/** A page of account histories, several accounts at once, by the primary key: lines after (or before) a cursor. */
export const readHistory = statement<
  { accountIds: string[]; after: bigint | null; newestFirst: boolean; count: number },
  AccountLine
>('ledger.read-history', `
  SELECT p.*, a.currency
  FROM account a
  CROSS JOIN LATERAL (
    (SELECT l.account_id, l.line, l.what, l.code, l.cause_type, l.cause_id, l.transfer_id, l.hold_id, l.posted_minor, l.held_minor,
            l.posted_after_minor, l.held_after_minor, l.effective_on, l.recorded_at
     FROM account_line l
     WHERE NOT $newestFirst AND l.network_id = $network AND l.account_id = a.id AND l.line > coalesce($after, 0)
     ORDER BY l.line LIMIT $count)
    UNION ALL
    (SELECT l.account_id, l.line, l.what, l.code, l.cause_type, l.cause_id, l.transfer_id, l.hold_id, l.posted_minor, l.held_minor,
            l.posted_after_minor, l.held_after_minor, l.effective_on, l.recorded_at
     FROM account_line l
     WHERE $newestFirst AND l.network_id = $network AND l.account_id = a.id AND ($after::bigint IS NULL OR l.line < $after)
     ORDER BY l.line DESC LIMIT $count)
  ) p
  WHERE a.network_id = $network AND a.id = ANY($accountIds::uuid[])
`);
