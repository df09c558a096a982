import { request as httpRequest } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { codesOf, testApi, type TestApi } from './support/door.js';
import { shelfId } from './support/shelf.js';
import { loaded, PutPayloadResolver, ShelfResolver } from './support/shelf.resolver.js';

let api: TestApi;
beforeAll(async () => {
  api = await testApi({ resolvers: [ShelfResolver, PutPayloadResolver], poolSize: 2, env: { LIMIT_OPERATION_MS: '1500' } });
});
afterAll(() => api.close());

const pool = () => (api.database.source.driver as unknown as { master: Pool }).master;

/** No connection is out, and those in the pool are in no transaction. */
async function expectAllBack(): Promise<void> {
  for (let i = 0; i < 200 && pool().totalCount !== pool().idleCount; i++) await sleep(25);
  expect({ out: pool().totalCount - pool().idleCount, waiting: pool().waitingCount }).toEqual({ out: 0, waiting: 0 });
  const [row] = await api.test.asAdmin(`SELECT count(*)::int AS open FROM pg_stat_activity WHERE datname = current_database() AND usename = 'surety_app' AND state LIKE 'idle in%'`);
  expect(row).toEqual({ open: 0 });
}

test('all fields of one query are of one moment and one connection', async () => {
  const { body } = await api.ask('{ a: moment b: moment shelves(first: 3) { edges { node { n box { label } } } } c: moment }');
  const { a, b, c } = body.data as Record<string, string>;
  expect(new Set([a, b, c]).size).toBe(1);
  await expectAllBack();
});

test('two queries are of two moments', async () => {
  const moments = await Promise.all([1, 2].map(async () => (await api.ask('{ moment }')).body.data?.moment));
  expect(new Set(moments).size).toBe(2);
});

test('a loader runs once for all parents, compiled or not', async () => {
  for (let i = 0; i < 4; i++) {
    loaded.length = 0;
    const { body } = await api.ask('{ shelves(first: 50) { edges { node { n box { label } } } } }');
    expect(loaded).toEqual([50]);
    expect((body.data as { shelves: { edges: { node: object }[] } }).shelves.edges[49]).toEqual({ node: { n: 50, box: { label: 'box of 050' } } });
  }
});

test('no path keeps a connection: 200 queries that fail in the database on a pool of two', async () => {
  const answers = await Promise.all(Array.from({ length: 200 }, (_, i) => api.ask(i % 2 ? '{ broken }' : '{ thrown }')));
  for (const answer of answers) {
    expect(codesOf(answer)).toEqual(['INTERNAL']);
    expect(JSON.stringify(answer.body)).not.toMatch(/secret-detail|hunter2|invalid input syntax/);
  }
  await expectAllBack();
}, 60_000);

test('no path keeps a connection: refused, not permitted, malformed, one field failing beside another', async () => {
  const queries = ['{ moment refused }', '{ moment broken }', '{ broken moment }', '{ moment thrown a: moment }', '{ moment nothing }', '{ moment shelf(id: "x") { id } }', '{ moment '];
  for (let i = 0; i < 40; i++) await api.ask(queries[i % queries.length]!, { as: i % 5 ? 'reader' : 'nobody' });
  await expectAllBack();
});

test('a client that goes away leaves nothing behind', async () => {
  await Promise.all(Array.from({ length: 20 }, async (_, i) => {
    const { hostname, port } = new URL(api.url);
    const payload = JSON.stringify({ query: '{ slow(seconds: 1) }' });
    const asked = httpRequest({ hostname, port, method: 'POST', path: '/graphql', headers: { 'content-type': 'application/json', authorization: 'Bearer reader', 'content-length': Buffer.byteLength(payload) } });
    asked.on('error', () => undefined);
    asked.end(payload);
    await sleep(20 * i);
    asked.destroy();
  }));
  await expectAllBack();
  expect(codesOf(await api.ask('{ moment }'))).toEqual([]);
}, 60_000);

test('a query that takes too long ends as TIMEOUT, and gives its connection back', async () => {
  expect(codesOf(await api.ask('{ slow(seconds: 2) }'))).toEqual(['TIMEOUT']);
  await expectAllBack();
}, 60_000);

test('where the database gives way under a query the answer is UNAVAILABLE and may be tried again', async () => {
  await api.test.asAdmin(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename = 'surety_app'`);
  const running = api.ask('{ slow(seconds: 1) }');
  await sleep(300);
  await api.test.asAdmin(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename = 'surety_app'`);
  const { body } = await running;
  expect(body.errors?.[0]?.extensions).toMatchObject({ code: 'UNAVAILABLE', retryable: true });
  expect(codesOf(await api.ask('{ moment }'))).toEqual([]);
  await expectAllBack();
});

