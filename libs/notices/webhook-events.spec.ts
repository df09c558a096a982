import { newId, showId } from '@app/kernel';
import { isWebhookEvent, privateEvents, webhookBody, webhookEvents, type WebhookEvent } from './webhook-events.js';

describe('The events of webhooks', () => {
  it.each(Object.entries<WebhookEvent>(webhookEvents))('%s says in both languages what it is', (type, { zh, en }) => {
    expect(type).toMatch(/^[a-z_]+\.[a-z_]+$/);
    expect(zh).toMatch(/^\p{Script=Han}+$/u);
    expect(en).toMatch(/^[A-Z][^\p{Script=Han}]+\.$/u);
    expect(privateEvents).not.toContain(type);
  });

  it('tell ids as the API shows them, in the order they came, and nothing that is not named', () => {
    const [networkId, aggregateId, callId] = [newId(), newId(), newId()];
    const body = webhookBody({
      type: 'fund.called', networkId, aggregateId, seq: 12n, recordedAt: new Date('2026-03-02T02:00:00Z'),
      payload: { callId, dueOn: '2026-03-17', phone: '13800001234' },
    });
    expect(JSON.parse(body)).toEqual({
      type: 'fund.called', timestamp: '2026-03-02T02:00:00.000Z', sequence: '12',
      data: { networkId: showId('network', networkId), fundId: showId('fund', aggregateId), callId: showId('fundCall', callId), dueOn: '2026-03-17' },
    });
  });

  it('are none that a table inherits', () => {
    expect(isWebhookEvent('constructor')).toBe(false);
  });
});
