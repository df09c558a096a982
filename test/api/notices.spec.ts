import { Webhook } from 'standardwebhooks';
import { Mall } from '../support/mall.js';

describe('Messages and webhooks on the API', () => {
  let mall: Mall;

  beforeAll(async () => {
    mall = await Mall.open();
  });

  afterAll(() => mall.api.close());

  const url = 'https://hooks.example.com/surety';

  it('shows a webhook\'s secret once, and keeps it out of the log, the database and every other answer', async () => {
    const admin = await mall.as('OPERATOR_ADMINISTRATOR');
    const input = { idempotencyKey: 'one webhook', url, eventTypes: ['FUND_CALLED', 'NOTICE_ISSUED', 'FUND_CALLED'] };
    const made = await admin.act('createWebhook', 'secret replayed webhook { id eventTypes state version failingSince previousUntil }', input);
    expect(made.webhook).toMatchObject({ eventTypes: ['FUND_CALLED', 'NOTICE_ISSUED'], state: 'ACTIVE', version: 1, failingSince: null });
    expect(() => new Webhook(made.secret)).not.toThrow();
    const again = await admin.act('createWebhook', 'secret replayed webhook { id }', input);
    expect([again.replayed, again.secret, again.webhook.id]).toEqual([true, null, made.webhook.id]);
    const rotated = await admin.act('rotateWebhookSecret', 'secret webhook { previousUntil version }', { webhookId: made.webhook.id });
    expect(rotated.secret).not.toBe(made.secret);
    expect(rotated.webhook.previousUntil).not.toBeNull();
    for (const secret of [made.secret, rotated.secret]) {
      const bare = secret.slice('whsec_'.length);
      expect(JSON.stringify(mall.api.lines)).not.toContain(bare);
      for (const table of ['webhook', 'request_key', 'audit_record', 'outbox_event']) {
        expect(JSON.stringify(await mall.api.test.asAdmin(`SELECT t::text FROM ${table} t`))).not.toContain(bare);
      }
      expect(await mall.api.test.asAdmin('SELECT FROM webhook WHERE secret = $1 OR previous_secret = $1', [Buffer.from(bare, 'base64')])).toEqual([]);
    }
  });

  it('refuses what would lead into the house, names the field, and makes nothing', async () => {
    const admin = await mall.as('OPERATOR_ADMINISTRATOR');
    const count = async () => (await admin.ask('{ webhooks { id } }')).webhooks.length;
    const before = await count();
    const cases = [
      ['https://169.254.169.254/latest/meta-data', 'WEBHOOK_ADDRESS_NOT_PUBLIC'], ['http://127.0.0.1:5432/', 'WEBHOOK_URL_UNFIT'], ['https://localhost/', 'WEBHOOK_ADDRESS_NOT_PUBLIC'],
      ['http://hooks.example.com/', 'WEBHOOK_URL_UNFIT'], ['nonsense', 'WEBHOOK_URL_UNFIT'],
    ];
    for (const [bad, code] of cases) expect(await admin.refusal('createWebhook', { url: bad, eventTypes: ['FUND_CALLED'] })).toBe(code);
    expect(await admin.refusal('createWebhook', { url, eventTypes: [] })).toBe('WEBHOOK_EVENTS_EMPTY');
    expect(await count()).toBe(before);
  });

  it('changes a webhook as it was seen, stops it, and ends it', async () => {
    const admin = await mall.as('OPERATOR_ADMINISTRATOR');
    const { webhook } = await admin.act('createWebhook', 'webhook { id }', { url, eventTypes: ['FUND_CALLED'] });
    const stopped = await admin.act('updateWebhook', 'webhook { state version url }', { webhookId: webhook.id, version: 1, active: false });
    expect(stopped.webhook).toEqual({ state: 'STOPPED', version: 2, url });
    expect(await admin.refusal('updateWebhook', { webhookId: webhook.id, version: 1, active: true })).toBe('STALE_VERSION');
    expect(await admin.refusal('testWebhook', { webhookId: webhook.id })).toBe('WEBHOOK_NOT_ACTIVE');
    await admin.act('deleteWebhook', 'webhookId', { webhookId: webhook.id });
    expect(await admin.refusal('updateWebhook', { webhookId: webhook.id, version: 3, active: true })).toBe('NOT_FOUND');
    expect(JSON.stringify(await admin.ask('{ webhooks { id } }'))).not.toContain(webhook.id);
  });

  it('RO-1 leaves webhooks to the operator administrator: nobody else makes one, and nobody of a member', async () => {
    for (const role of ['FINANCE', 'COMPLAINT_DESK', 'ACCOUNTS_AUDITOR']) {
      const speaker = await mall.as(role);
      await expect(speaker.ask('{ webhooks { id } }')).rejects.toThrow('FORBIDDEN');
      await expect(speaker.act('createWebhook', 'secret', { url, eventTypes: ['FUND_CALLED'] })).rejects.toThrow('FORBIDDEN');
    }
  });

  it('puts a message into words of the reader\'s language, and keeps it as read for that reader alone', async () => {
    const [floor, colleague] = [await mall.as('FLOOR'), await mall.another('FLOOR')];
    const [row] = (await mall.api.test.asAdmin(`
      INSERT INTO message_log (network_id, id, recipient_kind, recipient_ref, code, params, told_at)
      SELECT network_id, gen_random_uuid(), 'role', 'floor', 'fund_called', '{"amount": "5.00 CNY", "dueOn": "2026-03-17"}', now() FROM membership
      WHERE 'floor' = ANY (roles) LIMIT 1 RETURNING id`)) as [{ id: string }];
    expect(row.id).toBeTruthy();
    const list = '{ myMessages(unreadOnly: true) { edges { node { id code title text aboutId readAt deliveries { state } } } } }';
    const of = async (token: string, language: string) =>
      ((await mall.api.ask(list, { as: token, headers: { 'accept-language': language } })).body.data as { myMessages: { edges: { node: Record<string, string> }[] } }).myMessages.edges.map(({ node }) => node);
    const [told] = await of(floor.token, 'en');
    expect(told).toMatchObject({ code: 'FUND_CALLED', text: 'Your fund lacks 5.00 CNY. Please pay it in by 2026-03-17.', aboutId: null, readAt: null, deliveries: [] });
    expect((await of(floor.token, 'zh-CN'))[0]!.text).toBe('贵方资金账户需补足 5.00 CNY，请于 2026-03-17 前缴纳。');
    await floor.act('markMessagesRead', 'messageIds', { messageIds: [told!.id] });
    expect(await of(floor.token, 'en')).toEqual([]);
    expect(await of(colleague.token, 'en')).toHaveLength(1);
    const desk = await mall.as('COMPLAINT_DESK');
    expect(await desk.refusal('markMessagesRead', { messageIds: [told!.id] })).toBe('NOT_FOUND');
  });
});
