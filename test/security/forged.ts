import { createHmac, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

export type Claims = Readonly<Record<string, unknown>>;

/** What an honest token is made of, by which every forgery differs in one thing. */
export interface Mint {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly claims: Claims;
}

const part = (value: unknown): string => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

/** A token of these parts, signed with Ed25519. */
export function signed(header: unknown, claims: unknown, key: KeyObject): string {
  const text = `${part(header)}.${part(claims)}`;
  return `${text}.${sign(null, Buffer.from(text), key).toString('base64url')}`;
}

export const honestHeader = (kid: string): Claims => ({ alg: 'EdDSA', typ: 'at+jwt', kid });
export const honest = ({ kid, privateKey, claims }: Mint): string => signed(honestHeader(kid), claims, privateKey);

/** Every forgery by its name; none of them may be taken. */
export function forgeries(mint: Mint): Record<string, string> {
  return { ...ofAlgorithm(mint), ...ofKeys(mint), ...ofClaims(mint), ...ofShape(mint) };
}

function ofAlgorithm({ kid, privateKey, claims }: Mint): Record<string, string> {
  const unsigned = (alg: string) => `${part({ ...honestHeader(kid), alg })}.${part(claims)}.`;
  const publicKey = createPublicKey(privateKey);
  const jwk = publicKey.export({ format: 'jwk' });
  const hmac = (alg: string, secret: Buffer | string) => {
    const text = `${part({ ...honestHeader(kid), alg })}.${part(claims)}`;
    return `${text}.${createHmac(alg === 'HS512' ? 'sha512' : 'sha256', secret).update(text).digest('base64url')}`;
  };
  return {
    'alg none': unsigned('none'), 'alg None': unsigned('None'), 'alg NONE': unsigned('NONE'), 'alg nOnE': unsigned('nOnE'), 'alg empty': unsigned(''),
    'alg none with the honest signature': `${part({ ...honestHeader(kid), alg: 'none' })}.${honest({ kid, privateKey, claims }).split('.').slice(1).join('.')}`,
    'HS256 with the public key as PEM': hmac('HS256', publicKey.export({ format: 'pem', type: 'spki' })),
    'HS256 with the public key as DER': hmac('HS256', publicKey.export({ format: 'der', type: 'spki' })),
    'HS256 with the public key raw': hmac('HS256', Buffer.from(jwk.x!, 'base64url')),
    'HS256 with the public key as JWK': hmac('HS256', JSON.stringify(jwk)),
    'HS256 with an empty secret': hmac('HS256', ''), 'HS512 with the public key raw': hmac('HS512', Buffer.from(jwk.x!, 'base64url')),
    'the right signature under another algorithm': signed({ ...honestHeader(kid), alg: 'ES256' }, claims, privateKey),
    'no algorithm': signed({ typ: 'at+jwt', kid }, claims, privateKey),
    'an algorithm that is a list': signed({ ...honestHeader(kid), alg: ['EdDSA'] }, claims, privateKey),
  };
}

function ofKeys({ kid, privateKey, claims }: Mint): Record<string, string> {
  const stranger = generateKeyPairSync('ed25519');
  const jwk = stranger.publicKey.export({ format: 'jwk' });
  const strange = (more: Claims) => signed({ ...honestHeader(kid), ...more }, claims, stranger.privateKey);
  const kids: Record<string, unknown> = {
    'of another name': 'k2', 'that climbs': '../../../../dev/null', 'that is a url': 'https://evil.example/jwks.json', 'that is SQL': `k1' OR '1'='1`,
    'that is a list': [kid], 'that is an object': { kid }, 'that is null': null, 'that is a number': 1, 'that is empty': '', 'with a NUL': `${kid}\0`,
    'of a prototype': '__proto__', 'named constructor': 'constructor', 'in capitals': kid.toUpperCase(), 'that is true': true,
  };
  return {
    'another key under the same kid': strange({}),
    'its own key in the header': strange({ jwk }),
    'the url of its own keys': strange({ jku: 'https://evil.example/jwks.json' }),
    'its own certificate': strange({ x5c: [Buffer.from(stranger.publicKey.export({ format: 'der', type: 'spki' })).toString('base64')] }),
    'the url of its own certificate': strange({ x5u: 'https://evil.example/cert.pem' }),
    'its own key and no kid': signed({ alg: 'EdDSA', typ: 'at+jwt', jwk }, claims, stranger.privateKey),
    'no kid': signed({ alg: 'EdDSA', typ: 'at+jwt' }, claims, privateKey),
    'an extension that must be understood': signed({ ...honestHeader(kid), crit: ['evil'], evil: true }, claims, privateKey),
    'a payload that is said not to be encoded': signed({ ...honestHeader(kid), crit: ['b64'], b64: false }, claims, privateKey),
    ...Object.fromEntries(Object.entries(kids).map(([name, value]) => [`a kid ${name}`, signed({ ...honestHeader(kid), kid: value }, claims, privateKey)])),
    ...Object.fromEntries(Object.entries(kids).map(([name, value]) => [`a kid ${name}, and another key`, strange({ kid: value })])),
  };
}

function ofClaims({ kid, privateKey, claims }: Mint): Record<string, string> {
  const now = Math.floor(Date.now() / 1000);
  const saying = (more: Claims) => signed(honestHeader(kid), { ...claims, ...more }, privateKey);
  const typed = (typ: unknown) => signed({ ...honestHeader(kid), typ }, claims, privateKey);
  const wrong: Record<string, Claims> = {
    'another issuer': { iss: 'elsewhere' }, 'an issuer in a list': { iss: ['surety'] }, 'another audience': { aud: 'other-api' }, 'an audience nearly right': { aud: 'surety-api ' },
    'no audience in its list': { aud: [] }, 'expired': { iat: now - 700, exp: now - 100 }, 'expired a second ago': { iat: now - 300, exp: now - 1 },
    'not yet valid': { nbf: now + 300 }, 'issued far in the future': { iat: now + 86_400, exp: now + 87_000 }, 'issued long ago, good for ever': { iat: now - 86_400, exp: now + 86_400 * 365 },
    'an expiry that is text': { exp: String(now + 300) }, 'an expiry that is a list': { exp: [now + 300] }, 'an expiry beyond all numbers': { iat: '1e999', exp: '1e999' },
    'a session that is SQL': { sid: `' OR 1=1 --` }, 'a session that is a list': { sid: [claims.sid] }, 'a session of nobody': { sid: '00000000-0000-7000-8000-000000000000' },
    'another person': { sub: '00000000-0000-7000-8000-000000000000' }, 'another network': { net: '00000000-0000-7000-8000-000000000000' }, 'a network that is null': { net: null },
  };
  const lacking = Object.keys(claims).map((name): [string, string] => {
    const { [name]: _, ...rest } = claims;
    return [`without ${name}`, signed(honestHeader(kid), rest, privateKey)];
  });
  return {
    ...Object.fromEntries(Object.entries(wrong).map(([name, more]) => [name, saying(more)])), ...Object.fromEntries(lacking),
    'a plain JWT': typed('JWT'), 'a refresh token\'s type': typed('rt+jwt'), 'a type that is a list': typed(['at+jwt']), 'no type': signed({ alg: 'EdDSA', kid }, claims, privateKey),
    'a payload that is a list': signed(honestHeader(kid), [claims], privateKey), 'a payload that is text': signed(honestHeader(kid), 'x', privateKey),
  };
}

function ofShape(mint: Mint): Record<string, string> {
  const good = honest(mint);
  const [header, body, signature] = good.split('.') as [string, string, string];
  const other = part({ ...mint.claims, sub: '00000000-0000-7000-8000-000000000000' });
  const flipped = Buffer.from(signature, 'base64url');
  flipped[0]! ^= 1;
  return {
    'a payload that was changed': `${header}.${other}.${signature}`, 'a header that was changed': `${part({ ...honestHeader(mint.kid), x: 1 })}.${body}.${signature}`,
    'a signature with one bit turned': `${header}.${body}.${flipped.toString('base64url')}`, 'no signature': `${header}.${body}.`, 'two parts': `${header}.${body}`,
    'four parts': `${good}.x`, 'an encrypted token\'s five parts': `${good}.x.y`, 'trailing garbage': `${good}AAAA`, 'leading garbage': `AAAA${good}`, 'a point behind': `${good}.`,
    'dots alone': '..', 'a word': 'x', 'the signature twice': `${good}${signature}`, 'a payload of its own appended': `${good}.${body}.${signature}`,
    'a signature of zeros': `${header}.${body}.${Buffer.alloc(64).toString('base64url')}`, 'padding': `${good}==`, 'a null payload': signed(honestHeader(mint.kid), null, mint.privateKey),
  };
}
