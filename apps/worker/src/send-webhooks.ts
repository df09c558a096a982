import type { Caller } from '@app/kernel';
import { claimWebhooks, recordWebhookAttempt, type OutgoingWebhook } from '@app/notices';
import type { Hands } from './hands.js';

/** Posts what is due at one endpoint, until nothing more is: claimed, posted outside of any transaction, recorded one by one. */
export async function sendWebhooks(hands: Hands, caller: Caller, webhookId: string, ending: AbortSignal): Promise<void> {
  while (!ending.aborted) {
    const claimed = await claimWebhooks(hands.database, caller, webhookId, hands.clock());
    if (claimed.length === 0) return;
    await Promise.all(claimed.map((webhook) => postOne(hands, caller, webhook)));
  }
}

async function postOne(hands: Hands, caller: Caller, webhook: OutgoingWebhook): Promise<void> {
  const { webhookId, deliveryId, attempt } = webhook;
  const { status, problem } = await hands.outside.post(webhook);
  await recordWebhookAttempt(hands.database, caller, { webhookId, deliveryId, attempt, status, problem, at: hands.clock() });
  hands.log.debug({ webhookId, deliveryId, attempt, status, problem }, 'webhook posted');
}
