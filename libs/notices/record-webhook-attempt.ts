import type { Database, NetworkTx } from '@app/database';
import type { Caller } from '@app/kernel';
import { attemptOutcome } from './attempt-outcome.js';
import { sendMessage } from './send-message.js';
import { giveUpWaiting, insertAttempt, lockDelivery, markWebhookDelivery } from './webhook-delivery.sql.js';
import { lockWebhook, markWebhookFailing, type Webhook } from './webhook.sql.js';

export interface WebhookResult {
  readonly webhookId: string;
  readonly deliveryId: string;
  readonly attempt: number;
  readonly status: number | null;
  readonly problem: string | null;
  readonly at: Date;
}

/** Records what came of a request, and what follows for the delivery and for its endpoint; once an attempt. */
export function recordWebhookAttempt(database: Database, caller: Caller, result: WebhookResult): Promise<void> {
  const { webhookId, deliveryId, attempt, status, problem, at } = result;
  return database.write(caller, { action: 'webhook.attempt' }, async (tx) => {
    const webhook = await tx.one(lockWebhook, { id: webhookId });
    const delivery = await tx.one(lockDelivery, { id: deliveryId });
    if ((await tx.run(insertAttempt, { deliveryId, attempt, attemptedAt: at, status, problem })) === 0) return;
    tx.touch(deliveryId);
    const outcome = attemptOutcome({ status, at, tries: delivery.tries, failingSince: webhook.failingSince });
    const active = webhook.state === 'active';
    // A claim that ran out is another's by now, and what was replayed meanwhile is to be sent again.
    if (delivery.attempts === attempt && (outcome.state === 'sent' || delivery.state !== 'given_up')) {
      const tried = active || outcome.state === 'sent' ? outcome : { state: 'given_up' as const, nextAt: null };
      await tx.run(markWebhookDelivery, { id: deliveryId, state: tried.state, nextAt: tried.nextAt, sentAt: tried.state === 'sent' ? at : delivery.sentAt });
    }
    if (!active) return;
    if (outcome.disable) await disable(tx, webhook, outcome.failingSince ?? at);
    else if (outcome.failingSince?.getTime() !== webhook.failingSince?.getTime()) {
      await tx.run(markWebhookFailing, { id: webhookId, failingSince: outcome.failingSince, state: 'active' });
    }
  });
}

async function disable(tx: NetworkTx, { id }: Webhook, failingSince: Date): Promise<void> {
  await tx.run(markWebhookFailing, { id, failingSince, state: 'disabled' });
  await tx.run(giveUpWaiting, { webhookId: id });
  await sendMessage(tx, {
    to: { kind: 'role', ref: 'operator_administrator' }, code: 'webhook_disabled', aboutId: id, params: { since: failingSince.toISOString() },
  });
  tx.emit({ type: 'webhook.disabled', aggregateId: id });
}
