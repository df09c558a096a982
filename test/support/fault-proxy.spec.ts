import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { FaultProxy } from './fault-proxy.js';

let echo: Server;
let heard: string;
let proxy: FaultProxy;
let clients: Socket[];

beforeEach(async () => {
  heard = '';
  clients = [];
  echo = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (piece) => {
      heard += piece.toString();
      socket.write(piece);
    });
  });
  await new Promise<void>((resolve) => echo.listen(0, '127.0.0.1', resolve));
  proxy = await FaultProxy.to((echo.address() as AddressInfo).port);
});
afterEach(async () => {
  for (const client of clients) client.destroy();
  await proxy.close();
  await new Promise((resolve) => echo.close(resolve));
});

/** Someone who speaks through the proxy; `answers` is all it was answered, `over` settles when it is cut off. */
function speaker() {
  const socket = connect(proxy.port, '127.0.0.1');
  clients.push(socket);
  let answers = '';
  socket.on('error', () => undefined);
  socket.on('data', (piece) => { answers += piece.toString(); });
  const over = new Promise<true>((resolve) => socket.once('close', () => resolve(true)));
  return { say: (words: string) => void socket.write(words), answers: () => answers, over };
}

const until = async (holds: () => boolean) => { for (let i = 0; i < 200 && !holds(); i++) await sleep(10); };

describe('A fault proxy', () => {
  it('passes everything on, both ways, while nothing is to go wrong', async () => {
    const one = speaker();
    one.say('x'.repeat(300_000));
    await until(() => one.answers().length === 300_000);
    expect([heard.length, one.answers().length]).toEqual([300_000, 300_000]);
  });

  it('makes words wait, in their order', async () => {
    void proxy.set({ kind: 'latency', ms: 40 });
    const one = speaker();
    const began = Date.now();
    for (const word of ['a', 'b', 'c']) one.say(word);
    await until(() => one.answers() === 'abc');
    expect(one.answers()).toBe('abc');
    expect(Date.now() - began).toBeGreaterThanOrEqual(79);
  });

  it('swallows what is said, without a word, and hears again afterwards', async () => {
    void proxy.set({ kind: 'black hole' });
    const one = speaker();
    one.say('lost');
    await sleep(50);
    void proxy.set(null);
    one.say('heard');
    await until(() => one.answers() === 'heard');
    expect([heard, one.answers()]).toEqual(['heard', 'heard']);
  });

  it.each(['reset', 'refuse'] as const)('lets nobody in while it is to %s', async (kind) => {
    void proxy.set({ kind });
    expect(await speaker().over).toBe(true);
    void proxy.set(null);
    const one = speaker();
    one.say('in');
    await until(() => one.answers() === 'in');
    expect(one.answers()).toBe('in');
  });

  it('resets the connections that stand', async () => {
    const one = speaker();
    one.say('here');
    await until(() => one.answers() === 'here');
    void proxy.set({ kind: 'reset' });
    expect(await one.over).toBe(true);
  });

  it.each([
    ['to server', 'abcde', 3, 'abc'],
    ['to client', 'abcde', 2, 'abcde'],
  ] as const)('cuts %s after so many bytes, once', async (way, words, bytes, arrived) => {
    const happened = proxy.set({ kind: 'cut after', way, bytes });
    const one = speaker();
    one.say(words);
    await Promise.all([happened, one.over]);
    await until(() => heard === arrived);
    expect(heard).toBe(arrived);
    const next = speaker();
    next.say('again');
    await until(() => next.answers() === 'again');
    expect(next.answers()).toBe('again');
  });

  it.each([
    ['cut before', ''],
    ['cut behind', 'COMMIT'],
  ] as const)('can %s words that pass, after others on the same connection', async (kind, arrived) => {
    const happened = proxy.set({ kind, way: 'to server', words: ['insert', 'COMMIT'] });
    const one = speaker();
    one.say('COMMIT without insert;');
    await until(() => one.answers().endsWith(';'));
    one.say('insert;');
    await until(() => one.answers().endsWith('insert;'));
    one.say('COMMIT');
    await Promise.all([happened, one.over]);
    await until(() => heard.endsWith(`insert;${arrived}`));
    expect(heard).toBe(`COMMIT without insert;insert;${arrived}`);
    expect(one.answers()).toBe('COMMIT without insert;insert;');
  });

  it('can let the words be answered, and keep the answer', async () => {
    const happened = proxy.set({ kind: 'cut unanswered', words: ['COMMIT'] });
    const one = speaker();
    one.say('COMMIT');
    await Promise.all([happened, one.over]);
    expect([heard, one.answers()]).toEqual(['COMMIT', '']);
  });
});
