import { randomUUID } from 'node:crypto';
import { codesOf, platformKey, testApi, type TestApi } from './support/door.js';

let api: TestApi;
beforeAll(async () => {
  api = await testApi({ issued: true });
});
afterAll(() => api.close());

const password = 'correct horse battery';
const errors = 'errors { __typename code field message details }';
type Payload = Record<string, unknown> & { errors: { __typename: string; code: string; field: string | null; details: Record<string, unknown> }[] };

/** Runs one mutation; what it answers, whether done or refused. */
async function act(name: string, type: string | null, input: object | null, show: string, as = ''): Promise<Payload> {
  const query = type ? `mutation ($input: ${type}!) { ${name}(input: $input) { ${show} ${errors} } }` : `mutation { ${name} { ${show} ${errors} } }`;
  const answer = await api.ask(query, { as, variables: input ? { input } : undefined });
  expect(codesOf(answer)).toEqual([]);
  return answer.body.data?.[name] as Payload;
}

const once = () => ({ idempotencyKey: randomUUID() });
const codes = ({ errors: all }: Payload) => all.map(({ code }) => code);

async function provision(more: object = {}) {
  const administratorEmail = `admin-${randomUUID()}@example.com`;
  const made = await act('provisionNetwork', 'ProvisionNetworkInput', { name: '湖滨商城', administratorEmail, ...once(), ...more }, 'networkId invitationCode invitationExpiresAt replayed preview', platformKey);
  return { administratorEmail, ...made } as Payload & { administratorEmail: string; invitationCode: string; networkId: string };
}

async function comeIn(email: string, code: string, networkId: string | null = null) {
  await act('acceptInvitation', 'AcceptInvitationInput', { code, displayName: '王芳', password }, 'networkId personId membershipId');
  return logIn(email, networkId);
}

const logIn = (email: string, networkId: string | null = null) =>
  act('logIn', 'LogInInput', { email, password, networkId }, 'sessionId accessToken accessTokenExpiresAt refreshToken networkId networkName personId membershipId memberId roles') as Promise<Payload & { accessToken: string; refreshToken: string; membershipId: string; sessionId: string }>;

async function aNetwork(more: object = {}) {
  const made = await provision(more);
  const session = await comeIn(made.administratorEmail, made.invitationCode);
  return { ...made, session, token: session.accessToken };
}

test('from nothing to a session: provision, accept, log in, ask who one is', async () => {
  const { session, networkId, token, administratorEmail } = await aNetwork();
  expect(session).toMatchObject({ errors: [], networkId, networkName: '湖滨商城', memberId: null, roles: ['OPERATOR_ADMINISTRATOR'] });
  const { body } = await api.ask('{ me { personId membershipId email displayName roles permissions } network { id name } sessions { id current networkName } }', { as: token });
  expect(body.errors).toBeUndefined();
  expect(body.data).toMatchObject({
    me: { email: administratorEmail, displayName: '王芳', roles: ['OPERATOR_ADMINISTRATOR'], permissions: expect.arrayContaining(['NETWORK_READ', 'API_KEY_MANAGE']) },
    network: { id: networkId, name: '湖滨商城' },
    sessions: [{ id: session.sessionId, current: true, networkName: '湖滨商城' }],
  });
});

test('provisioning is for the platform alone, once for its key, and may be only tried', async () => {
  const input = { name: 'A', administratorEmail: 'a@example.com', ...once() };
  const first = await act('provisionNetwork', 'ProvisionNetworkInput', input, 'networkId invitationCode replayed', platformKey);
  expect(await act('provisionNetwork', 'ProvisionNetworkInput', input, 'networkId invitationCode replayed', platformKey)).toMatchObject({ networkId: first.networkId, replayed: true, invitationCode: null });
  expect(codes(await act('provisionNetwork', 'ProvisionNetworkInput', { ...input, name: 'B' }, 'networkId', platformKey))).toEqual(['IDEMPOTENCY_CONFLICT']);
  expect(await act('provisionNetwork', 'ProvisionNetworkInput', { ...input, idempotencyKey: null, validateOnly: true }, 'preview invitationCode', platformKey)).toMatchObject({ preview: true, invitationCode: null, errors: [] });
  const { token } = await aNetwork();
  expect(codesOf(await api.ask('mutation ($input: ProvisionNetworkInput!) { provisionNetwork(input: $input) { networkId } }', { as: token, variables: { input } }))).toEqual(['FORBIDDEN']);
});

