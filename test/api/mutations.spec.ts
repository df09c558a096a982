import { codesOf, platformKey, testApi, type TestApi } from './support/door.js';
import { shelfId } from './support/shelf.js';
import { heard, PutPayloadResolver, ShelfResolver } from './support/shelf.resolver.js';

let api: TestApi;
beforeAll(async () => {
  api = await testApi({ resolvers: [ShelfResolver, PutPayloadResolver] });
});
afterAll(() => api.close());

const put = `mutation ($input: PutInput!) { put(input: $input) {
  shelfId replayed preview shelf { id n held { amount minor currency } }
  errors { __typename code field message details ... on ShelfError { reason } ... on CommonError { common: reason } ... on InputError { input: reason } } } }`;
const good = { idempotencyKey: 'k-1', shelfId: shelfId(7), amount: { amount: '12.30', currency: 'CNY' }, why: 'so' };

async function answer(input: object, headers: Record<string, string> = {}) {
  const { body } = await api.ask(put, { variables: { input }, headers });
  return body.data?.put as { shelfId: string | null; preview: boolean; replayed: boolean; shelf: object; errors: Record<string, unknown>[] };
}

test('an input is read into uuids and exact money before the action sees it', async () => {
  const given = await answer({ ...good, on: '2026-05-01', rate: '0.00050', others: [shelfId(1), shelfId(2)], lines: [{ amount: { amount: '1', currency: 'CNY' } }] });
  expect(given.errors).toEqual([]);
  expect(heard.at(-1)).toMatchObject({
    shelfId: '00000000-0000-7000-8000-000000000007', amount: { minor: 1230n, currency: 'CNY' }, on: '2026-05-01', rate: '0.0005',
    others: ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002'], lines: [{ amount: { minor: 100n, currency: 'CNY' } }],
  });
});

test('what a payload shows is read after the mutation', async () => {
  expect(await answer(good)).toEqual({
    shelfId: shelfId(7), replayed: false, preview: false, errors: [],
    shelf: { id: shelfId(7), n: 7, held: { amount: '7.00', minor: '700', currency: 'CNY' } },
  });
});

test('a refusal of a room is an error of the room\'s own type, and nothing else', async () => {
  expect(await answer({ ...good, why: 'full' })).toEqual({
    shelfId: null, replayed: false, preview: false, shelf: null,
    errors: [{ __typename: 'ShelfError', code: 'SHELF_FULL', reason: 'SHELF_FULL', field: 'amount', message: 'The shelf is full; 3 left.', details: { room: 3 } }],
  });
  expect((await answer({ ...good, why: 'full' }, { 'accept-language': 'zh-CN' })).errors[0]).toMatchObject({ message: '货架已满，剩余 3。' });
});

test.each([
  ['a malformed id', { shelfId: 'nonsense' }, 'NOT_FOUND', 'shelfId'],
  ['an id of another kind', { shelfId: shelfId(7).replace('rmd', 'mbr') }, 'NOT_FOUND', 'shelfId'],
  ['a bare uuid', { shelfId: '00000000-0000-7000-8000-000000000007' }, 'NOT_FOUND', 'shelfId'],
  ['nothing', { amount: { amount: '0', currency: 'CNY' } }, 'AMOUNT_NOT_POSITIVE', 'amount'],
  ['less than nothing', { amount: { amount: '-1', currency: 'CNY' } }, 'AMOUNT_NOT_POSITIVE', 'amount'],
  ['a third decimal', { amount: { amount: '1.234', currency: 'CNY' } }, 'AMOUNT_TOO_PRECISE', 'amount'],
  ['another currency', { amount: { amount: '1', currency: 'USD' } }, 'WRONG_CURRENCY', 'amount'],
  ['a float in exponents', { amount: { amount: '1e3', currency: 'CNY' } }, 'AMOUNT_MALFORMED', 'amount'],
  ['an amount inside a list', { lines: [{ amount: { amount: '1', currency: 'CNY' } }, { amount: { amount: '0', currency: 'CNY' } }] }, 'AMOUNT_NOT_POSITIVE', 'lines.1.amount'],
  ['an id inside a list', { lines: [{ amount: { amount: '1', currency: 'CNY' }, fundId: 'x' }] }, 'NOT_FOUND', 'lines.0.fundId'],
  ['a rate that is none', { rate: 'fast' }, 'INVALID_INPUT', 'rate'],
  ['a text that is too long', { why: 'x'.repeat(11) }, 'INVALID_INPUT', 'why'],
  ['a text that is empty', { why: '' }, 'INVALID_INPUT', 'why'],
  ['an empty key', { idempotencyKey: '' }, 'INVALID_INPUT', 'idempotencyKey'],
  ['a key with a control character', { idempotencyKey: 'a\u0000b' }, 'INVALID_INPUT', 'idempotencyKey'],
  ['a key that is too long', { idempotencyKey: 'x'.repeat(201) }, 'INVALID_INPUT', 'idempotencyKey'],
  ['neither key nor trial', { idempotencyKey: null }, 'IDEMPOTENCY_KEY_REQUIRED', 'idempotencyKey'],
])('%s is refused where it stands', async (_, wrong, code, field) => {
  const before = heard.length;
  const { errors } = await answer({ ...good, ...wrong });
  expect(errors).toHaveLength(1);
  expect(errors[0]).toMatchObject({ code, field });
  expect(heard).toHaveLength(before);
});

