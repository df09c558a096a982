import { createPublicKey } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTHeaderParameters } from 'jose';
import { signAccessToken, verifyAccessToken } from './access-token.js';
import { tokenKeys, type TokenKeys } from './token-keys.js';

const claims = {
  personId: '0190f0f0-0000-7000-8000-000000000001',
  sessionId: '0190f0f0-0000-7000-8000-000000000002',
  networkId: '0190f0f0-0000-7000-8000-000000000003',
};
const seconds = () => Math.floor(Date.now() / 1000);
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

let keys: TokenKeys;
let ours: CryptoKey;
let theirs: CryptoKey;
let publicKey: string;

beforeAll(async () => {
  const [one, two] = [await generateKeyPair('EdDSA', { extractable: true }), await generateKeyPair('EdDSA', { extractable: true })];
  [ours, theirs] = [one.privateKey, two.privateKey];
  const jwk = await exportJWK(ours);
  keys = await tokenKeys([{ kid: 'now', privateJwk: jwk }]);
  publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: jwk.x! }, format: 'jwk' }).export({ type: 'spki', format: 'pem' }) as string;
});

interface Forged {
  header?: Partial<JWTHeaderParameters>;
  payload?: Record<string, unknown>;
  key?: () => CryptoKey | Uint8Array;
}

/** A token good in every respect but those given; undefined leaves a claim out. */
function forge({ header, payload, key }: Forged): Promise<string> {
  return new SignJWT({
    sub: claims.personId, sid: claims.sessionId, net: claims.networkId, iss: 'surety', aud: 'surety-api',
    iat: seconds(), exp: seconds() + 60, ...payload,
  }).setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: 'now', ...header }).sign(key?.() ?? ours);
}

/** Does the work while the clock shows that moment. */
async function atClock<R>(nowMs: number, work: () => Promise<R>): Promise<R> {
  const Right = Date;
  globalThis.Date = class extends Right {
    constructor(...given: []) {
      super(...(given.length > 0 ? given : [nowMs]) as []);
    }

    static override now = () => nowMs;
  } as DateConstructor;
  try {
    return await work();
  } finally {
    globalThis.Date = Right;
  }
}

