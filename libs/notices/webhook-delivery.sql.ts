import { statement } from '@app/database';
import type { DeliveryState } from './message-delivery.sql.js';

/** One event on its way to one endpoint. */
export interface WebhookDelivery {
  readonly id: string;
  readonly webhookId: string;
  readonly eventId: string;
  readonly eventType: string;
  readonly seq: bigint;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly nextAt: Date | null;
  readonly sentAt: Date | null;
  readonly recordedAt: Date;
}

export interface WebhookAttempt {
  readonly deliveryId: string;
  readonly attempt: number;
  readonly attemptedAt: Date;
  readonly status: number | null;
  readonly problem: string | null;
}

export interface ClaimedDelivery {
  readonly id: string;
  readonly eventId: string;
  readonly attempts: number;
  readonly type: string;
  readonly aggregateId: string;
  readonly seq: bigint;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly recordedAt: Date;
}

const columns = 'd.id, d.webhook_id, d.event_id, d.event_type, d.seq, d.state, d.attempts, d.next_at, d.sent_at, d.recorded_at';

/** The endpoints that an event goes to, of those that were there before it; a test goes to the one it is of. Locks nothing. */
export const listEndpointsFor = statement<{ eventId: string }, { id: string }>('notices.list-endpoints-for', `
  SELECT w.id FROM webhook w JOIN outbox_event e ON e.network_id = $network AND e.id = $eventId
  WHERE w.network_id = $network AND w.state = 'active' AND w.recorded_at <= e.recorded_at
    AND (e.type = ANY(w.event_types) OR (e.type = 'webhook.test' AND w.id = e.aggregate_id))
  ORDER BY w.id
`);

/** One delivery an event and endpoint, however often it is asked for. Waits for a twin of the same. */
export const insertWebhookDeliveries = statement<
  { ids: string[]; webhookIds: string[]; eventIds: string[]; types: string[]; aggregateIds: string[]; seqs: bigint[] }
>('notices.insert-webhook-deliveries', `
  INSERT INTO webhook_delivery (network_id, id, webhook_id, event_id, event_type, aggregate_id, seq)
  SELECT $network, * FROM unnest($ids::uuid[], $webhookIds::uuid[], $eventIds::uuid[], $types::text[], $aggregateIds::uuid[], $seqs::bigint[])
  ON CONFLICT ON CONSTRAINT webhook_event_once DO NOTHING
`);

/*
 * Due: its time has come, nobody holds it, and no earlier event of its aggregate waits for its first attempt to end.
 */

/** Active endpoints with something due, of all networks, for the worker. Leans on webhook_delivery_due and webhook_delivery_untried. */
export const dueWebhooks = statement<{ now: Date; count: number }, { networkId: string; id: string }>('notices.due-webhooks', `
  SELECT w.network_id, w.id FROM webhook w
  WHERE w.state = 'active' AND EXISTS (
    SELECT FROM webhook_delivery d
    WHERE d.network_id = w.network_id AND d.webhook_id = w.id AND d.state IN ('queued', 'failed') AND d.next_at <= $now::timestamptz
      AND (d.leased_until IS NULL OR d.leased_until <= $now::timestamptz)
      AND NOT EXISTS (
        SELECT FROM webhook_delivery e
        WHERE e.network_id = d.network_id AND e.webhook_id = d.webhook_id AND e.aggregate_id = d.aggregate_id AND e.state = 'queued' AND e.seq < d.seq))
  LIMIT $count
`);

/** Claims what is due at one endpoint, passing over what others hold; the claim runs out where its holder dies. */
export const claimWebhookDeliveries = statement<
  { webhookId: string; at: Date; leaseSeconds: number; count: number }, ClaimedDelivery
