import { endSession, listSessions, logIn, logOut, refreshSession, standingOf, switchNetwork, type AccessKeys } from '@app/access';
import { showId } from '@app/kernel';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { aNetwork, aPerson, callerOf, password, someKeys, visitor, type Someone } from './people.js';

let test: TestDatabase;
let keys: AccessKeys;
let admin: Someone & { networkId: string };

beforeAll(async () => {
  test = await cloneDatabase();
  keys = await someKeys(test.secrets);
  admin = await aNetwork(test.database, keys);
});
afterAll(() => test.drop());

const code = (name: string) => expect.objectContaining({ code: name });
const refresh = (refreshToken: string) => refreshSession(test.database, visitor, { refreshToken }, keys);
const stands = async (sessionId: string) => (await standingOf(test.database, sessionId)) !== null;
const later = (sessionId: string, seconds: number) =>
  test.asAdmin(`UPDATE log_in_session SET rotated_at = rotated_at - make_interval(secs => $2) WHERE id = $1`, [sessionId, seconds]);

describe('A refresh token', () => {
  it('is good once and is followed by the next', async () => {
    const { loggedIn } = await aPerson(test.database, keys, admin.caller, ['floor']);
    const second = await refresh(loggedIn.refreshToken);
    const third = await refresh(second.refreshToken);
    expect(new Set([loggedIn.refreshToken, second.refreshToken, third.refreshToken]).size).toBe(3);
    expect(third.sessionId).toBe(loggedIn.sessionId);
    expect(await stands(loggedIn.sessionId)).toBe(true);
  });

  it('used again ends its whole session, and that is kept and on record', async () => {
    const { loggedIn } = await aPerson(test.database, keys, admin.caller, ['floor']);
    const second = await refresh(loggedIn.refreshToken);
    await later(loggedIn.sessionId, 11);
    await expect(refresh(loggedIn.refreshToken)).rejects.toEqual(code('REFRESH_REUSED'));
    expect(await stands(loggedIn.sessionId)).toBe(false);
    await expect(refresh(second.refreshToken)).rejects.toEqual(code('REFRESH_INVALID'));
    expect(await test.asAdmin(`SELECT ended_reason FROM log_in_session WHERE id = $1`, [loggedIn.sessionId])).toEqual([{ ended_reason: 'refresh_reused' }]);
    expect(await test.asAdmin(`SELECT type FROM outbox_event WHERE aggregate_id = $1`, [loggedIn.sessionId])).toEqual([{ type: 'session.refresh_reused' }]);
  });

  it('of two generations back ends its session at once', async () => {
    const { loggedIn } = await aPerson(test.database, keys, admin.caller, ['floor']);
    await refresh((await refresh(loggedIn.refreshToken)).refreshToken);
    await expect(refresh(loggedIn.refreshToken)).rejects.toEqual(code('REFRESH_REUSED'));
  });

  it('sent twice at the same moment is good for one, and the session goes on', async () => {
    const { loggedIn } = await aPerson(test.database, keys, admin.caller, ['floor']);
    const tries = await Promise.allSettled(Array.from({ length: 6 }, () => refresh(loggedIn.refreshToken)));
    const won = tries.filter((one) => one.status === 'fulfilled');
    expect(won).toHaveLength(1);
    expect(tries.flatMap((one) => (one.status === 'rejected' ? [one.reason.code as string] : []))).toEqual(Array(5).fill('REFRESH_RACED'));
    expect(await refresh(won[0]!.value.refreshToken)).toMatchObject({ sessionId: loggedIn.sessionId });
  });

  it('that was invented, or is an access token, is refused and ends nothing', async () => {
    const { loggedIn } = await aPerson(test.database, keys, admin.caller, ['floor']);
    const invented = loggedIn.refreshToken.slice(0, 26) + Buffer.alloc(48).toString('base64url');
    for (const token of [invented, loggedIn.accessToken, '', 'rt_']) await expect(refresh(token)).rejects.toEqual(code('REFRESH_INVALID'));
    expect(await stands(loggedIn.sessionId)).toBe(true);
  });

  it('slides thirty days and never beyond ninety after the password', async () => {
    const { loggedIn } = await aPerson(test.database, keys, admin.caller, ['floor']);
    const days = (at: Date) => Math.round((at.getTime() - Date.now()) / 86_400_000);
    expect(days(loggedIn.refreshTokenExpiresAt)).toBe(30);
    await test.asAdmin(`UPDATE log_in_session SET authenticated_at = authenticated_at - interval '80 days' WHERE id = $1`, [loggedIn.sessionId]);
    const next = await refresh(loggedIn.refreshToken);
    expect(days(next.refreshTokenExpiresAt)).toBe(10);
    await test.asAdmin(`UPDATE log_in_session SET expires_at = now() WHERE id = $1`, [loggedIn.sessionId]);
    await expect(refresh(next.refreshToken)).rejects.toEqual(code('REFRESH_INVALID'));
    expect(await stands(loggedIn.sessionId)).toBe(false);
  });
});

