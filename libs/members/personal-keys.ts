import { hkdfSync } from 'node:crypto';

/** A key of the deployment as its secrets hold it; a later version follows an earlier one, which still opens. */
export interface PersonalSecret {
  readonly version: number;
  readonly key: Buffer;
}

/** The keys of personal data, each network's own, made of the deployment's. */
export interface PersonalKeys {
  /** The version that seals now. */
  readonly current: number;
  sealing(networkId: string, version: number): Buffer;
  indexing(networkId: string): Buffer;
}

/** Makes the keys of personal data: the first secret seals, all of them open; what is searched for is hashed under `hashKey`. */
export function personalKeys(secrets: readonly PersonalSecret[], hashKey: Buffer): PersonalKeys {
  const [first] = secrets;
  if (!first) throw new Error('No key to seal personal data with is configured.');
  const byVersion = new Map<number, Buffer>();
  for (const { version, key } of secrets) {
    if (byVersion.has(version)) throw new Error(`Two keys of personal data have the version ${version}.`);
    byVersion.set(version, key);
  }
  // A network's key is made once: an import seals ten thousand rows with it.
  const made = new Map<string, Buffer>();
  const derived = (secret: Buffer, networkId: string, info: string): Buffer => {
    const known = made.get(`${info}/${networkId}`);
    if (known) return known;
    const key = Buffer.from(hkdfSync('sha256', secret, networkId, `surety personal ${info}`, 32));
    made.set(`${info}/${networkId}`, key);
    return key;
  };
  return {
    current: first.version,
    sealing(networkId, version) {
      const secret = byVersion.get(version);
      if (!secret) throw new Error(`Version ${version} of the keys of personal data is not configured.`);
      return derived(secret, networkId, `data ${version}`);
    },
    indexing: (networkId) => derived(hashKey, networkId, 'index'),
  };
}

/** Reads the keys as a file of secrets has them, `[{version, key}]` with 32 bytes in base64 each; null where they are not that. */
export function readPersonalSecrets(given: unknown): readonly PersonalSecret[] | null {
  if (!Array.isArray(given) || given.length === 0) return null;
  const read = given.map((one: unknown): PersonalSecret | null => {
    const { version, key } = (one ?? {}) as Readonly<Record<string, unknown>>;
    const bytes = Buffer.from(typeof key === 'string' ? key : '', 'base64');
    return typeof version === 'number' && Number.isSafeInteger(version) && version > 0 && bytes.length === 32 ? { version, key: bytes } : null;
  });
  return read.every((one) => one !== null) ? read : null;
}