>('notices.claim-webhook-deliveries', `
  WITH due AS (
    SELECT d.id FROM webhook_delivery d
    WHERE d.network_id = $network AND d.webhook_id = $webhookId AND d.state IN ('queued', 'failed') AND d.next_at <= $at::timestamptz
      AND (d.leased_until IS NULL OR d.leased_until <= $at::timestamptz)
      AND NOT EXISTS (
        SELECT FROM webhook_delivery e
        WHERE e.network_id = $network AND e.webhook_id = $webhookId AND e.aggregate_id = d.aggregate_id AND e.state = 'queued' AND e.seq < d.seq)
    ORDER BY d.seq LIMIT $count FOR UPDATE OF d SKIP LOCKED
  ), claimed AS (
    UPDATE webhook_delivery d
    SET attempts = d.attempts + 1, tries = d.tries + 1, leased_until = $at::timestamptz + make_interval(secs => $leaseSeconds)
    FROM due WHERE d.network_id = $network AND d.id = due.id
    RETURNING d.id, d.event_id, d.attempts
  )
  SELECT c.id, c.event_id, c.attempts, e.type, e.aggregate_id, e.seq, e.payload, e.recorded_at
  FROM claimed c JOIN outbox_event e ON e.network_id = $network AND e.id = c.event_id
  ORDER BY e.seq
`);

/** Of one attempt that ended; once. Answers 0 where it is on record already. */
export const insertAttempt = statement<WebhookAttempt>('notices.insert-webhook-attempt', `
  INSERT INTO webhook_attempt (network_id, delivery_id, attempt, attempted_at, status, problem)
  VALUES ($network, $deliveryId, $attempt, $attemptedAt, $status, $problem)
  ON CONFLICT ON CONSTRAINT webhook_attempt_once DO NOTHING
`);

/** Locks a delivery, after its endpoint. */
export const lockDelivery = statement<{ id: string }, WebhookDelivery & { tries: number }>('notices.lock-webhook-delivery', `
  SELECT ${columns}, d.tries FROM webhook_delivery d WHERE d.network_id = $network AND d.id = $id FOR UPDATE
`);

/** The row that lockDelivery holds. */
export const markWebhookDelivery = statement<
  { id: string; state: DeliveryState; nextAt: Date | null; sentAt: Date | null }
>('notices.mark-webhook-delivery', `
  UPDATE webhook_delivery SET state = $state, next_at = $nextAt, sent_at = $sentAt, leased_until = NULL WHERE network_id = $network AND id = $id
`);

/** Everything that still waits of an endpoint that is to get no more; its row is locked before. */
export const giveUpWaiting = statement<{ webhookId: string }>('notices.give-up-waiting', `
  UPDATE webhook_delivery SET state = 'given_up', next_at = NULL, leased_until = NULL
  WHERE network_id = $network AND webhook_id = $webhookId AND state IN ('queued', 'failed')
`);

/** Newest event first, page by page: of one endpoint by webhook_delivery_by_seq, of all by webhook_delivery_in_order. */
export const listWebhookDeliveries = statement<
  { webhookId: string | null; state: string | null; beforeSeq: bigint | null; beforeWebhookId: string | null; count: number }, WebhookDelivery
>('notices.list-webhook-deliveries', `
  SELECT ${columns} FROM webhook_delivery d
  WHERE d.network_id = $network AND ($webhookId::uuid IS NULL OR d.webhook_id = $webhookId) AND ($state::text IS NULL OR d.state = $state)
    AND (d.seq, d.webhook_id) < (coalesce($beforeSeq::bigint, 9223372036854775807), coalesce($beforeWebhookId::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
  ORDER BY d.seq DESC, d.webhook_id DESC LIMIT $count
`);

/** For the loaders, by primary key. */
export const listAttemptsOf = statement<{ deliveryIds: string[] }, WebhookAttempt>('notices.list-webhook-attempts-of', `
  SELECT delivery_id, attempt, attempted_at, status, problem FROM webhook_attempt
  WHERE network_id = $network AND delivery_id = ANY($deliveryIds::uuid[]) ORDER BY delivery_id, attempt
`);
