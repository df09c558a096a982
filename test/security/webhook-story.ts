import type { Speaker } from '../support/mall.js';

/** A network's webhooks, of which the second has had something to deliver. */
export interface WebhookStory {
  readonly ids: readonly [string, string];
  readonly deliveryId: string;
}

/** Made when everything else has happened: the events before are replayed. */
export async function webhookStory(admin: Speaker, mark: string): Promise<WebhookStory> {
  const make = async (name: string) => (await admin.act('createWebhook', 'webhook { id }', {
    url: `https://hooks.example.com/${name}`, description: `${mark} ${name}`, eventTypes: ['NOTICE_ISSUED', 'FUND_RECEIVED'],
  })).webhook.id as string;
  const ids = [await make('first'), await make('second')] as const;
  await admin.act('replayWebhook', 'count', { webhookId: ids[1], since: new Date(Date.now() - 3_600_000).toISOString() });
  const { webhookDeliveries } = await admin.ask('query($w: ID!) { webhookDeliveries(webhookId: $w) { edges { node { id } } } }', { w: ids[1] });
  return { ids, deliveryId: webhookDeliveries.edges[0]!.node.id };
}
