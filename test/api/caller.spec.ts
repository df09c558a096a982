import { testApi, codesOf, type TestApi } from './support/door.js';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.close());

const network = '{ network { id name currency zone sandbox now today } }';

test('a caller with the permission gets the network they act in', async () => {
  const { status, body } = await api.ask(network);
  expect(body.errors).toBeUndefined();
  expect(status).toBe(200);
  expect(body.data?.network).toMatchObject({ id: expect.stringMatching(/^net_/), name: '东方商城', currency: 'CNY', sandbox: false });
});

test('without a good credential every operation is UNAUTHENTICATED', async () => {
  for (const headers of [{}, { authorization: 'Bearer wrong' }, { authorization: 'Basic reader' }, { authorization: 'Bearer reader', 'x-api-key': 'sk_integrator' }] as Record<string, string>[]) {
    const answer = await api.ask(network, { as: '', headers });
    expect(codesOf(answer)).toEqual(['UNAUTHENTICATED']);
    expect(answer.body.data).toBeNull();
  }
});

test('without the permission the answer is FORBIDDEN, with the request id', async () => {
  const answer = await api.ask(network, { as: 'nobody', headers: { 'x-request-id': 'trace-1234' } });
  expect(answer.body.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', requestId: 'trace-1234' });
  expect(answer.headers['x-request-id']).toBe('trace-1234');
});

test('an API key stands in either header', async () => {
  for (const headers of [{ authorization: 'Bearer sk_integrator' }, { 'x-api-key': 'sk_integrator' }] as Record<string, string>[]) {
    expect(codesOf(await api.ask(network, { as: '', headers }))).toEqual([]);
  }
});

test('the standing is loaded once, however many fields ask', async () => {
  const before = api.credentials.asked;
  await api.ask('{ a: network { id } b: network { id } c: network { id } }');
  expect(api.credentials.asked).toBe(before + 1);
});

test('__typename needs nobody', async () => {
  expect((await api.ask('{ __typename }', { as: '' })).body.data).toEqual({ __typename: 'Query' });
});

test('messages are Chinese when asked for', async () => {
  const answer = await api.ask(network, { as: '', headers: { 'accept-language': 'zh-CN,zh;q=0.9' } });
  expect(answer.body.errors?.[0]?.message).toBe('未登录或凭证无效。');
});

test('the network is found by its id, and another one is not', async () => {
  const { body } = await api.ask(network);
  const { id } = (body.data as { network: { id: string } }).network;
  expect((await api.ask(`{ node(id: "${id}") { id ... on Network { name } } }`)).body.data).toEqual({ node: { id, name: '东方商城' } });
  expect((await api.ask(`{ node(id: "${id}") { id } }`, { as: 'nobody' })).body.data).toEqual({ node: null });
});

test('a malformed id, a foreign one and a missing one answer null alike', async () => {
  for (const id of ['nonsense', 'net_00000000000000000000000000', 'fnd_00000000000000000000000000']) {
    expect((await api.ask('query ($id: ID!) { node(id: $id) { id } }', { variables: { id } })).body).toMatchObject({ data: { node: null } });
  }
});
