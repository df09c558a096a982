import { webhookPoster } from '../../apps/worker/src/post-webhook.js';
import { startReceiver, type Receiver } from './support/receiver.js';

const post = (url: string, resolve: (host: string) => Promise<string[]>, loopback = false) =>
  webhookPoster({ loopback, timeoutMs: 2_000, resolve })({ url, body: '{}', headers: { 'content-type': 'application/json' } });
const answering = (...addresses: string[]) => () => Promise.resolve(addresses);

describe('Posting to other people\'s endpoints', () => {
  let receiver: Receiver;

  beforeAll(async () => {
    receiver = await startReceiver();
  });

  afterAll(() => receiver.close());

  it.each([
    ['127.0.0.1'], ['::1'], ['10.0.0.5'], ['192.168.1.1'], ['172.16.3.4'], ['169.254.169.254'], ['100.64.0.1'], ['0.0.0.0'], ['fd00:ec2::254'],
    ['::ffff:127.0.0.1'], ['64:ff9b::7f00:1'], ['1.1.1.1', '127.0.0.1'], ['2606:4700::1', 'fe80::1'],
  ])('makes no connection where a name leads to %s %s', async (...addresses) => {
    expect(await post(`https://hooks.example.com:${receiver.port}/`, answering(...addresses))).toEqual({ status: null, problem: 'address_not_public' });
    expect(receiver.got).toEqual([]);
  });

  it.each(['http://127.0.0.1', 'https://[::1]', 'https://0x7f.1', 'https://[::ffff:127.0.0.1]', 'https://169.254.169.254', 'http://1.1.1.1'])(
    'makes no connection to %s, whatever was kept', async (origin) => {
      const asked: string[] = [];
      const resolve = (host: string) => Promise.resolve([asked.push(host) && '1.1.1.1']) as unknown as Promise<string[]>;
      expect(await post(`${origin}:${receiver.port}/`, resolve)).toEqual({ status: null, problem: 'address_not_public' });
      expect(asked).toEqual([]);
      expect(receiver.got).toEqual([]);
    });

  it('connects to the address that was judged, however the name changes its mind', async () => {
    let asked = 0;
    const rebinding = () => Promise.resolve([(asked += 1) === 1 ? '127.0.0.1' : '10.0.0.1']);
    expect(await post(`http://rebinding.example.com:${receiver.port}/`, rebinding, true)).toEqual({ status: 204, problem: null });
    expect(asked).toBe(1);
    expect(receiver.got.at(-1)!.headers.host).toBe(`rebinding.example.com:${receiver.port}`);
  });

  it('says in a word what went wrong', async () => {
    const closed = await startReceiver();
    await closed.close();
    expect(await post(closed.url, answering(), true)).toEqual({ status: null, problem: 'econnrefused' });
    expect(await post('https://nowhere.example.com/', () => Promise.reject(Object.assign(new Error('getaddrinfo of 13800001234'), { code: 'ENOTFOUND' }))))
      .toEqual({ status: null, problem: 'enotfound' });
    expect(await post('https://nowhere.example.com/', answering())).toEqual({ status: null, problem: 'address_not_public' });
    expect(await post('https://slow.example.com/', () => new Promise(() => undefined))).toEqual({ status: null, problem: 'timeout' });
    const plain = await post(`https://127.0.0.1:${receiver.port}/`, answering(), true);
    expect(plain.problem).toMatch(/ssl|tls|eproto/);
  });

  it('takes an endless answer for the status it began with', async () => {
    receiver.answer = () => null;
    expect(await post(receiver.url, answering(), true)).toEqual({ status: null, problem: 'timeout' });
    receiver.answer = () => 204;
  });
});
