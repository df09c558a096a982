import { randomUUID } from 'node:crypto';
import { acceptInvitation, invite, logIn, provisionNetwork, standingOf, verifyAccessToken, type AccessKeys } from '@app/access';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { aNetwork, aPerson, mall, once, password, someKeys, visitor } from './people.js';

let test: TestDatabase;
let keys: AccessKeys;

beforeAll(async () => {
  test = await cloneDatabase();
  keys = await someKeys(test.secrets);
});
afterAll(() => test.drop());

const code = (name: string) => expect.objectContaining({ code: name });

describe('A network', () => {
  it('begins with an administrator who takes up the invitation, logs in and stands', async () => {
    const made = await provisionNetwork(test.database, visitor, { ...mall, ...once() }, keys);
    const accepted = await acceptInvitation(test.database, visitor, { code: made.result.invitationCode!, displayName: 'Li', password }, keys);
    const session = await logIn(test.database, visitor, { email: ' Admin@Example.com', password, networkId: null }, keys);

    expect(session).toMatchObject({ ...accepted, networkName: 'Lakeside Mall', roles: ['operator_administrator'], memberId: null });
    expect(await verifyAccessToken(keys.tokens, session.accessToken)).toEqual({
      personId: accepted.personId, sessionId: session.sessionId, networkId: accepted.networkId,
    });
    const standing = await standingOf(test.database, session.sessionId);
    expect(standing).toMatchObject({ ...accepted, currency: 'CNY', zone: 'Asia/Shanghai', sandboxSeconds: null, backDays: 31, aheadDays: 0 });
    expect(standing!.permissions).toContain('people.invite');
  });

  it('is made once for its key, and its code is shown once', async () => {
    const input = { ...mall, administratorEmail: 'once@example.com', idempotencyKey: 'twice' };
    const [first, again] = [
      await provisionNetwork(test.database, visitor, input, keys),
      await provisionNetwork(test.database, visitor, input, keys),
    ];
    expect(again).toMatchObject({ replayed: true, result: { ...first.result, invitationCode: null } });
    await expect(provisionNetwork(test.database, visitor, { ...input, name: 'Other' }, keys))
      .rejects.toEqual(code('IDEMPOTENCY_CONFLICT'));
    const kept = await test.asAdmin('SELECT result FROM request_key WHERE network_id = $1', [first.result.networkId]);
    expect(JSON.stringify(kept)).not.toContain(first.result.invitationCode);
  });

  it('that is only tried is not made', async () => {
    const tried = await provisionNetwork(test.database, visitor, { ...mall, validateOnly: true }, keys);
    expect(tried).toMatchObject({ preview: true, result: { invitationCode: null } });
    expect(await test.asAdmin('SELECT id FROM network WHERE id = $1', [tried.result.networkId])).toEqual([]);
  });

  it.each([
    ['name', { name: ' ' }], ['currency', { currency: 'XYZ' }], ['zone', { zone: 'Asia/Nowhere' }], ['zone', { zone: '+08:00' }],
    ['backDays', { backDays: -1 }], ['aheadDays', { aheadDays: 1.5 }], ['administratorEmail', { administratorEmail: 'nobody' }],
  ])('is refused for its %s %j', async (field, given) => {
    await expect(provisionNetwork(test.database, visitor, { ...mall, ...given, ...once() }, keys))
      .rejects.toMatchObject({ code: 'INVALID_INPUT', field });
  });
});