test('a stop lets what is under way end, and takes nothing more', async () => {
  const stopping = await testApi({ resolvers: [ShelfResolver, PutPayloadResolver], poolSize: 2 });
  const running = stopping.ask('{ slow(seconds: 1) }');
  await sleep(300);
  const stopped = stopping.stop();
  expect((await running).body.data).toEqual({ slow: 'done' });
  await stopped;
  await expect(fetch(`${stopping.url}/healthz`)).rejects.toThrow();
  expect(stopping.database.source.isInitialized).toBe(false);
  await stopping.test.drop();
});

describe('a connection', () => {
  const page = 'query ($first: Int, $after: String) { shelves(first: $first, after: $after) { edges { cursor node { n } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }';
  type Shelves = { edges: { cursor: string; node: { n: number } }[]; pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string } };

  test('goes through the whole list by its cursors, each row once', async () => {
    const seen: number[] = [];
    let after: string | null = null;
    do {
      const { body } = await api.ask(page, { variables: { first: 100, after } });
      const { edges, pageInfo } = (body.data as { shelves: Shelves }).shelves;
      expect(pageInfo.hasPreviousPage).toBe(after !== null);
      seen.push(...edges.map(({ node }) => node.n));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual(Array.from({ length: 250 }, (_, i) => i + 1));
  });

  test('is counted only when asked to be', async () => {
    loaded.length = 0;
    await api.ask('{ shelves(first: 1) { edges { node { n } } } }');
    expect(loaded).toEqual([]);
    expect((await api.ask('{ shelves(first: 1) { totalCount } }')).body.data).toEqual({ shelves: { totalCount: 250 } });
    expect(loaded).toEqual([-1]);
  });

  test('holds twenty unless told otherwise', async () => {
    const { body } = await api.ask('{ shelves { edges { node { n } } } }');
    expect((body.data as { shelves: Shelves }).shelves.edges).toHaveLength(20);
  });

  test.each([
    ['no row at all', { first: 0 }], ['fewer than none', { first: -1 }], ['more than a hundred', { first: 101 }],
    ['a cursor that is none', { after: 'nonsense' }],
    ['a cursor of another list', { after: Buffer.from('["funds","00000000-0000-7000-8000-000000000007"]').toString('base64url') }],
    ['a cursor with SQL in it', { after: Buffer.from('["shelf","\' OR 1=1"]').toString('base64url') }],
  ])('refuses %s', async (_, variables) => {
    expect(codesOf(await api.ask(page, { variables }))).toEqual(['INVALID_INPUT']);
  });
});

test('an id that is malformed, of another kind or missing is NOT_FOUND alike', async () => {
  const { body } = await api.ask('{ shelf(id: "rmd_x") { id } }');
  const { body: other } = await api.ask(`{ shelf(id: "${shelfId(1).replace('rmd', 'mbr')}") { id } }`);
  expect({ ...body.errors?.[0]?.extensions, requestId: '' }).toEqual({ ...other.errors?.[0]?.extensions, requestId: '' });
  expect(body.errors?.[0]).toMatchObject({ message: 'Not found.', extensions: { code: 'NOT_FOUND' } });
});

test('node answers by the type of the row', async () => {
  const { body } = await api.ask(`{ node(id: "${shelfId(3)}") { __typename id ... on Shelf { n held { amount } } } }`);
  expect(body.data?.node).toEqual({ __typename: 'Shelf', id: shelfId(3), n: 3, held: { amount: '3.00' } });
  expect((await api.ask(`{ node(id: "${shelfId(3)}") { id } }`, { as: 'nobody' })).body.data).toEqual({ node: null });
});

test('a field that is not the caller\'s to see is null, and said once', async () => {
  const { body } = await api.ask('{ shelves(first: 50) { edges { node { n hidden { label } worth { amount } } } } }');
  expect(body.errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([
    [['shelves', 'edges', 0, 'node', 'worth'], 'FORBIDDEN'],
    [['shelves', 'edges', 0, 'node', 'hidden'], 'FORBIDDEN'],
  ]);
  expect((body.data as { shelves: { edges: object[] } }).shelves.edges[49]).toEqual({ node: { n: 50, hidden: null, worth: null } });
});
