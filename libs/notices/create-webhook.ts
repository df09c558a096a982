import { shownOnce, type Database, type Done, type KeyOnly } from '@app/database';
import { newId, type Caller } from '@app/kernel';
import { refuse } from './refusals.js';
import type { WebhookEventType } from './webhook-events.js';
import { newWebhookSecret, sealSecret } from './webhook-secret.js';
import { webhookUrl, type WebhookReach } from './webhook-url.js';
import { countWebhooks, insertWebhook, type Webhook } from './webhook.sql.js';

const mostWebhooks = 50n;

export interface CreateWebhook extends KeyOnly {
  readonly url: string;
  readonly description: string;
  readonly eventTypes: readonly WebhookEventType[];
}

/** Makes an endpoint to which events go from here on; its secret is shown in this answer and never again. */
export async function createWebhook(
  database: Database, caller: Caller, input: CreateWebhook, reach: WebhookReach,
): Promise<Done<{ webhook: Webhook; secret: string | null }>> {
  const secret = newWebhookSecret();
  const done = await database.writeOnce(caller, 'webhook.create', input, async (tx, request) => {
    const url = webhookUrl(request.url, reach);
    const eventTypes = chosenEvents(request.eventTypes);
    const { count } = await tx.one(countWebhooks, {});
    if (count >= mostWebhooks) throw refuse('TOO_MANY_WEBHOOKS', { most: mostWebhooks.toString() });
    const id = newId();
    const webhook = await tx.one(insertWebhook, {
      id, url, description: request.description, eventTypes, createdBy: caller.personId,
      secret: sealSecret(database, { networkId: caller.networkId, webhookId: id }, secret),
    });
    tx.touch(id);
    tx.emit({ type: 'webhook.created', aggregateId: id });
    return { webhook };
  });
  return shownOnce(done, 'secret', secret);
}

/** The chosen events, each once and in one order. */
export function chosenEvents(types: readonly WebhookEventType[]): WebhookEventType[] {
  if (types.length === 0) throw refuse('WEBHOOK_EVENTS_EMPTY', {}, 'eventTypes');
  return [...new Set(types)].sort();
}
