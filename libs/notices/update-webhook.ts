import type { Database, Done, NetworkTx, Once } from '@app/database';
import { refuseKernel, type Caller } from '@app/kernel';
import { chosenEvents } from './create-webhook.js';
import { giveUpWaiting } from './webhook-delivery.sql.js';
import type { WebhookEventType } from './webhook-events.js';
import { webhookUrl, type WebhookReach } from './webhook-url.js';
import { lockWebhook, updateWebhookRow, type Webhook } from './webhook.sql.js';

export interface UpdateWebhook extends Once {
  readonly webhookId: string;
  readonly version: number;
  /** Null leaves it as it is. */
  readonly url: string | null;
  readonly description: string | null;
  readonly eventTypes: readonly WebhookEventType[] | null;
  readonly active: boolean | null;
}

/** Changes an endpoint, stops it or lets it go on; one that was disabled begins anew. What waits for a stopped one is given up. */
export function updateWebhook(
  database: Database, caller: Caller, input: UpdateWebhook, reach: WebhookReach,
): Promise<Done<{ webhook: Webhook }>> {
  return database.writeOnce(caller, 'webhook.update', input, async (tx, request) => {
    const standing = await lockStanding(tx, request.webhookId);
    if (standing.version !== request.version) throw refuseKernel('STALE_VERSION', { version: standing.version }, 'version');
    const state = request.active === null ? standing.state : request.active ? 'active' : 'stopped';
    const begun = state === 'active' && standing.state !== 'active';
    const webhook = await tx.one(updateWebhookRow, {
      id: standing.id, state, failingSince: begun ? null : standing.failingSince,
      url: request.url === null ? standing.url : webhookUrl(request.url, reach),
      description: request.description ?? standing.description,
      eventTypes: request.eventTypes === null ? standing.eventTypes : chosenEvents(request.eventTypes),
    });
    if (state !== 'active') await tx.run(giveUpWaiting, { webhookId: standing.id });
    tx.touch(standing.id);
    tx.emit({ type: 'webhook.updated', aggregateId: standing.id });
    return { webhook };
  });
}

/** Locks an endpoint that is not deleted. */
export async function lockStanding(tx: NetworkTx, webhookId: string): Promise<Webhook & { secret: Buffer; wallAt: Date }> {
  const standing = await tx.maybe(lockWebhook, { id: webhookId });
  if (!standing || standing.state === 'deleted') throw refuseKernel('NOT_FOUND', {}, 'webhookId');
  return standing;
}
