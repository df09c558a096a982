import type { Database } from '@app/database';
import { showId, type Caller } from '@app/kernel';
import { signWebhook, type SignedWebhook } from './sign-webhook.js';
import { claimWebhookDeliveries } from './webhook-delivery.sql.js';
import { webhookBody } from './webhook-events.js';
import { openSecrets } from './webhook-secret.js';
import { readForSending } from './webhook.sql.js';

/** One request to be made now, as it goes over the wire. */
export interface OutgoingWebhook extends SignedWebhook {
  readonly webhookId: string;
  readonly deliveryId: string;
  readonly attempt: number;
  readonly url: string;
}

/** Longer than any request may take. */
const leaseSeconds = 60;

/**
 * Claims what is due at an endpoint, signed and ready to be sent. Of an aggregate no event is claimed before the first
 * attempt at the one before it has ended. `at` is the clock's, which no sandbox moves.
 */
export function claimWebhooks(database: Database, caller: Caller, webhookId: string, at: Date, count = 10): Promise<readonly OutgoingWebhook[]> {
  return database.write(caller, { action: 'webhook.claim' }, async (tx) => {
    const endpoint = await tx.maybe(readForSending, { id: webhookId });
    if (!endpoint) return [];
    const { networkId } = caller;
    const secrets = openSecrets(database, { networkId, webhookId }, endpoint, at);
    const claimed = await tx.many(claimWebhookDeliveries, { webhookId, at, leaseSeconds, count });
    return claimed.map((delivery) => {
      tx.touch(delivery.id);
      const id = showId('webhookDelivery', delivery.id);
      return {
        webhookId, deliveryId: delivery.id, attempt: delivery.attempts, url: endpoint.url,
        ...signWebhook(secrets, id, at, webhookBody({ ...delivery, networkId })),
      };
    });
  });
}
