import { statement } from '@app/database';

/** `stopped` by a person, `disabled` because it failed for days or is gone, `deleted` for good. */
export type WebhookState = 'active' | 'stopped' | 'disabled' | 'deleted';

/** Where a network has its events sent; its secrets leave the table only to sign. */
export interface Webhook {
  readonly id: string;
  readonly url: string;
  readonly description: string;
  readonly eventTypes: readonly string[];
  readonly state: WebhookState;
  readonly failingSince: Date | null;
  readonly previousUntil: Date | null;
  readonly version: number;
  readonly recordedAt: Date;
}

export interface SealedSecrets {
  readonly secret: Buffer;
  readonly previousSecret: Buffer | null;
  readonly previousUntil: Date | null;
}

const columns = 'w.id, w.url, w.description, w.event_types, w.state, w.failing_since, w.previous_until, w.version, w.recorded_at';

/** Counts those that are not deleted. Two that are made at once may both find room: the limit guards no figure. */
export const countWebhooks = statement<Record<never, never>, { count: bigint }>('notices.count-webhooks', `
  SELECT count(*) AS count FROM webhook WHERE network_id = $network AND state <> 'deleted'
`);

/** Adds an endpoint; locks nothing. */
export const insertWebhook = statement<
  { id: string; url: string; description: string; eventTypes: readonly string[]; secret: Buffer; createdBy: string | null }, Webhook
>('notices.insert-webhook', `
  INSERT INTO webhook AS w (network_id, id, url, description, event_types, secret, created_by)
  VALUES ($network, $id, $url, $description, $eventTypes, $secret, $createdBy)
  RETURNING ${columns}
`);

/** Locks the endpoint: before its deliveries, whoever changes both. */
export const lockWebhook = statement<{ id: string }, Webhook & { secret: Buffer; wallAt: Date }>('notices.lock-webhook', `
  SELECT ${columns}, w.secret, clock_timestamp() AS wall_at FROM webhook w WHERE w.network_id = $network AND w.id = $id FOR UPDATE
`);

/** The row that lockWebhook holds. */
export const updateWebhookRow = statement<
  { id: string; url: string; description: string; eventTypes: readonly string[]; state: WebhookState; failingSince: Date | null }, Webhook
>('notices.update-webhook', `
  UPDATE webhook w
  SET url = $url, description = $description, event_types = $eventTypes, state = $state, failing_since = $failingSince, version = w.version + 1
  WHERE w.network_id = $network AND w.id = $id
  RETURNING ${columns}
`);

/** The row that lockWebhook holds; the secret before the last one is forgotten. */
export const rotateSecretRow = statement<{ id: string; secret: Buffer; previous: Buffer; overlapHours: number }, Webhook>('notices.rotate-webhook-secret', `
  UPDATE webhook w
  SET secret = $secret, previous_secret = $previous, previous_until = clock_timestamp() + make_interval(hours => $overlapHours), version = w.version + 1
  WHERE w.network_id = $network AND w.id = $id
  RETURNING ${columns}
`);

/** The row that lockWebhook holds: since when it has failed, and whether that was too long. */
export const markWebhookFailing = statement<{ id: string; failingSince: Date | null; state: WebhookState }>('notices.mark-webhook-failing', `
  UPDATE webhook SET failing_since = $failingSince, state = $state WHERE network_id = $network AND id = $id
`);

/** What signing needs, of an endpoint that is active; locks nothing. */
export const readForSending = statement<{ id: string }, SealedSecrets & { url: string }>('notices.read-webhook-for-sending', `
  SELECT url, secret, previous_secret, previous_until FROM webhook WHERE network_id = $network AND id = $id AND state = 'active'
`);

/** All that are not deleted, the oldest first; a network has few. */
export const listWebhooks = statement<Record<never, never>, Webhook>('notices.list-webhooks', `
  SELECT ${columns} FROM webhook w WHERE w.network_id = $network AND w.state <> 'deleted' ORDER BY w.id
`);

/** One, by primary key, unless deleted. */
export const readWebhook = statement<{ id: string }, Webhook>('notices.read-webhook', `
  SELECT ${columns} FROM webhook w WHERE w.network_id = $network AND w.id = $id AND w.state <> 'deleted'
`);

/** Of these networks, those that have an active endpoint: for the relay, as the worker's role. */
export const networksWithWebhooks = statement<{ networkIds: string[] }, { networkId: string }>('notices.networks-with-webhooks', `
  SELECT DISTINCT w.network_id FROM webhook w WHERE w.network_id = ANY($networkIds::uuid[]) AND w.state = 'active'
`);