test('a wrong password and an unknown address are refused alike', async () => {
  const { administratorEmail } = await aNetwork();
  const wrong = await act('logIn', 'LogInInput', { email: administratorEmail, password: 'wrong horse battery' }, 'accessToken');
  const unknown = await act('logIn', 'LogInInput', { email: 'nobody@example.com', password }, 'accessToken');
  expect(wrong).toEqual(unknown);
  expect(wrong).toMatchObject({ accessToken: null, errors: [{ __typename: 'AccessError', code: 'CREDENTIALS_WRONG' }] });
});

test('people are invited, given roles, and shut out', async () => {
  const { token } = await aNetwork();
  const email = `clerk-${randomUUID()}@example.com`;
  const invited = await act('invite', 'InviteInput', { email, roles: ['FINANCE'], ...once() }, 'code expiresAt', token);
  const clerk = await comeIn(email, invited.code as string);
  expect(clerk.roles).toEqual(['FINANCE']);
  expect(codes(await act('invite', 'InviteInput', { email, roles: ['SHOP'], ...once() }, 'code', token))).toEqual(['ROLE_NEEDS_MEMBER']);
  expect(codesOf(await api.ask('{ memberships { totalCount } }', { as: clerk.accessToken }))).toEqual(['FORBIDDEN']);

  const { body } = await api.ask('{ memberships(first: 1) { edges { cursor node { email } } pageInfo { hasNextPage endCursor } } }', { as: token });
  const page = (body.data as { memberships: { edges: object[]; pageInfo: { hasNextPage: boolean; endCursor: string } } }).memberships;
  expect(page.pageInfo.hasNextPage).toBe(true);
  const next = await api.ask('query ($after: String) { memberships(after: $after) { edges { node { id email roles state version } } } }', { as: token, variables: { after: page.pageInfo.endCursor } });
  expect(next.body.data?.memberships).toEqual({ edges: [{ node: { id: clerk.membershipId, email, roles: ['FINANCE'], state: 'ACTIVE', version: 1 } }] });

  const change = { membershipId: clerk.membershipId, version: 1, roles: ['FLOOR'] };
  expect(await act('changeRoles', 'ChangeRolesInput', { ...change, ...once() }, 'version endedSessions', token)).toMatchObject({ version: 2, endedSessions: 1, errors: [] });
  expect((await act('changeRoles', 'ChangeRolesInput', { ...change, ...once() }, 'version', token)).errors).toMatchObject([{ code: 'STALE_VERSION', field: 'version', details: { version: 2 } }]);
  expect(codesOf(await api.ask('{ network { id } }', { as: clerk.accessToken }))).toEqual(['UNAUTHENTICATED']);
  expect(await act('deactivateMembership', 'DeactivateMembershipInput', { membershipId: clerk.membershipId, version: 2, ...once() }, 'version', token)).toMatchObject({ version: 3, errors: [] });
  expect(codes(await logIn(email))).toEqual(['NO_MEMBERSHIP']);
});

test('a session is renewed once by each token, and ended', async () => {
  const { session } = await aNetwork();
  const renewed = await act('refreshSession', 'RefreshSessionInput', { refreshToken: session.refreshToken }, 'sessionId accessToken refreshToken');
  expect(renewed).toMatchObject({ sessionId: session.sessionId, errors: [] });
  expect(codes(await act('refreshSession', 'RefreshSessionInput', { refreshToken: session.refreshToken }, 'accessToken'))).toEqual(['REFRESH_RACED']);
  const token = renewed.accessToken as string;
  expect(await act('logOut', null, null, 'ended', token)).toMatchObject({ ended: true });
  expect(codesOf(await api.ask('{ network { id } }', { as: token }))).toEqual(['UNAUTHENTICATED']);
});

test('somebody of two networks names one, and switches', async () => {
  const [a, b] = [await aNetwork(), await aNetwork()];
  const invited = await act('invite', 'InviteInput', { email: a.administratorEmail, roles: ['FINANCE'], ...once() }, 'code', b.token);
  await act('acceptInvitation', 'AcceptInvitationInput', { code: invited.code, displayName: 'x', password }, 'networkId');
  const needed = await logIn(a.administratorEmail);
  expect(needed.errors).toMatchObject([{ code: 'NETWORK_NEEDED', field: 'networkId' }]);
  expect(Object.keys(needed.errors[0]!.details).sort()).toEqual([a.networkId, b.networkId].sort());
  const inB = await logIn(a.administratorEmail, b.networkId);
  const inA = await act('switchNetwork', 'SwitchNetworkInput', { networkId: a.networkId }, 'networkId sessionId accessToken', inB.accessToken);
  expect(inA).toMatchObject({ networkId: a.networkId, errors: [] });
  expect(codes(await act('switchNetwork', 'SwitchNetworkInput', { networkId: (await aNetwork()).networkId }, 'networkId', inB.accessToken))).toEqual(['NOT_FOUND']);
  expect(await act('endSession', 'EndSessionInput', { sessionId: inA.sessionId }, 'ended', inB.accessToken)).toMatchObject({ ended: true });
});

