import { readFileSync } from 'node:fs';
import { addGate } from '../../apps/api/src/door/gate.js';
import type { Settings } from '../../apps/api/src/door/settings.js';
import { testApi, type TestApi } from '../api/support/door.js';
import { Mall, type Speaker } from '../support/mall.js';
import { attackSet, type Attack } from './attack-set.js';
import { rawRequest, type RawAnswer } from './raw-request.js';

let api: TestApi;
let finance: Speaker;
let attacks: Attack[];

beforeAll(async () => {
  api = await testApi({ issued: true });
  finance = await (await Mall.on(api, 'Ostmark')).as('FINANCE');
  attacks = attackSet(finance.token);
}, 60_000);
afterAll(() => api?.close());

// A shared machine may pause; an attack that works takes seconds.
const withinMs = 1_000;
const named = (name: string) => attacks.find((attack) => attack.name === name)!;

/** Whatever is wrong with the answer to an attack. */
function openBy({ name, codes, status }: Attack, { status: answered, text, ms }: RawAnswer): string[] {
  const said = [...text.matchAll(/"code":"(\w+)"/g)].map(([, code]) => code!);
  return [
    ...(status.includes(answered) ? [] : [`${name}: status ${answered}, not ${status.join(' or ')}: ${text.slice(-300)}`]),
    ...(codes.length === 0 || (said.length > 0 && said.every((code) => codes.includes(code))) ? [] : [`${name}: ${said.join(', ') || 'no code'}, not ${codes.join(' or ')}`]),
    ...(/did you mean/i.test(text) ? [`${name}: suggests names`] : []),
    ...(/@mall\.example|"__schema":|"types":|"data":\{/.test(text) ? [`${name}: answers data`] : []),
    ...(ms < withinMs ? [] : [`${name}: took ${Math.round(ms)} ms`]),
  ];
}

async function open(url: string, tried: readonly Attack[]): Promise<string[]> {
  const found: string[] = [];
  for (const attack of tried) {
    const first = openBy(attack, await rawRequest(url, attack.request));
    // What was only slow is tried once more: it was the machine, or it is slow again.
    found.push(...(first.length > 0 && first.every((one) => / took \d+ ms$/.test(one)) ? openBy(attack, await rawRequest(url, attack.request)) : first));
  }
  return found;
}

const healthy = async () => (await rawRequest(api.url, { method: 'GET', path: '/readyz' })).status;

describe('Every attack over HTTP', () => {
  it('is answered at once, by a clear no', async () => {
    expect(attacks.length).toBeGreaterThan(110);
    expect(await open(api.url, attacks)).toEqual([]);
  }, 60_000);

  it('leaves the process healthy, its log without an error, and whoever asks rightly served', async () => {
    expect(await healthy()).toBe(200);
    expect((await finance.ask('{ me { roles } }')).me.roles).toEqual(['FINANCE']);
    expect(api.lines.filter(({ level }) => (level as number) >= 50)).toEqual([]);
  });

  it('in numbers at once does not keep others waiting', async () => {
    const heavy = ['depth', 'fragments that double', 'tokens', 'overlapping fields in pairs', 'brackets without end', 'a bomb in gzip'].map(named);
    const flood = Promise.all(Array.from({ length: 10 }, () => heavy).flat().map((attack) => rawRequest(api.url, attack.request)));
    const began = performance.now();
    await finance.ask('{ network { id } }');
    expect(performance.now() - began).toBeLessThan(3 * withinMs);
    expect((await flood).every(({ status }) => status >= 400 && status < 500)).toBe(true);
    expect(await healthy()).toBe(200);
  }, 30_000);

  it('that sends its body drop by drop is cut off, and the connections of others are not', async () => {
    const slow = await testApi({ issued: true, env: { LIMIT_REQUEST_MS: '500' } });
    try {
      const began = performance.now();
      const answer = await rawRequest(slow.url, { headers: [['Content-Type', 'application/json'], ['Content-Length', '1000']], length: false, body: '{"query":' });
      expect([408, 0]).toContain(answer.status);
      expect(performance.now() - began).toBeLessThan(5_000);
      expect((await rawRequest(slow.url, { method: 'GET', path: '/readyz' })).status).toBe(200);
    } finally {
      await slow.close();
    }
  }, 30_000);
});

describe('The attack set', () => {
  it.each([
    ['a limit of depth that is off', { LIMIT_DEPTH: '1000', LIMIT_FIELDS: '100000' }, 'depth'],
    ['a limit of aliases that is off', { LIMIT_ALIASES: '100000', LIMIT_ROOT_FIELDS: '100000' }, 'aliases of one field'],
    ['a limit of root fields that is off', { LIMIT_ROOT_FIELDS: '100000' }, 'aliases of one query'],
    ['a limit of tokens that is off', { LIMIT_TOKENS: '100000' }, 'tokens'],
    ['a limit of fields that is off', { LIMIT_FIELDS: '100000' }, 'a field over and over'],
    ['a limit of directives that is off', { LIMIT_DIRECTIVES: '100000' }, 'directives on the operation'],
    ['a limit of cost that is off', { LIMIT_COST: '100000000' }, 'cost by a variable'],
    ['a limit of bodies that is off', { BODY_LIMIT: '100000000' }, 'a body of 300 kB'],
  ])('catches %s', async (_fault, env, name) => {
    const loose = await testApi({ issued: true, env });
    try {
      expect(await open(loose.url, [named(name)])).toContainEqual(expect.stringContaining(`${name}: `));
    } finally {
      await loose.close();
    }
  });

  it.each<[string, Partial<Settings>, string, string]>([
    ['introspection that is on', { introspection: true }, 'the schema in fragments of fragments', 'answers data'],
    ['names that are suggested', { production: false }, 'a guess of a field', 'suggests names'],
  ])('catches %s', async (_fault, settings, name, reported) => {
    const loose = await testApi({ issued: true, settings });
    try {
      expect(await open(loose.url, [named(name)])).toContain(`${name}: ${reported}`);
    } finally {
      await loose.close();
    }
  });

  /** The schema as it is served where nothing is set. */
  async function plainDoor<R>(work: (url: string) => Promise<R>): Promise<R> {
    const [{ default: fastify }, { default: mercurius }] = [await import('fastify'), await import('mercurius')];
    const plain = fastify();
    await plain.register(mercurius, { schema: readFileSync('schema.graphql', 'utf8'), allowBatchedQueries: true });
    try {
      return await work(await plain.listen({ port: 0, host: '127.0.0.1' }));
    } finally {
      await plain.close();
    }
  }

  it.each([
    ['batches that are taken', 'a batch'],
    ['GET that is answered', 'GET {me{email}}'],
    ['a type that a page elsewhere may send', 'content type application/graphql'],
    ['the schema told to whoever asks', 'the schema'],
    ['two mutations at a time', 'two mutations'],
    ['a door that measures nothing', 'depth'],
    ['a door that prices nothing', 'cost'],
    ['a door that counts no tokens', 'variables by the thousand'],
  ])('catches %s', async (_fault, name) => {
    expect(await plainDoor((url) => open(url, [named(name)]))).toContainEqual(expect.stringMatching(/: (status|answers|no code|suggests)/));
  });

  it('catches a door without its gate, for forms and for GET', async () => {
    const { default: fastify } = await import('fastify');
    const gateless = fastify();
    gateless.addContentTypeParser('text/plain', (_request, _body, done) => done(null, {}));
    gateless.route({ method: ['GET', 'POST'], url: '/graphql', handler: async () => ({ data: { me: {} } }) });
    const gated = fastify();
    addGate(gated, { limits: {} } as never);
    gated.route({ method: ['GET', 'POST'], url: '/graphql', handler: async () => ({ data: { me: {} } }) });
    const tried = [named('content type text/plain'), named('GET mutation{logOut{ended}}')];
    try {
      const found = await open(await gateless.listen({ port: 0 }), tried);
      expect(found).toContain('content type text/plain: answers data');
      expect(found).toContain('GET mutation{logOut{ended}}: answers data');
      expect(await open(await gated.listen({ port: 0 }), tried)).toEqual([]);
    } finally {
      await Promise.all([gateless.close(), gated.close()]);
    }
  });
});
