import type { OutgoingWebhook } from '@app/notices';
import { mailerOf, type Mailer } from './mail.js';
import { webhookPoster, type Posted } from './post-webhook.js';
import type { Settings } from './settings.js';

/** A provider of short messages, as one would be set up. The key names the message: a second of the same key is none. */
export interface SmsSender {
  readonly name: string;
  send(sms: { readonly to: string; readonly text: string; readonly key: string }): Promise<void>;
}

/** What reaches out of the house. Where a channel is null, what would go by it is only logged. */
export interface Outside {
  readonly mail: Mailer | null;
  readonly sms: SmsSender | null;
  readonly post: (webhook: OutgoingWebhook) => Promise<Posted>;
}

export function outsideOf({ smtp, webhookLoopback }: Pick<Settings, 'smtp' | 'webhookLoopback'>): Outside {
  return { mail: smtp && mailerOf(smtp), sms: null, post: webhookPoster({ loopback: webhookLoopback }) };
}
