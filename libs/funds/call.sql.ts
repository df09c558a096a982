import { statement } from '@app/database';
import type { Day } from '@app/kernel';
import type { FundCall } from './fund.entity.js';

/** An insert under the lock of the fund's balance, so that one crossing is called once. */
export const insertCall = statement<
  { id: string; fundId: string; memberId: string; amountMinor: bigint; calledOn: Day; dueOn: Day }
>('funds.insert-call', `
  INSERT INTO fund_call (network_id, id, fund_id, member_id, amount_minor, called_on, due_on)
  VALUES ($network, $id, $fundId, $memberId, $amountMinor, $calledOn, $dueOn)
`);

/**
 * Puts a receipt against the open calls, oldest due first. The fund's balance row is locked by the receipt before, so no
 * other receipt or call of this fund can be under way. Leans on fund_call_open.
 */
export const meetCalls = statement<{ fundId: string; amountMinor: bigint }, { id: string; leftMinor: bigint }>('funds.meet-calls', `
  WITH open AS (
    SELECT id, amount_minor - met_minor AS unmet, sum(amount_minor - met_minor) OVER (ORDER BY due_on, id) AS through
    FROM fund_call WHERE network_id = $network AND fund_id = $fundId AND met_minor < amount_minor
  )
  UPDATE fund_call c SET met_minor = c.met_minor + least(o.unmet, $amountMinor::bigint - (o.through - o.unmet))
  FROM open o
  WHERE c.network_id = $network AND c.id = o.id AND o.through - o.unmet < $amountMinor::bigint
  RETURNING c.id, c.amount_minor - c.met_minor AS left_minor
`);

/** By fund, the oldest due first, for the loaders; open ones by fund_call_open. Locks nothing. */
export const listCalls = statement<{ fundIds: string[]; openOnly: boolean }, FundCall>('funds.list-calls', `
  SELECT c.id, c.fund_id, c.member_id, c.amount_minor, c.met_minor, f.currency, c.called_on, c.due_on
  FROM fund_call c JOIN fund f ON f.network_id = $network AND f.id = c.fund_id
  WHERE c.network_id = $network AND c.fund_id = ANY($fundIds::uuid[]) AND (NOT $openOnly OR c.met_minor < c.amount_minor)
  ORDER BY c.fund_id, c.due_on, c.id
`);

/** By primary key; locks nothing. */
export const readCall = statement<{ callId: string }, FundCall>('funds.read-call', `
  SELECT c.id, c.fund_id, c.member_id, c.amount_minor, c.met_minor, f.currency, c.called_on, c.due_on
  FROM fund_call c JOIN fund f ON f.network_id = $network AND f.id = c.fund_id
  WHERE c.network_id = $network AND c.id = $callId
`);

/** Once a call and kind: answers 1 for the first, 0 ever after. */
export const insertReminder = statement<{ callId: string; memberId: string; kind: string }>('funds.insert-reminder', `
  INSERT INTO call_reminder (network_id, call_id, kind, member_id) VALUES ($network, $callId, $kind, $memberId)
  ON CONFLICT DO NOTHING
`);

/** By the leading columns of the primary key; locks nothing. */
export const listReminders = statement<{ callIds: string[] }, { callId: string; kind: 'coming_due' | 'overdue'; recordedAt: Date }>('funds.list-reminders', `
  SELECT call_id, kind, recorded_at FROM call_reminder
  WHERE network_id = $network AND call_id = ANY($callIds::uuid[]) ORDER BY call_id, recorded_at
`);
