import { replayWebhook, updateWebhook } from '@app/notices';
import { World } from '../support/world.js';
import type { TestHands } from '../worker/support/hands.js';
import { issue } from '../worker/support/notices.js';
import { catchUp, deliveries, keep, madeWebhook, postingHands, relayAll } from './support/hooks.js';
import { startReceiver, type Receiver } from './support/receiver.js';

describe('Webhooks that fail', () => {
  let world: World;
  let hands: TestHands;
  let receiver: Receiver;
  let memberId: string;

  beforeEach(async () => {
    world = await World.make();
    hands = await postingHands(world);
    receiver = await startReceiver();
    memberId = (await world.member()).id;
  });

  afterEach(async () => {
    await receiver.close();
    await hands.close();
    await world.drop();
  });

  const send = async () => {
    await relayAll(world, hands);
    catchUp(hands);
    await keep('webhooks', hands);
  };

  it('try again by the schedule with the same id and body, and are given up after three days', async () => {
    await madeWebhook(world, receiver.url);
    receiver.answer = () => 503;
    await issue(world, memberId);
    await send();
    // The clock of the world outside moves; what is not due is not tried.
    const began = Date.now();
    const waits = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400];
    let through = 0;
    for (const [i, wait] of waits.entries()) {
      hands.at = new Date(began + (through + wait - 3) * 1_000);
      await keep('webhooks', hands);
      expect(receiver.got).toHaveLength(i + 1);
      // Each attempt takes its moment from the clock as it then stands.
      through += wait + 30;
      hands.at = new Date(began + through * 1_000);
      await keep('webhooks', hands);
      expect(receiver.got).toHaveLength(i + 2);
    }
    hands.at = new Date(began + 10 * 86_400_000);
    await keep('webhooks', hands);
    expect(receiver.got).toHaveLength(10);
    expect(new Set(receiver.got.map(({ headers, body }) => `${headers['webhook-id'] as string} ${body}`)).size).toBe(1);
    expect(new Set(receiver.got.map(({ headers }) => headers['webhook-timestamp'])).size).toBe(10);
    expect(await deliveries(world)).toMatchObject([{ state: 'given_up', attempts: 10 }]);
  });

  it('are disabled after five days of failure, with a message to the administrators, and go on when somebody says so', async () => {
    const { webhook } = await madeWebhook(world, receiver.url);
    receiver.answer = () => 500;
    await issue(world, memberId);
    await send();
    await issue(world, memberId);
    await relayAll(world, hands);
    catchUp(hands, 5 * 86_400 + 60);
    await keep('webhooks', hands);
    expect(await world.test.asAdmin('SELECT state FROM webhook')).toEqual([{ state: 'disabled' }]);
    expect((await deliveries(world)).map(({ state }) => state)).toEqual(['given_up', 'given_up']);
    expect(await world.test.asAdmin('SELECT recipient_kind, recipient_ref, code, about_id FROM message_log WHERE code = $1', ['webhook_disabled']))
      .toEqual([{ recipient_kind: 'role', recipient_ref: 'operator_administrator', code: 'webhook_disabled', about_id: webhook.id }]);

    await issue(world, memberId); // missed: there is no delivery of it
    receiver.answer = () => 204;
    receiver.got.length = 0;
    await send();
    expect(receiver.got).toEqual([]);
    const { version } = (await world.test.asAdmin('SELECT version FROM webhook'))[0] as { version: number };
    const change = { url: null, description: null, eventTypes: null, active: true };
    await updateWebhook(world.database, world.person(), { ...world.key(), webhookId: webhook.id, version, ...change }, { loopback: true });
    const since = new Date(Date.now() - 3_600_000);
    const replay = { webhookId: webhook.id, since, unsentOnly: true };
    const { result } = await replayWebhook(world.database, world.person(), { ...world.key(), ...replay });
    expect(result.count).toBe(3);
    await send();
    expect(receiver.got).toHaveLength(3);
    expect((await deliveries(world)).map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
  });

  it('are disabled at once when the endpoint says that it is gone', async () => {
    await madeWebhook(world, receiver.url);
    receiver.answer = () => 410;
    await issue(world, memberId);
    await send();
    expect(await world.test.asAdmin('SELECT state FROM webhook')).toEqual([{ state: 'disabled' }]);
  });
});
