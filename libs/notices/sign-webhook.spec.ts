import { Webhook } from 'standardwebhooks';
import { signWebhook } from './sign-webhook.js';
import { newWebhookSecret } from './webhook-secret.js';

const body = '{"type":"fund.called"}';
const at = new Date();
const earlier = (seconds: number) => new Date(at.getTime() - seconds * 1_000);

describe('A signed webhook', () => {
  const secret = newWebhookSecret();
  const { headers } = signWebhook([secret], 'whd_1', at, body);
  const verify = (given: Record<string, string>, text = body, by = secret) => new Webhook(by).verify(text, given);

  it('is verified by the library of Standard Webhooks', () => {
    expect(verify({ ...headers })).toEqual({ type: 'fund.called' });
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  });

  it.each<[string, () => unknown]>([
    ['another body', () => verify({ ...headers }, '{"type":"fund.drawn"}')],
    ['another id', () => verify({ ...headers, 'webhook-id': 'whd_2' })],
    ['another instant', () => verify({ ...headers, 'webhook-timestamp': String(Math.floor(at.getTime() / 1_000) - 1) })],
    ['another secret', () => verify({ ...headers }, body, newWebhookSecret())],
    ['an instant long past', () => verify({ ...signWebhook([secret], 'whd_1', earlier(600), body).headers })],
    ['an instant still to come', () => verify({ ...signWebhook([secret], 'whd_1', earlier(-600), body).headers })],
  ])('is refused with %s', (_, verifying) => {
    expect(verifying).toThrow();
  });

  it('is verified with either secret while both are good', () => {
    const next = newWebhookSecret();
    const both = signWebhook([next, secret], 'whd_1', at, body).headers;
    expect(both['webhook-signature']!.split(' ')).toHaveLength(2);
    expect(verify({ ...both })).toBeTruthy();
    expect(verify({ ...both }, body, next)).toBeTruthy();
  });
});
