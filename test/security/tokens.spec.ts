import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { verifyAccessToken } from '@app/access';
import request from 'supertest';
import { newSecrets } from '../api/support/api-process.js';
import { platformKey, testApi, type TestApi } from '../api/support/door.js';
import { IssuedCredentials } from '../../apps/api/src/access/issued-credentials.js';
import { Mall, type Speaker } from '../support/mall.js';
import { forgeries, honest, signed, honestHeader, type Claims, type Mint } from './forged.js';
import { post } from './sender.js';

let api: TestApi;
let mall: Mall;
let mint: Mint;
let speaker: Speaker;

const kid = 'k1';
const pair = generateKeyPairSync('ed25519');
const query = JSON.stringify({ query: '{ network { id } }' });

beforeAll(async () => {
  const secrets = { tokenKeys: [{ kid, privateJwk: pair.privateKey.export({ format: 'jwk' }) as Record<string, unknown> }], hashKey: Buffer.alloc(32, 7), personalKeys: [{ version: 1, key: Buffer.alloc(32, 8) }], platformKey };
  api = await testApi({ issued: true, settings: { secrets } });
  mall = await Mall.on(api, 'Ostmark');
  speaker = await mall.as('OPERATOR_ADMINISTRATOR');
  mint = { kid, privateKey: pair.privateKey, claims: claimsOf(speaker.token) };
}, 60_000);
afterAll(() => api?.close());

const claimsOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as Claims;
const answers = async (token: string) => (await post(api.url, token, query)).body;

/** Which of these tokens the API takes. */
async function taken(tokens: Readonly<Record<string, string>>): Promise<string[]> {
  const accepted: string[] = [];
  for (const [name, token] of Object.entries(tokens)) {
    const { data, errors } = await answers(token);
    if (data || errors?.[0]?.extensions.code !== 'UNAUTHENTICATED') accepted.push(`${name}: ${JSON.stringify({ data, errors })}`);
  }
  return accepted;
}

/** Which of these headers the API takes. */
async function headersTaken(all: Readonly<Record<string, Readonly<Record<string, string>>>>): Promise<string[]> {
  const accepted: string[] = [];
  for (const [name, headers] of Object.entries(all)) {
    const { body } = (await request(api.url).post('/graphql').set({ 'content-type': 'application/json', ...headers }).send(query)) as { body: { data: unknown; errors?: { extensions: { code: string } }[] } };
    if (body.data || body.errors?.[0]?.extensions.code !== 'UNAUTHENTICATED') accepted.push(`${name}: ${JSON.stringify(body)}`);
  }
  return accepted;
}

