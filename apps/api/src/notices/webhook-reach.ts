import type { WebhookReach } from '@app/notices';

/** What this deployment lets webhooks reach, for Nest to hand to resolvers. */
export abstract class Reach implements WebhookReach {
  abstract readonly loopback: boolean;
}
