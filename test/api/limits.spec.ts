import { codesOf, testApi, type Answer, type TestApi } from './support/door.js';
import { PutPayloadResolver, ShelfResolver } from './support/shelf.resolver.js';

let api: TestApi;
beforeAll(async () => {
  api = await testApi({ resolvers: [ShelfResolver, PutPayloadResolver] });
});
afterAll(() => api.close());

const json = { 'content-type': 'application/json', authorization: 'Bearer reader' };
const times = (n: number, text: (i: number) => string) => Array.from({ length: n }, (_, i) => text(i)).join(' ');
const nested = (n: number): string => (n === 0 ? '__typename' : `... { shelf(id: "x") { ${nested(n - 1)} } }`);

/** The answer came, as 4xx or 200, with exactly this code. */
function expectCode(answer: Answer, code: string, status?: number): void {
  expect(codesOf(answer)).toEqual([code]);
  expect(answer.status).toBeLessThan(500);
  if (status) expect(answer.status).toBe(status);
  expect(answer.body.errors?.[0]?.extensions.requestId).toEqual(expect.any(String));
}

test.each([
  ['depth', nested(13), 'TOO_DEEP'],
  ['depth by fragments', `{ ...f0 } ${times(14, (i) => `fragment f${i} on Query { shelf(id: "x") { ${i < 13 ? `...f${i + 1}` : '__typename'} } }`)}`, 'TOO_DEEP'],
  ['aliases', `{ shelves { edges { node { ${times(31, (i) => `a${i}: n`)} } } } }`, 'TOO_MANY_ALIASES'],
  ['the same field over and over', `{ shelves { edges { node { ${times(501, () => 'n')} } } } }`, 'TOO_MANY_FIELDS'],
  ['fragments that double one another', `{ ...f0 } ${times(30, (i) => `fragment f${i} on Query { ${i < 29 ? `...f${i + 1} ...f${i + 1}` : '__typename'} }`)}`, 'TOO_MANY_FIELDS'],
  ['tokens', `{ ${times(2001, () => 'n')} }`, 'TOO_MANY_TOKENS'],
  ['directives', `{ __typename ${times(21, () => '@include(if: true)')} }`, 'TOO_MANY_DIRECTIVES'],
  ['unknown directives', `{ __typename ${times(21, (i) => `@d${i}`)} }`, 'TOO_MANY_DIRECTIVES'],
  ['top-level fields', `{ ${times(16, () => 'moment')} }`, 'TOO_MANY_ROOT_FIELDS'],
  ['fragments that contain one another', '{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }', 'BAD_REQUEST'],
  ['a fragment that contains itself', '{ ...a } fragment a on Query { __typename ...a }', 'BAD_REQUEST'],
  ['introspection', '{ __schema { types { name } } }', 'INTROSPECTION_OFF'],
  ['introspection of a type', '{ __type(name: "Shelf") { name } }', 'INTROSPECTION_OFF'],
  ['a text that is no query', '{ network { ', 'GRAPHQL_PARSE_FAILED'],
  ['nothing', '   ', 'BAD_REQUEST'],
  ['two mutations', 'mutation { a: build { replayed } b: build { replayed } }', 'ONE_MUTATION_AT_A_TIME'],
  ['two mutations in a fragment', 'mutation { ...f } fragment f on Mutation { build { replayed } ... { b: build { replayed } } }', 'ONE_MUTATION_AT_A_TIME'],
])('%s: the answer is a code of its own, and comes at once', async (_, query, code) => {
  const began = performance.now();
  expectCode(await api.ask(query.startsWith('...') ? `{ ${query} }` : query), code, 400);
  expect(performance.now() - began).toBeLessThan(500);
});

test('cost is reckoned before anything runs, by what the lists could hold, and said in every answer', async () => {
  const { body } = await api.ask('{ shelves(first: 10) { edges { node { n box { label } } } } }');
  // The list, and ten times an edge, a node, a number, a box and its label.
  expect(body.extensions?.cost).toEqual({ requested: 51, maximum: 20_000 });
  const query = 'query ($n: Int) { shelves(first: $n) { edges { node { n } } } }';
  expect((await api.ask(query, { variables: { n: 7 } })).body.extensions?.cost.requested).toBe(22);
  expect((await api.ask(query)).body.extensions?.cost.requested).toBe(61);
});

test('what costs too much is refused before it runs', async () => {
  const dear = await testApi({ resolvers: [ShelfResolver, PutPayloadResolver], env: { LIMIT_COST: '50' } });
  try {
    const answer = await dear.ask('{ shelves(first: 10) { edges { node { n box { label } } } } }');
    expectCode(answer, 'TOO_COSTLY', 400);
    expect(answer.body.errors?.[0]?.extensions).toMatchObject({ asked: 51, limit: 50 });
    for (let i = 0; i < 4; i++) expectCode(await dear.ask('query ($n: Int) { shelves(first: $n) { edges { node { n } } } }', { variables: { n: 100 } }), 'TOO_COSTLY');
    expect(codesOf(await dear.ask('query ($n: Int) { shelves(first: $n) { edges { node { n } } } }', { variables: { n: 2 } }))).toEqual([]);
  } finally {
    await dear.close();
  }
});