describe('An access token', () => {
  it('is good for ten minutes and says whose session it is', async () => {
    const { token, expiresAt } = await signAccessToken(keys, claims);
    expect(await verifyAccessToken(keys, token)).toEqual(claims);
    expect(Math.abs(expiresAt.getTime() - Date.now() - 600_000)).toBeLessThan(2_000);
  });

  it('of the key before stays good while that key is configured', async () => {
    const { token } = await signAccessToken(keys, claims);
    const [old, next] = [await exportJWK(ours), await exportJWK(theirs)];
    expect(await verifyAccessToken(await tokenKeys([{ kid: 'next', privateJwk: next }, { kid: 'now', privateJwk: old }]), token)).toEqual(claims);
    expect(await verifyAccessToken(await tokenKeys([{ kid: 'next', privateJwk: next }]), token)).toBeNull();
  });

  it('that was remembered is good for its own time only, wherever the clock is set, and for the keys that it was good for', async () => {
    const at = seconds();
    const token = await forge({ payload: { iat: at, exp: at + 60 } });
    for (let i = 0; i < 2; i++) expect(await verifyAccessToken(keys, token)).toEqual(claims);
    for (const [offset, good] of [[-30, false], [59, true], [61, false], [-86_400, false], [0, true]] as const) {
      expect([offset, (await atClock((at + offset) * 1000 + 1, () => verifyAccessToken(keys, token))) !== null]).toEqual([offset, good]);
    }
    expect(await verifyAccessToken(await tokenKeys([{ kid: 'now', privateJwk: await exportJWK(theirs) }]), token)).toBeNull();
    const other = `${token.slice(0, token.lastIndexOf('.') + 1)}${(await forge({ payload: { iat: at, exp: at + 59 } })).split('.')[2]}`;
    expect(await verifyAccessToken(keys, other)).toBeNull();
  });

  it('is written in one way only: padding and spare bits are refused, though they decode to the same', async () => {
    const { token } = await signAccessToken(keys, claims);
    const spare = `${token.slice(0, -1)}${{ A: 'B', Q: 'R', g: 'h', w: 'x' }[token.at(-1)!]}`;
    for (const written of [`${token}==`, `${token}=`, spare, `${token}.`]) expect(await verifyAccessToken(keys, written)).toBeNull();
  });

  it('that is made as ours are is the control of what follows', async () => {
    expect(await verifyAccessToken(keys, await forge({}))).toEqual(claims);
  });

  it.each<[string, Forged]>([
    ['signed by another key', { key: () => theirs }],
    ['of an unknown key', { header: { kid: 'other' } }],
    ['of no key', { header: { kid: undefined } }],
    ['of a key that is a path', { header: { kid: '../../now' } }],
    ['of a prototype’s key', { header: { kid: 'constructor' } }],
    ['bringing its own key', { header: { jwk: { kty: 'OKP', crv: 'Ed25519', x: 'AAAA' } }, key: () => theirs }],
    ['signed HS256 with the public key', { header: { alg: 'HS256' }, key: () => Buffer.from(publicKey) }],
    ['of another issuer', { payload: { iss: 'surety2' } }],
    ['of no issuer', { payload: { iss: undefined } }],
    ['for another audience', { payload: { aud: 'surety-worker' } }],
    ['for no audience', { payload: { aud: undefined } }],
    ['of another type', { header: { typ: 'JWT' } }],
    ['of no type', { header: { typ: undefined } }],
    ['expired', { payload: { iat: seconds() - 700, exp: seconds() - 100 } }],
    ['expired this second', { payload: { exp: seconds() } }],
    ['that never expires', { payload: { exp: undefined } }],
    ['not good yet', { payload: { nbf: seconds() + 60 } }],
    ['made in the future', { payload: { iat: seconds() + 600, exp: seconds() + 1_200 } }],
    ['older than any of ours, expiring late', { payload: { iat: seconds() - 3_600, exp: seconds() + 3_600 } }],
    ['without a session', { payload: { sid: undefined } }],
    ['without a person', { payload: { sub: undefined } }],
    ['without a network', { payload: { net: undefined } }],
    ['whose session is no id', { payload: { sid: `' OR true --` } }],
    ['whose network is a list', { payload: { net: [claims.networkId] } }],
  ])('%s is none of ours', async (_, forged) => {
    expect(await verifyAccessToken(keys, await forge(forged))).toBeNull();
  });

  it.each(['none', 'None', 'NONE', ''])('of the algorithm %j is none of ours, signed or not', async (alg) => {
    const [, payload, signature] = (await forge({})).split('.');
    const header = part({ alg, typ: 'at+jwt', kid: 'now' });
    for (const end of ['', signature]) expect(await verifyAccessToken(keys, `${header}.${payload}.${end}`)).toBeNull();
  });

  it('with a changed payload is none of ours', async () => {
    const [header, , signature] = (await forge({})).split('.');
    const payload = part({ sub: claims.personId, sid: claims.personId, net: claims.networkId, iss: 'surety', aud: 'surety-api', iat: seconds(), exp: seconds() + 60 });
    expect(await verifyAccessToken(keys, `${header}.${payload}.${signature}`)).toBeNull();
  });

  it.each(['', '.', '..', 'a.b.c', 'rt_x', '{}', 'a'.repeat(100_000)])('is not %j', async (text) => {
    expect(await verifyAccessToken(keys, text)).toBeNull();
  });
});

describe('Token keys', () => {
  it('are refused where there is none, one twice, or one of another kind', async () => {
    const jwk = await exportJWK(ours);
    const rsa = await exportJWK((await generateKeyPair('ES256', { extractable: true })).privateKey);
    await expect(tokenKeys([])).rejects.toThrow('No key');
    await expect(tokenKeys([{ kid: 'a', privateJwk: jwk }, { kid: 'a', privateJwk: jwk }])).rejects.toThrow('Two token keys');
    await expect(tokenKeys([{ kid: 'a', privateJwk: rsa }])).rejects.toThrow('not an Ed25519');
  });
});