test('an API key does what its scopes say, is replaced and revoked, and its secret is shown once', async () => {
  const { token } = await aNetwork();
  const input = { name: 'till', scopes: ['NETWORK_READ', 'FUND_READ'], expiresAt: new Date(Date.now() + 86_400_000).toISOString(), ...once() };
  const made = await act('createApiKey', 'CreateApiKeyInput', input, 'apiKeyId secret expiresAt', token);
  expect(await act('createApiKey', 'CreateApiKeyInput', input, 'apiKeyId secret replayed', token)).toMatchObject({ apiKeyId: made.apiKeyId, secret: null, replayed: true });
  const secret = made.secret as string;
  expect(codesOf(await api.ask('{ network { id } }', { as: secret }))).toEqual([]);
  expect(codesOf(await api.ask('{ apiKeys { id } }', { as: secret }))).toEqual(['FORBIDDEN']);
  expect(codesOf(await api.ask('{ me { email } }', { as: secret }))).toEqual(['FORBIDDEN']);
  const rotated = await act('rotateApiKey', 'RotateApiKeyInput', { apiKeyId: made.apiKeyId, overlapHours: 0, ...once() }, 'apiKeyId secret replacesId', token);
  expect(rotated).toMatchObject({ replacesId: made.apiKeyId, errors: [] });
  expect(codesOf(await api.ask('{ network { id } }', { as: secret }))).toEqual(['UNAUTHENTICATED']);
  expect(codesOf(await api.ask('{ network { id } }', { as: rotated.secret as string }))).toEqual([]);
  expect(await act('revokeApiKey', 'RevokeApiKeyInput', { apiKeyId: rotated.apiKeyId, ...once() }, 'apiKeyId', token)).toMatchObject({ errors: [] });
  expect(codesOf(await api.ask('{ network { id } }', { as: rotated.secret as string }))).toEqual(['UNAUTHENTICATED']);
  const { body } = await api.ask('{ apiKeys { id live scopes lastUsedAt } }', { as: token });
  expect(body.data?.apiKeys).toMatchObject([{ id: rotated.apiKeyId, live: false, scopes: ['NETWORK_READ', 'FUND_READ'] }, { id: made.apiKeyId, live: false }]);
  expect(JSON.stringify(api.lines)).not.toContain(secret.slice(4));
});

test('a sandbox\'s clock goes forward for every request after it, and no other network\'s does', async () => {
  const { token } = await aNetwork({ sandbox: true });
  const set = await act('advanceClock', 'AdvanceClockInput', { bySeconds: 45 * 86_400, ...once() }, 'now today', token);
  const { body } = await api.ask('{ network { sandbox now today } }', { as: token });
  const shown = (body.data as { network: { sandbox: boolean; now: string; today: string } }).network;
  expect(shown).toMatchObject({ sandbox: true, today: set.today });
  expect(Date.parse(shown.now) - Date.now()).toBeGreaterThan(44.9 * 86_400_000);
  expect(codes(await act('advanceClock', 'AdvanceClockInput', { bySeconds: -1, ...once() }, 'now', token))).toEqual(['CLOCK_NOT_FORWARD']);
  expect(codes(await act('advanceClock', 'AdvanceClockInput', { bySeconds: 1, ...once() }, 'now', (await aNetwork()).token))).toEqual(['NOT_A_SANDBOX']);
});

test('no token but ours is taken', async () => {
  const { token } = await aNetwork();
  const [header, body, signature] = token.split('.') as [string, string, string];
  const none = Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url');
  const forged = [`${none}.${body}.`, `${header}.${body}.${'A'.repeat(signature.length)}`, `${header}.${body}`, `${none}.${body}.${signature}`, 'a.b.c', 'Bearer'];
  for (const as of forged) expect(codesOf(await api.ask('{ network { id } }', { as }))).toEqual(['UNAUTHENTICATED']);
  expect(codesOf(await api.ask('{ network { id } }', { as: token }))).toEqual([]);
});
