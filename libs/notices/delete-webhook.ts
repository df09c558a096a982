import type { Database, Done, Once } from '@app/database';
import type { Caller } from '@app/kernel';
import { lockStanding } from './update-webhook.js';
import { giveUpWaiting } from './webhook-delivery.sql.js';
import { updateWebhookRow } from './webhook.sql.js';

export interface WebhookNamed extends Once {
  readonly webhookId: string;
}

/** Ends an endpoint for good: it gets nothing more and is shown no more; its row and its deliveries stay as the record. */
export function deleteWebhook(database: Database, caller: Caller, input: WebhookNamed): Promise<Done<{ webhookId: string }>> {
  return database.writeOnce(caller, 'webhook.delete', input, async (tx, request) => {
    const standing = await lockStanding(tx, request.webhookId);
    await tx.one(updateWebhookRow, { ...standing, state: 'deleted' });
    await tx.run(giveUpWaiting, { webhookId: standing.id });
    tx.touch(standing.id);
    tx.emit({ type: 'webhook.deleted', aggregateId: standing.id });
    return { webhookId: standing.id };
  });
}
