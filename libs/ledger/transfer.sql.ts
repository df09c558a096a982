import { statement } from '@app/database';
import type { Day } from '@app/kernel';
import type { Account } from './chart.js';

export interface TransferRow {
  readonly id: string;
  readonly entryId: string;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly code: string;
  readonly effectiveOn: Day;
  readonly reversesId: string | null;
  readonly reversed: boolean;
  readonly debit: Account;
  readonly credit: Account;
}

/** Not locked: a transfer never changes, and reversed_once decides which of two reversals is the first. */
export const readTransfer = statement<{ transferId: string }, TransferRow>('ledger.read-transfer', `
  SELECT t.id, t.entry_id, t.amount_minor, t.currency, t.code, t.effective_on, t.reverses_id,
         EXISTS (SELECT FROM transfer r WHERE r.network_id = $network AND r.reverses_id = t.id) AS reversed,
         jsonb_build_object('id', d.id, 'kind', d.kind, 'memberId', d.member_id, 'currency', d.currency, 'side', d.side, 'floored', d.floored) AS debit,
         jsonb_build_object('id', c.id, 'kind', c.kind, 'memberId', c.member_id, 'currency', c.currency, 'side', c.side, 'floored', c.floored) AS credit
  FROM transfer t
  JOIN account d ON d.network_id = $network AND d.id = t.debit_account_id
  JOIN account c ON c.network_id = $network AND c.id = t.credit_account_id
  WHERE t.network_id = $network AND t.id = $transferId
`);

/** The one transfer of a cause and code, by posted_once; locks nothing. */
export const findTransfer = statement<{ causeType: string; causeId: string; code: string }, { id: string }>('ledger.find-transfer', `
  SELECT id FROM transfer WHERE network_id = $network AND cause_type = $causeType AND cause_id = $causeId AND code = $code
`);
