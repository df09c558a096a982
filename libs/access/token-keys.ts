import { importJWK, type CryptoKey, type JWK } from 'jose';

/** The keys that access tokens are signed and verified with. */
export interface TokenKeys {
  readonly signing: { readonly kid: string; readonly key: CryptoKey };
  readonly verifying: ReadonlyMap<string, CryptoKey>;
}

/** A private Ed25519 key as the deployment's secrets hold it. */
export interface TokenSecret {
  readonly kid: string;
  readonly privateJwk: JWK;
}

/** Reads the configured keys: the first one signs, all of them verify, so that a key can be followed by the next. */
export async function tokenKeys(secrets: readonly TokenSecret[]): Promise<TokenKeys> {
  const [first] = secrets;
  if (!first) throw new Error('No key to sign access tokens with is configured.');
  const verifying = new Map<string, CryptoKey>();
  for (const { kid, privateJwk } of secrets) {
    if (privateJwk.kty !== 'OKP' || privateJwk.crv !== 'Ed25519') throw new Error(`The token key ${kid} is not an Ed25519 key.`);
    if (verifying.has(kid)) throw new Error(`Two token keys are called ${kid}.`);
    verifying.set(kid, await imported({ kty: 'OKP', crv: 'Ed25519', x: privateJwk.x }));
  }
  return { signing: { kid: first.kid, key: await imported(first.privateJwk) }, verifying };
}

async function imported(jwk: JWK): Promise<CryptoKey> {
  return (await importJWK(jwk, 'EdDSA')) as CryptoKey;
}
