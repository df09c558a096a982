import type { Database, Done } from '@app/database';
import type { Caller } from '@app/kernel';
import type { WebhookNamed } from './delete-webhook.js';
import { refuse } from './refusals.js';
import { lockStanding } from './update-webhook.js';

/** Leaves an event `webhook.test`, which goes to this endpoint alone, by the way of all events. */
export function testWebhook(database: Database, caller: Caller, input: WebhookNamed): Promise<Done<{ webhookId: string }>> {
  return database.writeOnce(caller, 'webhook.test', input, async (tx, request) => {
    const standing = await lockStanding(tx, request.webhookId);
    if (standing.state !== 'active') throw refuse('WEBHOOK_NOT_ACTIVE', {}, 'webhookId');
    tx.touch(standing.id);
    tx.emit({ type: 'webhook.test', aggregateId: standing.id });
    return { webhookId: standing.id };
  });
}