describe('A person of several networks', () => {
  it('names one to log in to, and is told which there are only for the right password', async () => {
    const [one, two] = [await aNetwork(test.database, keys, { name: 'One' }), await aNetwork(test.database, keys, { name: 'Two' })];
    const known = await aPerson(test.database, keys, one.caller, ['floor']);
    await aPerson(test.database, keys, two.caller, ['finance'], { email: known.email });
    const attempt = (given: string, networkId: string | null) => logIn(test.database, visitor, { email: known.email, password: given, networkId }, keys);

    await expect(attempt(password, null)).rejects.toMatchObject({
      code: 'NETWORK_NEEDED', details: { [showId('network', one.networkId)]: 'One', [showId('network', two.networkId)]: 'Two' },
    });
    await expect(attempt('wrong password', null)).rejects.toMatchObject({ code: 'CREDENTIALS_WRONG', details: {} });
    await expect(attempt(password, admin.networkId)).rejects.toEqual(code('NOT_FOUND'));
    expect(await attempt(password, two.networkId)).toMatchObject({ networkId: two.networkId, roles: ['finance'] });
  });

  it('switches to another of theirs with its roles, and keeps the day of the password', async () => {
    const two = await aNetwork(test.database, keys);
    const known = await aPerson(test.database, keys, admin.caller, ['floor']);
    await aPerson(test.database, keys, two.caller, ['finance'], { email: known.email });
    await test.asAdmin(`UPDATE log_in_session SET authenticated_at = authenticated_at - interval '89 days' WHERE id = $1`, [known.caller.sessionId]);
    const switched = await switchNetwork(test.database, known.caller, { networkId: two.networkId }, keys);
    expect(await standingOf(test.database, switched.sessionId)).toMatchObject({ networkId: two.networkId, roles: ['finance'], personId: known.caller.personId });
    expect(switched.refreshTokenExpiresAt.getTime() - Date.now()).toBeLessThan(86_400_000 + 1_000);
    expect(await stands(known.loggedIn.sessionId)).toBe(true);
  });

  it('does not find a foreign network, nor one that is not', async () => {
    const foreign = await aNetwork(test.database, keys);
    const known = await aPerson(test.database, keys, admin.caller, ['floor']);
    const outcomes = await Promise.allSettled([foreign.networkId, '0190f0f0-0000-7000-8000-000000000001'].map((networkId) =>
      switchNetwork(test.database, known.caller, { networkId }, keys)));
    expect(outcomes).toEqual([1, 2].map(() => ({ status: 'rejected', reason: expect.objectContaining({ code: 'NOT_FOUND', field: 'networkId' }) })));
  });
});

describe('A session', () => {
  it('is listed to its own person and ended by them alone', async () => {
    const known = await aPerson(test.database, keys, admin.caller, ['floor']);
    const second = await logIn(test.database, visitor, { email: known.email, password, networkId: null }, keys);
    const listed = await listSessions(test.database, known.caller);
    expect(listed.map(({ id, current }) => [id, current])).toEqual([[second.sessionId, false], [known.loggedIn.sessionId, true]]);

    await expect(endSession(test.database, admin.caller, { sessionId: second.sessionId })).rejects.toEqual(code('NOT_FOUND'));
    await endSession(test.database, known.caller, { sessionId: second.sessionId });
    expect([await stands(second.sessionId), await stands(known.loggedIn.sessionId)]).toEqual([false, true]);
    await expect(endSession(test.database, known.caller, { sessionId: second.sessionId })).rejects.toEqual(code('NOT_FOUND'));
  });

  it('is over after its log-out, and so are its tokens', async () => {
    const known = await aPerson(test.database, keys, admin.caller, ['floor']);
    await logOut(test.database, known.caller);
    await expect(callerOf(test.database, known.loggedIn)).rejects.toThrow('does not stand');
    await expect(refresh(known.loggedIn.refreshToken)).rejects.toEqual(code('REFRESH_INVALID'));
    await expect(switchNetwork(test.database, known.caller, { networkId: admin.networkId }, keys)).rejects.toEqual(code('REFRESH_INVALID'));
  });

  it('of a person who is deactivated everywhere does not stand', async () => {
    const known = await aPerson(test.database, keys, admin.caller, ['floor']);
    await test.asAdmin(`UPDATE person SET state = 'deactivated' WHERE id = $1`, [known.caller.personId]);
    expect(await stands(known.loggedIn.sessionId)).toBe(false);
    await expect(logIn(test.database, visitor, { email: known.email, password, networkId: null }, keys)).rejects.toEqual(code('CREDENTIALS_WRONG'));
  });

  it('leaves a record of its log-in without saying anything readable of the person', async () => {
    const known = await aPerson(test.database, keys, admin.caller, ['floor']);
    const records = await test.asAdmin(`SELECT outcome, network_id FROM audit_record WHERE action = 'session.log_in' AND person_id = $1`, [known.caller.personId]);
    expect(records).toEqual([{ outcome: 'done', network_id: admin.networkId }]);
  });
});
