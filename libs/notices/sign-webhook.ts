import { Webhook } from 'standardwebhooks';

export interface SignedWebhook {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Signs a body by the rules of Standard Webhooks, once with each secret that is good: during an overlap either verifies it. */
export function signWebhook(secrets: readonly string[], id: string, at: Date, body: string): SignedWebhook {
  return {
    body,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'surety-webhooks/1',
      'webhook-id': id,
      'webhook-timestamp': Math.floor(at.getTime() / 1_000).toString(),
      'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
    },
  };
}
