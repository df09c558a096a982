import type { NetworkTx, OutboxEvent } from '@app/database';
import { newId } from '@app/kernel';
import { insertWebhookDeliveries, listEndpointsFor } from './webhook-delivery.sql.js';

/** Queues an event for each endpoint that asks for it, once. */
export async function fanOut(tx: NetworkTx, { id, type, aggregateId, seq }: OutboxEvent): Promise<void> {
  const endpoints = await tx.many(listEndpointsFor, { eventId: id });
  if (endpoints.length === 0) return;
  await tx.run(insertWebhookDeliveries, {
    ids: endpoints.map(() => newId()), webhookIds: endpoints.map((endpoint) => endpoint.id),
    eventIds: endpoints.map(() => id), types: endpoints.map(() => type),
    aggregateIds: endpoints.map(() => aggregateId), seqs: endpoints.map(() => seq),
  });
}
