import type { Database, Done, NetworkTx, Once } from '@app/database';
import { newId, refuseKernel, type Caller } from '@app/kernel';
import { refuse } from './refusals.js';
import { listMissed, readDelivery, requeueOne, requeueSince } from './replay.sql.js';
import { lockStanding } from './update-webhook.js';
import { insertWebhookDeliveries } from './webhook-delivery.sql.js';

/** How far back a replay reaches, and how many events it may add that were never sent. */
const mostDays = 30;
const mostMissed = 10_000;

export interface ReplayDelivery extends Once {
  readonly deliveryId: string;
}

export interface ReplayWebhook extends Once {
  readonly webhookId: string;
  /** By the clock on which events are recorded, not by a sandbox's. */
  readonly since: Date;
  readonly unsentOnly: boolean;
}

/** Sends one delivery again, with the same id and body; one that is on its way just now is left to its way. */
export function replayWebhookDelivery(database: Database, caller: Caller, input: ReplayDelivery): Promise<Done<{ deliveryId: string }>> {
  return database.writeOnce(caller, 'webhook.replay_delivery', input, async (tx, request) => {
    const webhookId = await webhookOf(tx, request.deliveryId);
    const standing = await lockStanding(tx, webhookId);
    if (standing.state !== 'active') throw refuse('WEBHOOK_NOT_ACTIVE', {}, 'deliveryId');
    await tx.run(requeueOne, { id: request.deliveryId });
    tx.touch(request.deliveryId);
    return { deliveryId: request.deliveryId };
  });
}

/** Sends everything since an instant again, with the ids and bodies it had; and what the endpoint missed while it was off. */
export function replayWebhook(database: Database, caller: Caller, input: ReplayWebhook): Promise<Done<{ webhookId: string; count: number }>> {
  return database.writeOnce(caller, 'webhook.replay', input, async (tx, request) => {
    const { id: webhookId, state, eventTypes, wallAt } = await lockStanding(tx, request.webhookId);
    if (state !== 'active') throw refuse('WEBHOOK_NOT_ACTIVE', {}, 'webhookId');
    const earliest = new Date(wallAt.getTime() - mostDays * 86_400_000);
    if (!(request.since >= earliest)) throw refuse('REPLAY_TOO_EARLY', { earliest: earliest.toISOString() }, 'since');
    const firstId = firstIdAt(request.since);
    const missed = await tx.many(listMissed, { webhookId, firstId, eventTypes, count: mostMissed + 1 });
    if (missed.length > mostMissed) throw refuse('REPLAY_TOO_MANY', { most: mostMissed }, 'since');
    const again = await tx.run(requeueSince, { webhookId, firstId, unsentOnly: request.unsentOnly });
    await tx.run(insertWebhookDeliveries, {
      ids: missed.map(() => newId()), webhookIds: missed.map(() => webhookId), eventIds: missed.map(({ id }) => id),
      types: missed.map(({ type }) => type), aggregateIds: missed.map(({ aggregateId }) => aggregateId), seqs: missed.map(({ seq }) => seq),
    });
    tx.touch(webhookId);
    return { webhookId, count: again + missed.length };
  });
}

/** Not locked: the endpoint is locked first, and a delivery never changes its endpoint. */
async function webhookOf(tx: NetworkTx, deliveryId: string): Promise<string> {
  const delivery = await tx.maybe(readDelivery, { id: deliveryId });
  if (!delivery) throw refuseKernel('NOT_FOUND', {}, 'deliveryId');
  return delivery.webhookId;
}

/** No id made at that instant or later comes before it: UUIDv7 begin with their milliseconds. */
export function firstIdAt(instant: Date): string {
  const hex = Math.max(0, instant.getTime()).toString(16).padStart(12, '0').slice(-12);
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
