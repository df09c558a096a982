import {
  acceptInvitation, changeRoles, deactivateMembership, invite, listMemberships, logIn, refreshSession, standingOf, type AccessKeys,
} from '@app/access';
import { registerMember } from '@app/members';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { aNetwork, aPerson, loggedIn, once, password, someKeys, visitor, type Someone } from './people.js';

let test: TestDatabase;
let keys: AccessKeys;
let admin: Someone & { networkId: string };

beforeAll(async () => {
  test = await cloneDatabase();
  keys = await someKeys(test.secrets);
});
beforeEach(async () => {
  admin = await aNetwork(test.database, keys);
});
afterAll(() => test.drop());

const code = (name: string) => expect.objectContaining({ code: name });
const deactivate = (by: Someone, who: Someone, version = 1) =>
  deactivateMembership(test.database, by.caller, { membershipId: who.caller.membershipId!, version, ...once() }, keys);
const giveRoles = (by: Someone, who: Someone, roles: string[], version = 1) =>
  changeRoles(test.database, by.caller, { membershipId: who.caller.membershipId!, version, roles, ...once() });

describe('A deactivated membership', () => {
  it('ends its person’s sessions in that network at once, and in no other', async () => {
    const other = await aNetwork(test.database, keys);
    const known = await aPerson(test.database, keys, admin.caller, ['finance']);
    const elsewhere = await aPerson(test.database, keys, other.caller, ['floor'], { email: known.email });
    const again = await loggedIn(test.database, keys, known.email, admin.networkId);

    expect(await deactivate(admin, known)).toMatchObject({ result: { version: 2, endedSessions: 2 } });
    expect(await standingOf(test.database, known.loggedIn.sessionId)).toBeNull();
    expect(await standingOf(test.database, again.loggedIn.sessionId)).toBeNull();
    expect(await standingOf(test.database, elsewhere.loggedIn.sessionId)).not.toBeNull();
    await expect(refreshSession(test.database, visitor, { refreshToken: known.loggedIn.refreshToken }, keys)).rejects.toEqual(code('REFRESH_INVALID'));
    expect(await logIn(test.database, visitor, { email: known.email, password, networkId: null }, keys)).toMatchObject({ networkId: other.networkId });
  });

  it('leaves nothing to log in to, and comes back only by a new invitation', async () => {
    const known = await aPerson(test.database, keys, admin.caller, ['finance']);
    const offer = (roles: string[]) => invite(test.database, admin.caller, { email: known.email, roles, memberId: null, ...once() }, keys);
    const before = await offer(['operator_administrator']);
    await deactivate(admin, known);
    await expect(loggedIn(test.database, keys, known.email, admin.networkId)).rejects.toEqual(code('NO_MEMBERSHIP'));
    const accept = (given: string | null) => acceptInvitation(test.database, visitor, { code: given!, displayName: 'X', password }, keys);
    await expect(accept(before.result.code)).rejects.toEqual(code('INVITATION_INVALID'));
    expect(await accept((await offer(['floor'])).result.code)).toMatchObject({ membershipId: known.caller.membershipId });
    expect((await loggedIn(test.database, keys, known.email, admin.networkId)).loggedIn.roles).toEqual(['floor']);
  });

  it('lets no log-in slip through that comes at the same moment', async () => {
    const known = await aPerson(test.database, keys, admin.caller, ['finance']);
    const [, ...logIns] = await Promise.allSettled([
      deactivate(admin, known),
      ...[1, 2, 3, 4].map(() => logIn(test.database, visitor, { email: known.email, password, networkId: admin.networkId }, keys)),
    ]);
    for (const one of logIns) if (one.status === 'fulfilled') expect(await standingOf(test.database, one.value.sessionId)).toBeNull();
  });

  it('is refused for a stale version, twice, and across networks', async () => {
    const other = await aNetwork(test.database, keys);
    const known = await aPerson(test.database, keys, admin.caller, ['finance']);
    await expect(deactivate(admin, known, 7)).rejects.toMatchObject({ code: 'STALE_VERSION', details: { version: 1 } });
    await expect(deactivate(other, known)).rejects.toEqual(code('NOT_FOUND'));
    await deactivate(admin, known);
    await expect(deactivate(admin, known, 2)).rejects.toEqual(code('MEMBERSHIP_DEACTIVATED'));
  });

  it('that is only tried stays as it was', async () => {
    const known = await aPerson(test.database, keys, admin.caller, ['finance']);
    const input = { membershipId: known.caller.membershipId!, version: 1, validateOnly: true };
    const tried = await deactivateMembership(test.database, admin.caller, input, keys);
    expect(tried).toMatchObject({ preview: true, result: { version: 2, endedSessions: 1 } });
    expect(await standingOf(test.database, known.loggedIn.sessionId)).not.toBeNull();
  });
});

