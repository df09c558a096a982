import { createApiKey, lastUses, listApiKeys, revokeApiKey, rotateApiKey, standingOfKey, type AccessKeys } from '@app/access';
import type { Caller } from '@app/kernel';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { aNetwork, aPerson, once, someKeys, type Someone } from './people.js';

let test: TestDatabase;
let keys: AccessKeys;
let maker: Someone;

beforeAll(async () => {
  test = await cloneDatabase();
  keys = await someKeys(test.secrets);
  const admin = await aNetwork(test.database, keys);
  maker = await aPerson(test.database, keys, admin.caller, ['operator_administrator', 'finance']);
});
afterAll(() => test.drop());

const code = (name: string) => expect.objectContaining({ code: name });
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
const stand = (secret: string | null) => standingOfKey(test.database, test.secrets, secret!);
const create = async (by: Caller = maker.caller, scopes = ['fund.read', 'fund.receive']) =>
  (await createApiKey(test.database, by, { name: 'ERP', scopes, expiresAt: inDays(30), ...once() }, keys)).result;
const rotate = async (apiKeyId: string, overlapHours = 24, by: Caller = maker.caller) =>
  (await rotateApiKey(test.database, by, { apiKeyId, overlapHours, expiresAt: null, ...once() }, keys)).result;

describe('An API key', () => {
  it('RO-16 the integrator’s key may do what its scopes say and nothing else', async () => {
    const { apiKeyId, secret } = await create();
    expect(secret).toMatch(/^sk_[\w-]{43}$/);
    expect(await stand(secret)).toMatchObject({
      apiKeyId, networkId: maker.caller.networkId, personId: null, sessionId: null, memberId: null, roles: [], permissions: ['fund.read', 'fund.receive'],
    });
  });

  it('shows its secret once and keeps it nowhere', async () => {
    const request = [{ name: 'Once', scopes: ['fund.read'], expiresAt: inDays(1), ...once() }, keys] as const;
    const first = await createApiKey(test.database, maker.caller, ...request);
    const again = await createApiKey(test.database, maker.caller, ...request);
    expect(again).toEqual({ replayed: true, preview: false, result: { ...first.result, secret: null } });
    const kept = await test.asAdmin(`SELECT r::text FROM request_key r UNION ALL SELECT a::text FROM api_key a UNION ALL SELECT i::text FROM api_key_index i`);
    expect(JSON.stringify(kept)).not.toContain(first.result.secret);
  });

  it.each([
    ['SCOPE_NOT_HELD', { scopes: ['compensation.decide'] }], ['SCOPE_NOT_FOR_KEYS', { scopes: ['api_key.manage'] }],
    ['SCOPES_EMPTY', { scopes: [] }], ['EXPIRY_OUT_OF_RANGE', { expiresAt: inDays(367) }], ['EXPIRY_OUT_OF_RANGE', { expiresAt: inDays(-1) }],
    ['INVALID_INPUT', { name: '' }],
  ])('is refused with %s for %j', async (name, given) => {
    const input = { name: 'ERP', scopes: ['fund.read'], expiresAt: inDays(30), ...given, ...once() };
    await expect(createApiKey(test.database, maker.caller, input, keys)).rejects.toEqual(code(name));
  });

  it('that is unknown, expired or revoked stands for nothing', async () => {
    const [expired, revoked] = [await create(), await create()];
    await test.asAdmin(`UPDATE api_key SET expires_at = now() WHERE id = $1`, [expired.apiKeyId]);
    await revokeApiKey(test.database, maker.caller, { apiKeyId: revoked.apiKeyId, ...once() });
    for (const secret of [expired.secret, revoked.secret, `sk_${'A'.repeat(43)}`, 'sk_', '', ` ${revoked.secret}`]) expect(await stand(secret)).toBeNull();
    await expect(revokeApiKey(test.database, maker.caller, { apiKeyId: revoked.apiKeyId, ...once() })).rejects.toEqual(code('API_KEY_NOT_LIVE'));
    await expect(rotate(expired.apiKeyId)).rejects.toEqual(code('API_KEY_NOT_LIVE'));
  });

  it('of another network is not found', async () => {
    const foreign = await aNetwork(test.database, keys);
    const { apiKeyId } = await create();
    await expect(rotate(apiKeyId, 1, foreign.caller)).rejects.toEqual(code('NOT_FOUND'));
    await expect(revokeApiKey(test.database, foreign.caller, { apiKeyId, ...once() })).rejects.toEqual(code('NOT_FOUND'));
    expect(await listApiKeys(test.database, foreign.caller)).toEqual([]);
  });
});

