import { statement } from './statement.js';

/**
 * Appends the audit record, the outbox events and what is pending of them. Locks nothing: all three are inserts of new
 * keys. `outbox_pending` is what the relay empties; so no cursor can step over an event that commits late.
 */
export const insertRecords = statement<{
  id: string; personId: string | null; apiKeyId: string | null; memberId: string | null;
  action: string; requestDigest: Buffer; touched: string[]; outcome: string; requestId: string;
  eventIds: string[]; types: string[]; aggregateIds: string[]; payloads: string[];
}>('database.insert-records', `
  WITH audited AS (
    INSERT INTO audit_record (network_id, id, person_id, api_key_id, member_id, action, request_digest, touched, outcome, request_id)
    VALUES ($network, $id, $personId, $apiKeyId, $memberId, $action, $requestDigest, $touched::uuid[], $outcome, $requestId)
  ), event AS (
    INSERT INTO outbox_event (network_id, id, type, aggregate_id, payload)
    SELECT $network, e.id, e.type, e.aggregate_id, e.payload::jsonb
    FROM unnest($eventIds::uuid[], $types::text[], $aggregateIds::uuid[], $payloads::text[]) AS e (id, type, aggregate_id, payload)
    RETURNING id, seq
  )
  INSERT INTO outbox_pending (network_id, event_id, seq) SELECT $network, id, seq FROM event
`);
