import { webhookUrl } from './webhook-url.js';

const strict = { loopback: false };
const developing = { loopback: true };
const refusal = (work: () => unknown): string => {
  try {
    work();
    return 'accepted';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('The URL of a webhook', () => {
  it.each(['https://hooks.example.com/surety?k=1', 'https://example.cn:8443/', 'https://1.1.1.1/', 'https://[2606:4700:4700::1111]/'])(
    'may be %s', (url) => expect(webhookUrl(url, strict)).toBe(url));

  it.each([
    ['', 'WEBHOOK_URL_UNFIT'], ['hooks', 'WEBHOOK_URL_UNFIT'], ['ftp://example.com/', 'WEBHOOK_URL_UNFIT'], ['http://example.com/', 'WEBHOOK_URL_UNFIT'],
    ['https://me:pw@example.com/', 'WEBHOOK_URL_UNFIT'], ['https://example.com/#x', 'WEBHOOK_URL_UNFIT'], [`https://example.com/${'x'.repeat(500)}`, 'WEBHOOK_URL_UNFIT'],
    ['https://127.0.0.1/', 'WEBHOOK_ADDRESS_NOT_PUBLIC'], ['https://localhost/', 'WEBHOOK_ADDRESS_NOT_PUBLIC'], ['https://a.localhost/', 'WEBHOOK_ADDRESS_NOT_PUBLIC'],
    ['https://2130706433/', 'WEBHOOK_ADDRESS_NOT_PUBLIC'], ['https://0x7f.1/', 'WEBHOOK_ADDRESS_NOT_PUBLIC'], ['https://0177.0.0.1/', 'WEBHOOK_ADDRESS_NOT_PUBLIC'],
    ['https://10.1.2.3/', 'WEBHOOK_ADDRESS_NOT_PUBLIC'], ['https://[::1]/', 'WEBHOOK_ADDRESS_NOT_PUBLIC'], ['https://[::ffff:10.0.0.1]/', 'WEBHOOK_ADDRESS_NOT_PUBLIC'],
    ['https://169.254.169.254/latest/', 'WEBHOOK_ADDRESS_NOT_PUBLIC'], ['https://metadata.google.internal/', 'WEBHOOK_ADDRESS_NOT_PUBLIC'],
    ['https://printer/', 'WEBHOOK_ADDRESS_NOT_PUBLIC'], ['https://printer.local./', 'WEBHOOK_ADDRESS_NOT_PUBLIC'],
  ])('may not be %s', (url, code) => expect(refusal(() => webhookUrl(url, strict))).toBe(code));

  it('may be on this machine only while somebody develops', () => {
    expect(webhookUrl('http://127.0.0.1:4000/hook', developing)).toBe('http://127.0.0.1:4000/hook');
    expect(webhookUrl('http://localhost:4000/', developing)).toBe('http://localhost:4000/');
    expect(refusal(() => webhookUrl('http://10.0.0.1/', developing))).toBe('WEBHOOK_URL_UNFIT');
    expect(refusal(() => webhookUrl('https://10.0.0.1/', developing))).toBe('WEBHOOK_ADDRESS_NOT_PUBLIC');
  });
});
