import { statement } from './statement.js';

/** One write as it is on record; the input itself is not, only its keyed digest. */
export interface AuditRow {
  readonly id: string;
  readonly personId: string | null;
  readonly apiKeyId: string | null;
  readonly memberId: string | null;
  readonly action: string;
  readonly touched: readonly string[];
  readonly outcome: string;
  readonly requestId: string;
  readonly recordedAt: Date;
}

/** A page in id order by the primary key; locks nothing. */
export const listAuditRecords = statement<{ action: string | null; after: string | null; count: number }, AuditRow>('database.list-audit-records', `
  SELECT id, person_id, api_key_id, member_id, action, touched, outcome, request_id, recorded_at FROM audit_record
  WHERE network_id = $network AND ($action::text IS NULL OR action = $action) AND id > coalesce($after::uuid, '00000000-0000-0000-0000-000000000000')
  ORDER BY id LIMIT $count
`);