describe('over HTTP', () => {
  const query = JSON.stringify({ query: '{ __typename }' });

  test.each(['get', 'put', 'delete', 'patch', 'options', 'head'])('%s is not taken', async (method) => {
    const { status, headers } = await api.raw({ method, url: '/graphql?query={__typename}', headers: json });
    expect(status).toBe(405);
    expect(headers.allow).toBe('POST');
  });

  test.each([
    'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/graphql', 'application/json; charset=utf-16',
    'application/jsonp', 'text/plain; application/json', '',
  ])('the content type "%s" is not taken, so no page elsewhere can send it unasked', async (type) => {
    expectCode(await api.raw({ headers: { authorization: 'Bearer reader', 'content-type': type }, payload: query }), 'UNSUPPORTED_MEDIA_TYPE', 415);
  });

  test('JSON in UTF-8 is taken, however it is written', async () => {
    for (const type of ['application/json', 'Application/JSON; charset=UTF-8', 'application/json;charset="utf-8"']) {
      expect((await api.raw({ headers: { ...json, 'content-type': type }, payload: query })).body.data).toEqual({ __typename: 'Query' });
    }
  });

  test('a batch is refused', async () => {
    expectCode(await api.raw({ headers: json, payload: `[${query},${query}]` }), 'BATCHING_OFF', 400);
  });

  test('a body that is too large is refused, ten megabytes as well', async () => {
    for (const size of [300_000, 10_000_000]) {
      expectCode(await api.raw({ headers: json, payload: JSON.stringify({ query: '{ __typename }', variables: { x: 'y'.repeat(size) } }) }), 'BODY_TOO_LARGE', 413);
    }
  });

  test.each([
    ['no JSON', '{"query":'], ['an empty body', ''], ['null', 'null'], ['a text', '"{ __typename }"'], ['a number', '7'], ['no query', '{}'],
    ['a query that is a number', '{"query":7}'], ['a query that is null', '{"query":null}'], ['variables that are text', '{"query":"{__typename}","variables":"{}"}'],
    ['variables that are a list', '{"query":"{__typename}","variables":[1]}'], ['an operation name that is a list', '{"query":"{__typename}","operationName":["a"]}'],
    ['a prototype', '{"query":"{__typename}","__proto__":{"x":1}}'], ['an unknown operation', '{"query":"query a {__typename}","operationName":"b"}'],
    ['a document instead of a text', JSON.stringify({ query: JSON.stringify({ kind: 'Document', definitions: [] }) })],
    ['a document that is none', JSON.stringify({ query: '{"kind":"Document"}' })], ['bytes that are no UTF-8', '\ud800'],
  ])('%s is a bad request', async (_, payload) => {
    const answer = await api.raw({ headers: json, payload });
    expect(answer.status).toBe(400);
    expect(answer.body.errors?.[0]?.extensions.code).toMatch(/^(BAD_REQUEST|GRAPHQL_PARSE_FAILED|GRAPHQL_VALIDATION_FAILED)$/);
  });

  test('a path that is none is not found, and the explorer is not there', async () => {
    for (const url of ['/nothing', '/graphiql', '/graphiql/main.js']) expect((await api.raw({ method: 'get', url })).status).toBe(404);
  });
});

test('names that are nearly right are not suggested', async () => {
  for (const query of ['{ netwrk { id } }', '{ network { nam } }', '{ shelves(frst: 1) { totalCount } }', '{ node(id: "x") { ... on Shlf { n } } }']) {
    const { body } = await api.ask(query);
    expect(body.errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(JSON.stringify(body)).not.toMatch(/did you mean/i);
  }
  const { body } = await api.ask('mutation ($input: PutInput!) { put(input: $input) { replayed } }', { variables: { input: { shelfIdd: 'x' } } });
  expect(JSON.stringify(body)).not.toMatch(/did you mean/i);
  expect(new Set(body.errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['BAD_REQUEST']));
});

test('a wrong variable is a bad request whether the query is compiled or not', async () => {
  for (let i = 0; i < 4; i++) {
    const answer = await api.ask('query ($n: Int) { shelves(first: $n) { totalCount } }', { variables: { n: 'many' } });
    expectCode(answer, 'BAD_REQUEST');
  }
});

test('of a text with several operations the one that is named runs, compiled or not', async () => {
  const query = 'query a { a: __typename } query b { b: __typename } mutation c { build { replayed } }';
  for (const operationName of ['a', 'b', 'a', 'b', 'a', 'b']) {
    expect((await api.ask(query, { operationName })).body.data).toEqual({ [operationName]: 'Query' });
  }
  expect(codesOf(await api.ask(query, { operationName: 'c' }))).toEqual(['FORBIDDEN']);
  expectCode(await api.ask(query), 'BAD_REQUEST');
});

describe('where introspection and the explorer are switched on', () => {
  let open: TestApi;
  beforeAll(async () => {
    open = await testApi({ settings: { production: false, introspection: true, graphiql: true } });
  });
  afterAll(() => open.close());

  test('the schema can be asked for as tools ask for it', async () => {
    const { getIntrospectionQuery } = await import('graphql');
    const answer = await open.ask(getIntrospectionQuery({ inputValueDeprecation: true, descriptions: true }), { as: '' });
    expect(codesOf(answer)).toEqual([]);
    expect(answer.body.data?.__schema).toBeDefined();
  });

  test('it cannot be asked for without end', async () => {
    const deep = (n: number): string => (n === 0 ? 'name' : `fields { type { ${deep(n - 1)} } }`);
    expectCode(await open.ask(`{ __schema { types { ${deep(12)} } } }`), 'TOO_DEEP');
  });

  test('the explorer is there, and names are suggested', async () => {
    expect((await open.raw({ method: 'get', url: '/graphiql' })).status).toBe(200);
    expect(JSON.stringify((await open.ask('{ netwrk { id } }')).body)).toMatch(/did you mean/i);
  });
});
