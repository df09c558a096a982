import { statement } from '@app/database';
import type { Hold } from './hold.entity.js';

/**
 * A hold with both its accounts and what became of it. Lock the balance of its debit account before reading, so that no
 * other transaction can be resolving it meanwhile.
 */
export const readHold = statement<{ holdId: string }, Hold>('ledger.read-hold', `
  SELECT h.id, h.amount_minor, h.currency, h.code, h.cause_type, h.cause_id, h.expires_at, r.outcome,
         jsonb_build_object('id', d.id, 'kind', d.kind, 'memberId', d.member_id, 'currency', d.currency, 'side', d.side, 'floored', d.floored) AS debit,
         jsonb_build_object('id', c.id, 'kind', c.kind, 'memberId', c.member_id, 'currency', c.currency, 'side', c.side, 'floored', c.floored) AS credit
  FROM hold h
  JOIN account d ON d.network_id = $network AND d.id = h.debit_account_id
  JOIN account c ON c.network_id = $network AND c.id = h.credit_account_id
  LEFT JOIN hold_resolution r ON r.network_id = $network AND r.hold_id = h.id
  WHERE h.network_id = $network AND h.id = $holdId
`);