describe('A token', () => {
  it('that is good is taken, as it was issued and as this suite makes one', async () => {
    expect((await answers(speaker.token)).data).toEqual({ network: { id: mall.networkId } });
    expect((await answers(honest(mint))).data).toEqual({ network: { id: mall.networkId } });
    // HTTP's schemes are written as one likes; the token is what counts.
    expect(await headersTaken({ lower: { authorization: `bearer ${speaker.token}` } })).toHaveLength(1);
  });

  it('that is forged is not taken, whichever way', async () => {
    const all = forgeries(mint);
    expect(Object.keys(all).length).toBeGreaterThan(90);
    expect(await taken(all)).toEqual([]);
  });

  it('of another deployment is not taken, nor ours made by another of the same kid', async () => {
    const [other] = newSecrets().tokenKeys;
    const theirs = createPrivateKey({ key: other!.privateJwk as never, format: 'jwk' });
    expect(await taken({ theirs: honest({ ...mint, privateKey: theirs }), 'under its own kid': honest({ kid: 'theirs', privateKey: theirs, claims: mint.claims }) })).toEqual([]);
  });

  it('stands in one header, as Bearer and nothing else', async () => {
    const good = speaker.token;
    expect(await headersTaken({
      'another scheme': { authorization: `Basic ${good}` }, 'no scheme': { authorization: good }, 'a scheme alone': { authorization: 'Bearer' },
      'an empty token': { authorization: 'Bearer ' }, nothing: { authorization: '' }, 'two tokens': { authorization: `Bearer ${good}, Bearer ${good}` },
      'a comma': { authorization: `Bearer ${good},` }, 'more words': { authorization: `Bearer ${good} x` }, 'two blanks': { authorization: `Bearer  ${good}` },
      'as an API key': { 'x-api-key': good }, 'beside an API key': { authorization: `Bearer ${good}`, 'x-api-key': 'sk_x' }, cookie: { cookie: `token=${good}; access_token=${good}` },
      'another header': { 'x-authorization': `Bearer ${good}` }, 'the proxy\'s': { 'proxy-authorization': `Bearer ${good}` }, 'a key\'s prefix': { authorization: `Bearer sk_${good}` },
    })).toEqual([]);
  });

  it('stands in the header alone: neither in the url nor in the body', async () => {
    const inUrl = await request(api.url).post(`/graphql?access_token=${speaker.token}&authorization=Bearer%20${speaker.token}`).set('content-type', 'application/json').send(query);
    expect((inUrl.body as { data: unknown }).data).toBeNull();
    expect((await post(api.url, '', JSON.stringify({ query: '{ network { id } }', access_token: speaker.token, authorization: `Bearer ${speaker.token}` }))).body.data ?? null).toBeNull();
  });

  it('of two headers makes neither good', async () => {
    const { connect } = await import('node:net');
    const { hostname, port } = new URL(api.url);
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), hostname);
      let text = '';
      socket.on('data', (chunk) => (text += chunk.toString())).on('close', () => resolve(text));
      socket.end(`POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: Bearer nonsense\r\nAuthorization: Bearer ${speaker.token}\r\nConnection: close\r\nContent-Length: ${query.length}\r\n\r\n${query}`);
    });
    expect(answer).toContain('UNAUTHENTICATED');
  });
});

describe('A credential whose time is over', () => {
  const logIn = async (email: string) => {
    const { data } = (await api.ask(`mutation { logIn(input: {email: "${email}", password: "a long enough one"}) { accessToken refreshToken sessionId } }`, { as: '' })).body;
    return data!.logIn as { accessToken: string; refreshToken: string; sessionId: string };
  };
  const renew = async (refreshToken: string) =>
    (await api.ask('mutation($t: String!) { refreshSession(input: {refreshToken: $t}) { accessToken errors { code } } }', { as: '', variables: { t: refreshToken } }))
      .body.data!.refreshSession as { accessToken: string | null; errors: { code: string }[] };

  it('is not taken: the session logged out or ended, the roles changed, the membership deactivated', async () => {
    const emailOf = async (one: Speaker) => (await one.ask('{ me { email } }')).me.email as string;
    const membershipOf = async (one: Speaker) => (await one.ask('{ me { membershipId } }')).me.membershipId as string;
    const [out, ended, changed, gone] = [await mall.another('FLOOR'), await mall.another('FLOOR'), await mall.another('FLOOR'), await mall.another('FLOOR')];
    const session = await logIn(await emailOf(ended));
    await out.ask('mutation { logOut { ended } }');
    await ended.ask('mutation($s: ID!) { endSession(input: {sessionId: $s}) { ended } }', { s: session.sessionId });
    const [changedId, goneId] = [await membershipOf(changed), await membershipOf(gone)];
    await speaker.act('changeRoles', 'version', { membershipId: changedId, version: 1, roles: ['FINANCE'] });
    await speaker.act('deactivateMembership', 'version', { membershipId: goneId, version: 1 });
    expect(await taken({ 'logged out': out.token, ended: session.accessToken, 'roles changed': changed.token, deactivated: gone.token })).toEqual([]);
    expect((await renew(session.refreshToken)).errors).toEqual([{ code: 'REFRESH_INVALID' }]);
  }, 60_000);

  it('is of its own kind: no refresh token gives access, and no access token renews', async () => {
    const email = (await speaker.ask('{ me { email } }')).me.email as string;
    const { refreshToken, accessToken } = await logIn(email);
    expect(await taken({ refresh: refreshToken })).toEqual([]);
    for (const token of [accessToken, honest(mint), '', `${refreshToken}x`, refreshToken.slice(0, -1), refreshToken.toUpperCase(), 'rt_x_y', '\0']) {
      expect([token.slice(0, 20), (await renew(token)).accessToken]).toEqual([token.slice(0, 20), null]);
    }
    // None of these has ended the session, which whoever knows its id could otherwise do.
    expect((await renew(refreshToken)).accessToken).toEqual(expect.any(String));
  }, 60_000);

  it('leaves no line in the log that is an error, and none with a token in it', () => {
    expect(api.lines.filter(({ level }) => (level as number) >= 50)).toEqual([]);
    expect(JSON.stringify(api.lines)).not.toContain(speaker.token.split('.')[2]!);
  });
});

