import { newId, type Caller } from '@app/kernel';
import { listMyMessages, markMessagesRead, readerOf, registerRecipient, sendMessage, type Address, type Recipient } from '@app/notices';
import { mailerOf, type Mailer } from '../../apps/worker/src/mail.js';
import { World } from '../support/world.js';
import type { TestHands } from '../worker/support/hands.js';
import { issue } from '../worker/support/notices.js';
import { catchUp, keep, postingHands, relayAll } from './support/hooks.js';
import { startMailServer, type MailServer } from './support/mail-server.js';

const phone = '13800001234';
const tickets = new Map<string, Address>();
registerRecipient('ticket', (_tx, ref) => Promise.resolve(tickets.get(ref) ?? null));

describe('Messages', () => {
  let world: World;
  let hands: TestHands;
  let mail: MailServer;
  let mailer: Mailer;

  beforeEach(async () => {
    world = await World.make();
    hands = await postingHands(world);
    mail = await startMailServer();
    mailer = mailerOf({ url: mail.url, from: 'surety@mall.example' });
    hands.outside = { ...hands.outside, mail: mailer };
  });

  afterEach(async () => {
    mailer.close();
    await mail.close();
    await hands.close();
    await world.drop();
  });

  /** Somebody who has joined the network, for a member or for the operator. */
  const joined = async (memberId: string | null, roles: string[]): Promise<Caller> => {
    const [personId, membershipId] = [newId(), newId()];
    await world.test.asAdmin(`INSERT INTO person (id, email, display_name, password_hash) VALUES ($1, $2, 'X', '$argon2id$')`, [personId, `${personId}@people.example`]);
    await world.test.asAdmin('INSERT INTO membership (network_id, id, person_id, member_id, roles) VALUES ($1, $2, $3, $4, $5)', [world.networkId, membershipId, personId, memberId, roles]);
    return world.person({ personId, membershipId, memberId, roles });
  };

  const tell = (to: Recipient) => world.database.write(world.person(), { action: 'test.tell' }, (tx) =>
    sendMessage(tx, { to, code: 'complaint_extended', aboutId: newId(), params: { reason: '配件缺货', until: '2026-03-09' } }));
  const listOf = async (caller: Caller, unreadOnly = false) => {
    const rows = await world.database.read(caller, (tx) => tx.many(listMyMessages, { ...readerOf(caller)!, unreadOnly, before: null, count: 10 }));
    return rows.map(({ id }) => id);
  };
  const states = () => world.test.asAdmin('SELECT channel, state, attempts, via, problem FROM message_delivery ORDER BY channel, id');

  it('stand in the lists of those they are for, and in nobody else\'s', async () => {
    const [shop, rival] = [await world.member(), await world.member()];
    const [keeper, clerk, stranger] = [await joined(shop.id, ['shop']), await joined(shop.id, ['shop']), await joined(rival.id, ['shop'])];
    const [floor, desk] = [await joined(null, ['floor']), await joined(null, ['complaint_desk'])];
    const toShop = await tell({ kind: 'member', ref: shop.id });
    const toClerk = await tell({ kind: 'person', ref: clerk.personId! });
    const toFloor = await tell({ kind: 'role', ref: 'floor' });
    const toShops = await tell({ kind: 'role', ref: 'shop' }); // a role of members' people: no role of the operator
    expect(await listOf(keeper)).toEqual([toShop]);
    expect(await listOf(clerk)).toEqual([toClerk, toShop]);
    expect(await listOf(stranger)).toEqual([]);
    expect(await listOf(floor)).toEqual([toFloor]);
    expect(await listOf(desk)).toEqual([]);
    expect(await listOf({ ...floor, networkId: (await world.neighbour()).networkId })).toEqual([]);
    expect(toShops).toBeTruthy();
    // One e-mail to each who may act, by the clock of the world outside.
    expect(await world.test.asAdmin('SELECT recipient_kind, recipient_ref, count(*)::int AS n FROM message_delivery WHERE channel = $1 GROUP BY 1, 2 ORDER BY 2', ['email']))
      .toEqual([keeper, clerk, floor].map(({ personId }) => ({ recipient_kind: 'person', recipient_ref: personId, n: personId === clerk.personId ? 2 : 1 })).sort((a, b) => (a.recipient_ref! < b.recipient_ref! ? -1 : 1)));
  });

  it('are read by each for themselves, once, and only by those they are for', async () => {
    const shop = await world.member();
    const [keeper, clerk] = [await joined(shop.id, ['shop']), await joined(shop.id, ['shop'])];
    const id = await tell({ kind: 'member', ref: shop.id });
    await markMessagesRead(world.database, keeper, { ...world.key(), messageIds: [id, id] });
    await markMessagesRead(world.database, keeper, { ...world.key(), messageIds: [id] });
    expect(await listOf(keeper, true)).toEqual([]);
    expect(await listOf(clerk, true)).toEqual([id]);
    const stranger = await joined((await world.member()).id, ['shop']);
    for (const messageIds of [[id], [newId()], [id, newId()]]) {
      await expect(markMessagesRead(world.database, stranger, { ...world.key(), messageIds })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    await expect(markMessagesRead(world.database, world.person({ personId: null, apiKeyId: newId() }), { ...world.key(), messageIds: [id] })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('go out by e-mail, in words, with an id that stays', async () => {
    const shop = await world.member();
    const keeper = await joined(shop.id, ['shop']);
    await issue(world, shop.id);
    await relayAll(world, hands);
    catchUp(hands);
    mail.answer = '451 later';
    await keep('messages', hands);
    expect(await states()).toEqual([{ channel: 'email', state: 'failed', attempts: 1, via: null, problem: 'smtp_451' }]);
    mail.answer = '250 ok';
    await keep('messages', hands);
    expect(mail.got).toEqual([]);
    catchUp(hands, 61);
    await keep('messages', hands);
    await keep('messages', hands);
    const [{ id }] = (await world.test.asAdmin('SELECT id FROM message_delivery')) as [{ id: string }];
    expect(mail.got).toHaveLength(1);
    expect(mail.got[0]!.to).toBe(`${keeper.personId}@people.example`);
    expect(mail.got[0]!.data).toContain(`Message-ID: <${id}@mall.example>`);
    expect(mail.got[0]!.data).toContain(`=?UTF-8?B?${Buffer.from('新的通知书').toString('base64')}?=`);
    expect(await states()).toEqual([{ channel: 'email', state: 'sent', attempts: 2, via: 'smtp', problem: null }]);
  });

  it('are given up where the server refuses the recipient for good, where there is no address any more, and after the last of the schedule', async () => {
    const shop = await world.member();
    await joined(shop.id, ['shop']);
    await tell({ kind: 'member', ref: shop.id });
    catchUp(hands);
    mail.answer = '550 no such user here';
    await keep('messages', hands);
    expect((await states()).at(0)).toEqual({ channel: 'email', state: 'given_up', attempts: 1, via: null, problem: 'smtp_550' });
    mail.answer = '451 later';
    await tell({ kind: 'member', ref: shop.id });
    const began = Date.now() + 1_000;
    for (let days = 0; days < 10; days += 1) {
      hands.at = new Date(began + days * 86_400_000);
      await keep('messages', hands);
    }
    expect((await states()).at(1)).toMatchObject({ state: 'given_up', attempts: 8, problem: 'smtp_451' });
    await tell({ kind: 'member', ref: shop.id });
    await world.test.asAdmin(`UPDATE membership SET state = 'deactivated'`);
    catchUp(hands);
    await keep('messages', hands);
    expect((await states()).filter(({ problem }) => problem === 'no_address')).toHaveLength(1);
  });

  it('reach somebody outside by a reference alone: no address stands in any table, event or log line', async () => {
    const lines: string[] = [];
    hands.log.info = ((facts: object, words: string) => lines.push(JSON.stringify(facts) + words)) as never;
    hands.log.warn = hands.log.info;
    const ref = newId();
    tickets.set(ref, { email: `li${phone}@consumer.example`, phone, locale: 'en' });
    await tell({ kind: 'ticket', ref });
    catchUp(hands);
    mail.answer = `550 <li${phone}@consumer.example> is unknown`;
    await keep('messages', hands);
    expect(await states()).toEqual([
      { channel: 'email', state: 'given_up', attempts: 1, via: null, problem: 'smtp_550' }, { channel: 'sms', state: 'sent', attempts: 1, via: 'log', problem: null },
    ]);
    expect(await world.test.asAdmin('SELECT locale, text FROM sms_log'))
      .toEqual([{ locale: 'en', text: 'Your complaint takes longer because of 配件缺货. The new time is 2026-03-09.' }]);
    for (const table of ['message_log', 'message_delivery', 'sms_log', 'outbox_event', 'audit_record', 'request_key']) {
      expect(JSON.stringify(await world.test.asAdmin(`SELECT t::text FROM ${table} t`))).not.toContain(phone);
    }
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.join()).not.toContain(phone);
    await expect(tell({ kind: 'ticket', ref: phone })).rejects.toThrow('message_recipient_opaque');
    await expect(tell({ kind: 'ticket', ref: 'li@consumer.example' })).rejects.toThrow('message_recipient_opaque');
    await expect(tell({ kind: 'unheard_of', ref })).rejects.toThrow('No room has registered');
  });

  it('go by a provider once one is set up, with a key that stays, and again when we were cut off before we noted it', async () => {
    const sent: { to: string; key: string }[] = [];
    let cut = true;
    const send = ({ to, key }: { to: string; key: string }) => {
      sent.push({ to, key });
      return cut ? new Promise<void>(() => undefined) : Promise.resolve();
    };
    const ref = newId();
    tickets.set(ref, { email: null, phone, locale: 'zh' });
    await tell({ kind: 'ticket', ref });
    const dying = await postingHands(world);
    dying.outside = { ...dying.outside, sms: { name: 'provider', send } };
    void keep('messages', dying).catch(() => undefined);
    while (sent.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    cut = false;
    hands.outside = { ...hands.outside, sms: { name: 'provider', send } };
    catchUp(hands, 100);
    await keep('messages', hands);
    expect(sent).toHaveLength(1);
    catchUp(hands, 121);
    await keep('messages', hands);
    expect(sent).toHaveLength(2);
    expect(new Set(sent.map(({ to, key }) => `${to} ${key}`)).size).toBe(1);
    expect((await states()).find(({ channel }) => channel === 'sms')).toEqual({ channel: 'sms', state: 'sent', attempts: 2, via: 'provider', problem: null });
    await dying.close();
  });
});