test('the key may be left out of an input altogether only to try it', async () => {
  const { shelfId: id, amount, why } = good;
  const keyless = { shelfId: id, amount, why };
  expect((await answer(keyless)).errors[0]).toMatchObject({ __typename: 'InputError', code: 'IDEMPOTENCY_KEY_REQUIRED', input: 'IDEMPOTENCY_KEY_REQUIRED' });
  expect(await answer({ ...keyless, validateOnly: true })).toMatchObject({ errors: [], preview: true });
});

test('every thing that is wrong is said at once', async () => {
  const { errors } = await answer({ ...good, why: '', shelfId: 'x', amount: { amount: '0', currency: 'CNY' } });
  expect(errors.map(({ field }) => field).sort()).toEqual(['amount', 'shelfId', 'why']);
});

test('a fault says INTERNAL and nothing of what it was, which the log keeps by its stack', async () => {
  for (const why of ['bug', 'stranger']) {
    const { body } = await api.ask(put, { variables: { input: { ...good, why } }, headers: { 'x-request-id': `bug-${why}-1` } });
    expect(body.errors?.[0]?.extensions).toEqual({ code: 'INTERNAL', requestId: `bug-${why}-1` });
    expect(JSON.stringify(body)).not.toContain('hunter2');
    expect(api.lines.some(({ reqId, err }) => reqId === `bug-${why}-1` && Boolean((err as { stack?: string })?.stack))).toBe(true);
  }
});

test('without the permission a mutation is a top-level error, before its input is looked at', async () => {
  const answered = await api.ask(put, { as: 'nobody', variables: { input: { ...good, shelfId: 'x' } } });
  expect(codesOf(answered)).toEqual(['FORBIDDEN']);
});

test('the platform\'s operations take the platform\'s key alone', async () => {
  const build = 'mutation { build { replayed } }';
  expect(codesOf(await api.ask(build))).toEqual(['FORBIDDEN']);
  expect(codesOf(await api.ask(build, { as: '' }))).toEqual(['UNAUTHENTICATED']);
  expect(codesOf(await api.ask(build, { as: `sk_platform_${'y'.repeat(43)}` }))).toEqual(['UNAUTHENTICATED']);
  expect(codesOf(await api.ask(build, { as: platformKey }))).toEqual([]);
  expect(codesOf(await api.ask('{ network { id } }', { as: platformKey }))).toEqual(['UNAUTHENTICATED']);
});

test('a mutation that runs compiled answers as one that does not', async () => {
  const answers = [];
  for (let i = 0; i < 4; i++) answers.push(await answer({ ...good, why: i % 2 ? 'full' : 'so' }));
  expect(answers[2]).toEqual(answers[0]);
  expect(answers[3]).toEqual(answers[1]);
});