describe('The list of forgeries', () => {
  /** Reads tokens otherwise than it should, while the work runs. */
  async function reading<R>(read: (token: string) => Promise<object>, work: () => Promise<R>): Promise<R> {
    const right = Object.getOwnPropertyDescriptor(IssuedCredentials.prototype, 'claimsOf')!;
    Object.defineProperty(IssuedCredentials.prototype, 'claimsOf', { ...right, value: async (token: string) => read(token) });
    try {
      return await work();
    } finally {
      Object.defineProperty(IssuedCredentials.prototype, 'claimsOf', right);
    }
  }
  const claimed = (claims: Claims) => ({ personId: claims.sub, sessionId: claims.sid, networkId: claims.net });
  const signing = (key: KeyObject) => ({ signing: {} as never, verifying: new Map([[kid, key as never]]) });

  it.each([
    ['a signature that nobody checks', (token: string) => claimed(claimsOf(token)), 'alg none'],
    ['an expiry that nobody checks', (token: string) => claimed(claimsOf(token)), 'expired'],
    ['an audience that nobody checks', (token: string) => claimed(claimsOf(token)), 'another audience'],
    ['a type that nobody checks', (token: string) => claimed(claimsOf(token)), 'a plain JWT'],
    ['a kid that nobody checks', (token: string) => claimed(claimsOf(token)), 'no kid'],
  ])('catches %s', async (_fault, read, name) => {
    const accepted = await reading(async (token) => read(token), () => taken({ [name]: forgeries(mint)[name]! }));
    expect(accepted).toEqual([expect.stringContaining(name)]);
  });

  it('catches a reader that takes whatever key the header brings', async () => {
    const name = 'its own key in the header';
    const stranger = generateKeyPairSync('ed25519');
    const token = signed({ ...honestHeader(kid), jwk: stranger.publicKey.export({ format: 'jwk' }) }, mint.claims, stranger.privateKey);
    expect(await taken({ [name]: token })).toEqual([]);
    const read = async (given: string) => (await verifyAccessToken(signing(stranger.publicKey), given)) ?? Promise.reject(new Error('no'));
    expect(await reading(read, () => taken({ [name]: token }))).toEqual([expect.stringContaining(name)]);
  });

  it('catches a session that is over and still let in', async () => {
    const right = Object.getOwnPropertyDescriptor(IssuedCredentials.prototype, 'standingOf')!;
    const out = await mall.another('FLOOR');
    const kept: unknown = await (right.value as (claims: object) => Promise<object>).call(
      Object.assign(Object.create(IssuedCredentials.prototype) as object, { database: api.database }), claimed(claimsOf(out.token)));
    await out.ask('mutation { logOut { ended } }');
    expect(await taken({ over: out.token })).toEqual([]);
    Object.defineProperty(IssuedCredentials.prototype, 'standingOf', { ...right, value: async () => kept });
    const accepted = await taken({ over: out.token }).finally(() => Object.defineProperty(IssuedCredentials.prototype, 'standingOf', right));
    expect(accepted).toEqual([expect.stringContaining('over')]);
  });
});