describe('An invitation', () => {
  it('keeps its e-mail readable to nobody but the holder of its code', async () => {
    const admin = await aNetwork(test.database, keys);
    await invite(test.database, admin.caller, { email: 'secret@example.com', roles: ['finance'], memberId: null, ...once() }, keys);
    const dump = JSON.stringify(await test.asAdmin(`SELECT i::text, encode(sealed_email, 'escape') FROM invitation i`));
    expect(dump).not.toContain('secret@');
  });

  it('is taken up once, though sent many times at once', async () => {
    const admin = await aNetwork(test.database, keys);
    const { result } = await invite(test.database, admin.caller, { email: 'many@example.com', roles: ['floor'], memberId: null, ...once() }, keys);
    const tries = await Promise.allSettled(Array.from({ length: 4 }, () =>
      acceptInvitation(test.database, visitor, { code: result.code!, displayName: 'Many', password }, keys)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(acceptInvitation(test.database, visitor, { code: result.code!, displayName: 'Many', password }, keys))
      .rejects.toEqual(code('INVITATION_INVALID'));
  });

  it('is withdrawn by the next one to the same address, and over after a week', async () => {
    const admin = await aNetwork(test.database, keys);
    const to = (roles: string[]) => invite(test.database, admin.caller, { email: 'next@example.com', roles, memberId: null, ...once() }, keys);
    const [first, second] = [await to(['finance']), await to(['floor'])];
    const accept = (given: string) => acceptInvitation(test.database, visitor, { code: given, displayName: 'Next', password }, keys);
    await expect(accept(first.result.code!)).rejects.toEqual(code('INVITATION_INVALID'));
    await test.asAdmin(`UPDATE invitation SET expires_at = now() - interval '1 second' WHERE id = $1`, [second.result.invitationId]);
    await expect(accept(second.result.code!)).rejects.toEqual(code('INVITATION_INVALID'));
    await expect(accept('inv_invented')).rejects.toEqual(code('INVITATION_INVALID'));
  });

  it('gives somebody who is known the membership for the password they have, and for no other', async () => {
    const [one, two] = [await aNetwork(test.database, keys), await aNetwork(test.database, keys)];
    const known = await aPerson(test.database, keys, one.caller, ['finance']);
    const { result } = await invite(test.database, two.caller, { email: known.email, roles: ['floor'], memberId: null, ...once() }, keys);
    const accept = (given: string) => acceptInvitation(test.database, visitor, { code: result.code!, displayName: 'X', password: given }, keys);
    await expect(accept('not the password')).rejects.toEqual(code('CREDENTIALS_WRONG'));
    expect(await accept(password)).toMatchObject({ networkId: two.networkId, personId: known.caller.personId });
  });

  it('of somebody who belongs to the network already is refused and stays open', async () => {
    const admin = await aNetwork(test.database, keys);
    const known = await aPerson(test.database, keys, admin.caller, ['finance']);
    const { result } = await invite(test.database, admin.caller, { email: known.email, roles: ['floor'], memberId: null, ...once() }, keys);
    await expect(acceptInvitation(test.database, visitor, { code: result.code!, displayName: 'X', password }, keys))
      .rejects.toEqual(code('ALREADY_A_MEMBER'));
  });

  it.each([
    ['ROLES_EMPTY', [], null], ['ROLE_UNKNOWN', ['king'], null], ['ROLE_NOT_GRANTABLE', ['consumer'], null],
    ['ROLE_NEEDS_MEMBER', ['shop'], null], ['ROLE_FORBIDS_MEMBER', ['finance'], randomUUID()],
    ['ROLE_FORBIDS_MEMBER', ['shop', 'finance'], randomUUID()],
  ])('is refused with %s for the roles %j', async (name, roles, memberId) => {
    const admin = await aNetwork(test.database, keys);
    await expect(invite(test.database, admin.caller, { email: 'x@example.com', roles, memberId, ...once() }, keys))
      .rejects.toEqual(code(name));
  });

  it('is refused for a member that does not exist, or is another network’s', async () => {
    const admin = await aNetwork(test.database, keys);
    await expect(invite(test.database, admin.caller, { email: 'x@example.com', roles: ['shop'], memberId: randomUUID(), ...once() }, keys))
      .rejects.toMatchObject({ code: 'NOT_FOUND', field: 'memberId' });
  });

  it('is not made by who may not invite', async () => {
    const admin = await aNetwork(test.database, keys);
    const finance = await aPerson(test.database, keys, admin.caller, ['finance']);
    await expect(invite(test.database, finance.caller, { email: 'x@example.com', roles: ['floor'], memberId: null, ...once() }, keys))
      .rejects.toEqual(code('MAY_NOT_GRANT'));
  });

  it('with a short password is refused before anything is kept', async () => {
    const made = await provisionNetwork(test.database, visitor, { ...mall, administratorEmail: 'short@example.com', ...once() }, keys);
    await expect(acceptInvitation(test.database, visitor, { code: made.result.invitationCode!, displayName: 'S', password: 'nine char' }, keys))
      .rejects.toEqual(code('PASSWORD_LENGTH'));
    expect(await test.asAdmin(`SELECT id FROM person WHERE email = 'short@example.com'`)).toEqual([]);
  });
});