describe('A rotated key', () => {
  it('works beside its successor until the overlap is over', async () => {
    const old = await create();
    const next = await rotate(old.apiKeyId);
    expect(next).toMatchObject({ replacesId: old.apiKeyId, expiresAt: old.expiresAt });
    expect([(await stand(old.secret))?.apiKeyId, (await stand(next.secret))?.apiKeyId]).toEqual([old.apiKeyId, next.apiKeyId]);
    await test.asAdmin(`UPDATE api_key SET overlap_ends_at = overlap_ends_at - interval '24 hours' WHERE id = $1`, [old.apiKeyId]);
    expect([await stand(old.secret), (await stand(next.secret))?.permissions]).toEqual([null, ['fund.read', 'fund.receive']]);
  });

  it('without an overlap is over at once, and during one can be revoked', async () => {
    const [one, two] = [await create(), await create()];
    await rotate(one.apiKeyId, 0);
    expect(await stand(one.secret)).toBeNull();
    const next = await rotate(two.apiKeyId, 168);
    await revokeApiKey(test.database, maker.caller, { apiKeyId: two.apiKeyId, ...once() });
    expect([await stand(two.secret), (await stand(next.secret))?.apiKeyId]).toEqual([null, next.apiKeyId]);
  });

  it('never works longer than it would have', async () => {
    const old = await create();
    await test.asAdmin(`UPDATE api_key SET expires_at = now() + interval '1 hour' WHERE id = $1`, [old.apiKeyId]);
    const next = await rotate(old.apiKeyId, 168);
    expect(next.oldWorksUntil.getTime()).toBeLessThanOrEqual(Date.now() + 3_600_000);
  });

  it('is replaced by one key only, of many who try at once', async () => {
    const { apiKeyId } = await create();
    const tries = await Promise.allSettled(Array.from({ length: 4 }, () => rotate(apiKeyId)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(tries.flatMap((one) => (one.status === 'rejected' ? [one.reason.code as string] : []))).toEqual(Array(3).fill('API_KEY_REPLACED'));
  });

  it('is not rotated by who may do less than it', async () => {
    const { apiKeyId } = await create();
    const lesser: Caller = { ...maker.caller, permissions: new Set(['api_key.manage', 'fund.read']) };
    await expect(rotate(apiKeyId, 24, lesser)).rejects.toEqual(code('SCOPE_NOT_HELD'));
  });
});

describe('The last use of a key', () => {
  it('is written in a batch for keys of several networks, and never moves back', async () => {
    const other = await aNetwork(test.database, keys);
    const [here, there] = [await create(), await create(other.caller, ['fund.read'])];
    const uses = lastUses(test.database);
    const lastUse = async (caller: Caller, id: string) => (await listApiKeys(test.database, caller)).find((key) => key.id === id)!.lastUsedAt;
    uses.note({ networkId: maker.caller.networkId, apiKeyId: here.apiKeyId });
    uses.note({ networkId: other.networkId, apiKeyId: there.apiKeyId });
    expect(await lastUse(maker.caller, here.apiKeyId)).toBeNull();
    await uses.flush();
    const [first, second] = [await lastUse(maker.caller, here.apiKeyId), await lastUse(other.caller, there.apiKeyId)];
    expect([first, second]).toEqual([expect.any(Date), expect.any(Date)]);

    await test.asAdmin(`UPDATE api_key_index SET last_used_at = now() + interval '1 hour' WHERE api_key_id = $1`, [here.apiKeyId]);
    uses.note({ networkId: maker.caller.networkId, apiKeyId: here.apiKeyId });
    await uses.flush();
    await uses.flush();
    expect((await lastUse(maker.caller, here.apiKeyId))!.getTime()).toBeGreaterThan(Date.now() + 3_000_000);
  });

  it('that could not be written is kept for the next time', async () => {
    const { apiKeyId } = await create();
    const uses = lastUses(test.database);
    uses.note({ networkId: maker.caller.networkId, apiKeyId });
    await test.asAdmin('REVOKE UPDATE (last_used_at) ON api_key_index FROM surety_app');
    await expect(uses.flush()).rejects.toThrow('permission denied');
    await test.asAdmin('GRANT UPDATE (last_used_at) ON api_key_index TO surety_app');
    await uses.flush();
    const [listed] = await listApiKeys(test.database, maker.caller);
    expect(listed).toMatchObject({ id: apiKeyId, lastUsedAt: expect.any(Date), live: true });
  });
});
