import { statement } from '@app/database';

/** Which endpoint a delivery is of, by primary key; locks nothing. */
export const readDelivery = statement<{ id: string }, { webhookId: string }>('notices.read-webhook-delivery', `
  SELECT webhook_id FROM webhook_delivery WHERE network_id = $network AND id = $id
`);

/** Makes one due again from the beginning; not one that is on its way just now, which answers 0. */
export const requeueOne = statement<{ id: string }>('notices.requeue-webhook-delivery', `
  UPDATE webhook_delivery SET state = 'queued', tries = 0, next_at = clock_timestamp(), leased_until = NULL
  WHERE network_id = $network AND id = $id AND (leased_until IS NULL OR leased_until <= clock_timestamp())
`);

/** Makes those of events since then due again; their ids are ordered by when they were made. The endpoint is locked before. */
export const requeueSince = statement<{ webhookId: string; firstId: string; unsentOnly: boolean }>('notices.requeue-webhook-since', `
  UPDATE webhook_delivery SET state = 'queued', tries = 0, next_at = clock_timestamp(), leased_until = NULL
  WHERE network_id = $network AND webhook_id = $webhookId AND event_id >= $firstId::uuid AND (state <> 'sent' OR NOT $unsentOnly)
    AND (leased_until IS NULL OR leased_until <= clock_timestamp())
`);

/** Events since then that the endpoint asks for and has no delivery of, such as those while it was disabled; by primary key. */
export const listMissed = statement<
  { webhookId: string; firstId: string; eventTypes: readonly string[]; count: number }, { id: string; type: string; aggregateId: string; seq: bigint }
>('notices.list-missed-events', `
  SELECT e.id, e.type, e.aggregate_id, e.seq FROM outbox_event e
  WHERE e.network_id = $network AND e.id >= $firstId::uuid AND e.type = ANY($eventTypes::text[])
    AND NOT EXISTS (SELECT FROM webhook_delivery d WHERE d.network_id = $network AND d.webhook_id = $webhookId AND d.event_id = e.id)
  ORDER BY e.id LIMIT $count
`);
