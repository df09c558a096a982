import { localFiles } from '@app/files';
import { tmpdir } from 'node:os';
import { createWebhook, type Webhook, type WebhookEventType } from '@app/notices';
import { webhookPoster } from '../../../apps/worker/src/post-webhook.js';
import { react } from '../../../apps/worker/src/react.js';
import { relay, type ReactJob } from '../../../apps/worker/src/relay.js';
import { schedule } from '../../../apps/worker/src/schedule.js';
import type { World } from '../../support/world.js';
import { handsOf, type TestHands } from '../../worker/support/hands.js';

const never = new AbortController().signal;

export interface MadeWebhook {
  readonly webhook: Webhook;
  readonly secret: string;
}

/** A webhook as an administrator makes it, where this machine may be reached. */
export async function madeWebhook(world: World, url: string, eventTypes: readonly WebhookEventType[] = ['notice.issued']): Promise<MadeWebhook> {
  const { result } = await createWebhook(world.database, world.person(), { ...world.key(), url, description: '', eventTypes }, { loopback: true });
  return { webhook: result.webhook, secret: result.secret! };
}

/** A worker that posts to this machine, on the clock until it is moved. */
export async function postingHands(world: World, timeoutMs = 5_000): Promise<TestHands> {
  const hands = await handsOf(world);
  hands.outside = { mail: null, sms: null, post: webhookPoster({ loopback: true, timeoutMs }) };
  catchUp(hands);
  return hands;
}

/** To the clock, and a little beyond what the database has just written down. */
export function catchUp(hands: TestHands, aheadSeconds = 0): void {
  hands.at = new Date(Date.now() + aheadSeconds * 1_000 + 100);
}

/** Hands all events on and has them reacted to. */
export async function relayAll(world: World, hands: TestHands): Promise<void> {
  while (await relay(hands.worklist, hands.reactions));
  const jobs = await world.test.asAdmin('SELECT payload FROM graphile_worker._private_jobs ORDER BY id');
  for (const { payload } of jobs) await react(hands, payload as ReactJob, never);
  await world.test.asAdmin('DELETE FROM graphile_worker._private_jobs');
}

/** A duty as a worker keeps it, until nothing of it is due or under way. */
export async function keep(name: 'webhooks' | 'messages', hands: TestHands): Promise<void> {
  const duty = schedule(1_000, localFiles(tmpdir())).find((known) => known.name === name)!;
  while (await duty.run(hands, never));
}

export const deliveries = (world: World): Promise<Record<string, unknown>[]> => world.test.asAdmin(`
  SELECT state, attempts, tries, (SELECT array_agg(coalesce(a.status::text, a.problem) ORDER BY a.attempt) FROM webhook_attempt a WHERE a.delivery_id = d.id) AS came
  FROM webhook_delivery d ORDER BY seq, webhook_id`);