describe('Changed roles', () => {
  it('end the sessions, and hold from the next log-in', async () => {
    const known = await aPerson(test.database, keys, admin.caller, ['finance']);
    expect(await giveRoles(admin, known, ['floor'])).toMatchObject({ result: { version: 2, endedSessions: 1 } });
    expect(await standingOf(test.database, known.loggedIn.sessionId)).toBeNull();
    expect((await loggedIn(test.database, keys, known.email, admin.networkId)).caller.roles).toEqual(['floor']);
  });

  it('stay on their side, and are given by who may', async () => {
    const known = await aPerson(test.database, keys, admin.caller, ['finance']);
    await expect(giveRoles(admin, known, ['shop'])).rejects.toEqual(code('ROLE_NEEDS_MEMBER'));
    await expect(giveRoles(known, known, ['operator_administrator'])).rejects.toEqual(code('MAY_NOT_GRANT'));
    await expect(giveRoles(admin, known, ['floor'], 2)).rejects.toEqual(code('STALE_VERSION'));
  });
});

describe('The last administrator', () => {
  it('is neither deactivated nor made something else, a second one is', async () => {
    await expect(deactivate(admin, admin)).rejects.toEqual(code('LAST_ADMINISTRATOR'));
    await expect(giveRoles(admin, admin, ['finance'])).rejects.toEqual(code('LAST_ADMINISTRATOR'));
    expect(await giveRoles(admin, admin, ['operator_administrator', 'finance'])).toMatchObject({ result: { version: 2 } });
    const second = await aPerson(test.database, keys, admin.caller, ['operator_administrator']);
    expect(await deactivate(second, admin, 2)).toMatchObject({ result: { version: 3 } });
    await expect(deactivate(second, second)).rejects.toEqual(code('LAST_ADMINISTRATOR'));
  });

  it('is left when two remove each other at once', async () => {
    const second = await aPerson(test.database, keys, admin.caller, ['operator_administrator']);
    const outcomes = await Promise.allSettled([deactivate(admin, second), giveRoles(second, admin, ['floor'])]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find((one) => one.status === 'rejected')).toMatchObject({ reason: { code: 'LAST_ADMINISTRATOR' } });
  });
});

describe('The list of people', () => {
  it('is the network’s own, and a member’s caller sees that member’s', async () => {
    const shop = async (code: string) =>
      (await registerMember(test.database, admin.caller, { kind: 'shop', name: code, code, ...once() })).result.member.id;
    const [shopA, shopB] = [await shop('A'), await shop('B')];
    const a = await aPerson(test.database, keys, admin.caller, ['shop'], { memberId: shopA });
    const b = await aPerson(test.database, keys, admin.caller, ['shop'], { memberId: shopB });
    const emails = async (of: Someone) => (await listMemberships(test.database, of.caller, { afterId: null, first: 100 })).map(({ email }) => email);
    expect(await emails(admin)).toEqual([admin.email, a.email, b.email]);
    expect(await emails(a)).toEqual([a.email]);
    const [first] = await listMemberships(test.database, admin.caller, { afterId: null, first: 1 });
    expect(await listMemberships(test.database, admin.caller, { afterId: first!.id, first: 1 })).toMatchObject([{ email: a.email }]);
  });
});
