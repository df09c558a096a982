import { insertWebhookDeliveries } from '../../libs/notices/webhook-delivery.sql.js';
import { newId } from '@app/kernel';
import { World } from '../support/world.js';
import { issue } from '../worker/support/notices.js';
import { startWorker, until } from '../worker/support/process.js';
import { catchUp, deliveries, keep, madeWebhook, postingHands, relayAll } from './support/hooks.js';
import { startReceiver } from './support/receiver.js';

describe('A worker that is killed', () => {
  let world: World;

  beforeAll(async () => {
    world = await World.make();
    world.on(new Date().toISOString().slice(0, 10));
  });

  afterAll(() => world.drop());

  it('between a request and its record leaves it to the next, which sends it again with the same id', async () => {
    const receiver = await startReceiver();
    receiver.answer = () => null;
    const { secret } = await madeWebhook(world, receiver.url);
    const worker = startWorker(world.test, { WEBHOOK_LOOPBACK: 'on', LOG_LEVEL: 'trace' });
    await worker.says('worker ready');
    await issue(world, (await world.member()).id);
    await until(() => receiver.got.length === 1, 20_000);
    await worker.kill('SIGKILL');
    expect(await deliveries(world)).toEqual([{ state: 'queued', attempts: 1, tries: 1, came: null }]);
    receiver.answer = () => 204;
    const hands = await postingHands(world);
    await keep('webhooks', hands);
    expect(receiver.got).toHaveLength(1); // its claim still holds
    catchUp(hands, 61);
    await keep('webhooks', hands);
    expect(receiver.got).toHaveLength(2);
    expect(new Set(receiver.got.map(({ headers, body }) => `${headers['webhook-id'] as string}${body}`)).size).toBe(1);
    expect(await deliveries(world)).toEqual([{ state: 'sent', attempts: 2, tries: 2, came: ['204'] }]);
    // Nor did it say more than it may.
    expect(worker.output()).not.toContain(secret);
    expect(worker.output()).not.toContain(secret.slice('whsec_'.length));
    expect(worker.output()).not.toContain('webhook-signature');
    await hands.close();
    await receiver.close();
  }, 60_000);

  it('leaves no event behind and has none delivered twice, when two go on with what waits', async () => {
    const receiver = await startReceiver();
    await madeWebhook(world, receiver.url, ['member.registered']);
    for (let i = 0; i < 30; i++) await world.member();
    const [one, two] = [await postingHands(world), await postingHands(world)];
    await relayAll(world, one);
    for (const hands of [one, two]) catchUp(hands);
    await Promise.all([keep('webhooks', one), keep('webhooks', two)]);
    expect(receiver.got).toHaveLength(30);
    expect(new Set(receiver.got.map(({ headers }) => headers['webhook-id'])).size).toBe(30);
    await one.close();
    await two.close();
    await receiver.close();
  });

  it('finds one delivery of an event and endpoint, however often it was fanned out', async () => {
    const [row] = (await world.test.asAdmin('SELECT webhook_id, event_id, aggregate_id, event_type, seq FROM webhook_delivery LIMIT 1')) as Record<string, string>[];
    const again = await world.database.write(world.person(), { action: 'test.again' }, (tx) => tx.run(insertWebhookDeliveries, {
      ids: [newId()], webhookIds: [row!.webhook_id!], eventIds: [row!.event_id!], types: [row!.event_type!], aggregateIds: [row!.aggregate_id!], seqs: [BigInt(row!.seq!)],
    }));
    expect(again).toBe(0);
  });
});
