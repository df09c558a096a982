import { deleteWebhook, replayWebhook, replayWebhookDelivery, rotateWebhookSecret, testWebhook } from '@app/notices';
import { showId } from '@app/kernel';
import { Webhook } from 'standardwebhooks';
import { World } from '../support/world.js';
import { issue } from '../worker/support/notices.js';
import type { TestHands } from '../worker/support/hands.js';
import { catchUp, deliveries, keep, madeWebhook, postingHands, relayAll } from './support/hooks.js';
import { startReceiver, type Received, type Receiver } from './support/receiver.js';

const headersOf = ({ headers }: Received) => headers as Record<string, string>;

describe('Webhooks', () => {
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

  it('tell an event once, signed, with ids as the API shows them and nothing else', async () => {
    const { secret } = await madeWebhook(world, receiver.url);
    const noticeId = await issue(world, memberId);
    await send();
    await send();
    expect(receiver.got).toHaveLength(1);
    const [got] = receiver.got;
    const told = new Webhook(secret).verify(got!.body, headersOf(got!));
    expect(told).toEqual({
      type: 'notice.issued', timestamp: expect.any(String), sequence: expect.stringMatching(/^\d+$/),
      data: { networkId: showId('network', world.networkId), memberId: showId('member', memberId), noticeId: showId('notice', noticeId) },
    });
    expect(headersOf(got!)['webhook-id']).toMatch(/^whd_/);
    expect(await deliveries(world)).toEqual([{ state: 'sent', attempts: 1, tries: 1, came: ['204'] }]);
  });

  it('tell only what was asked for, each endpoint by itself, and nothing of another network', async () => {
    const other = await world.neighbour();
    await madeWebhook(world, `${receiver.url}/a`, ['member.registered']);
    await madeWebhook(world, `${receiver.url}/b`, ['notice.issued', 'member.registered']);
    await madeWebhook(other, `${receiver.url}/c`, ['notice.issued', 'member.registered']);
    await issue(world, (await world.member()).id);
    await send();
    expect(receiver.got.map(({ body }) => (JSON.parse(body) as { type: string }).type).sort()).toEqual(['member.registered', 'member.registered', 'notice.issued']);
    expect(await world.test.asAdmin('SELECT DISTINCT network_id FROM webhook_delivery')).toEqual([{ network_id: world.networkId }]);
  });

  it('begin with the earliest of an aggregate, and let others pass once its first attempt has failed', async () => {
    await madeWebhook(world, receiver.url);
    const issued = [await issue(world, memberId), await issue(world, memberId), await issue(world, memberId)];
    receiver.answer = ({ body }) => (body.includes(showId('notice', issued[0]!)) ? 500 : 204);
    await send();
    const order = receiver.got.map(({ body }) => issued.findIndex((id) => body.includes(showId('notice', id))));
    expect(order).toEqual([0, 1, 2]);
    receiver.answer = () => 204;
    catchUp(hands, 10);
    await keep('webhooks', hands);
    expect(await deliveries(world)).toMatchObject([{ state: 'sent', came: ['500', '204'] }, { state: 'sent' }, { state: 'sent' }]);
  });

  it('follow no redirect, and take an endpoint that never answers for a failure that holds up nobody else', async () => {
    const deaf = await startReceiver();
    deaf.answer = () => null;
    receiver.answer = ({ headers }) => (headers['x'] ? 204 : 302);
    await hands.close();
    hands = await postingHands(world, 1_000);
    await madeWebhook(world, deaf.url);
    await madeWebhook(world, receiver.url);
    await issue(world, memberId);
    await send();
    expect(receiver.got).toHaveLength(1);
    expect((await deliveries(world)).map(({ came }) => (came as string[])[0]).sort()).toEqual(['302', 'timeout']);
    await deaf.close();
  });

  it('are signed with both secrets until the overlap ends, and with the new one alone thereafter', async () => {
    const { webhook, secret: old } = await madeWebhook(world, receiver.url);
    const { result } = await rotateWebhookSecret(world.database, world.person(), { ...world.key(), webhookId: webhook.id, overlapHours: 24 });
    await issue(world, memberId);
    await send();
    for (const secret of [old, result.secret!]) expect(new Webhook(secret).verify(receiver.got[0]!.body, headersOf(receiver.got[0]!))).toBeTruthy();
    await issue(world, memberId);
    await relayAll(world, hands);
    catchUp(hands, 25 * 3_600);
    await keep('webhooks', hands);
    const later = receiver.got[1]!;
    const by = (secret: string) => new Webhook(secret).sign(headersOf(later)['webhook-id']!, new Date(Number(headersOf(later)['webhook-timestamp']) * 1_000), later.body);
    expect(headersOf(later)['webhook-signature']).toBe(by(result.secret!));
  });

  it('send one delivery again, or all since an instant, with the ids they had', async () => {
    const { webhook } = await madeWebhook(world, receiver.url);
    await issue(world, memberId);
    await issue(world, memberId);
    await send();
    const [{ id: deliveryId }] = (await world.test.asAdmin('SELECT id FROM webhook_delivery ORDER BY seq')) as [{ id: string }];
    await replayWebhookDelivery(world.database, world.person(), { ...world.key(), deliveryId });
    await send();
    const ids = () => receiver.got.map(({ headers }) => headers['webhook-id'] as string);
    expect(ids()).toHaveLength(3);
    expect(ids()[2]).toBe(showId('webhookDelivery', deliveryId));
    const replay = (since: Date, unsentOnly: boolean) =>
      replayWebhook(world.database, world.person(), { ...world.key(), webhookId: webhook.id, since, unsentOnly });
    expect((await replay(new Date(Date.now() - 60_000), true)).result.count).toBe(0);
    expect((await replay(new Date(Date.now() - 60_000), false)).result.count).toBe(2);
    await send();
    expect(new Set(ids()).size).toBe(2);
    expect(ids()).toHaveLength(5);
    await expect(replay(new Date(Date.now() - 31 * 86_400_000), false)).rejects.toMatchObject({ code: 'REPLAY_TOO_EARLY' });
  });

  it('are tested alone, whatever they have chosen, and get nothing more once they are stopped or deleted', async () => {
    const one = await madeWebhook(world, `${receiver.url}/one`, ['fund.called']);
    const two = await madeWebhook(world, `${receiver.url}/two`);
    await testWebhook(world.database, world.person(), { ...world.key(), webhookId: one.webhook.id });
    await send();
    expect(receiver.got.map(({ body }) => JSON.parse(body) as object)).toEqual([expect.objectContaining({ type: 'webhook.test', data: { networkId: expect.any(String), webhookId: showId('webhook', one.webhook.id) } })]);
    receiver.answer = () => 500;
    await issue(world, memberId);
    await send();
    await deleteWebhook(world.database, world.person(), { ...world.key(), webhookId: two.webhook.id });
    await issue(world, memberId);
    await relayAll(world, hands);
    catchUp(hands, 600);
    await keep('webhooks', hands);
    expect(receiver.got).toHaveLength(2);
    expect((await deliveries(world)).map(({ state }) => state)).toEqual(['sent', 'given_up']);
    await expect(testWebhook(world.database, world.person(), { ...world.key(), webhookId: two.webhook.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
