import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { Trouble } from './trouble.mjs';

/**
 * The secrets of this installation, made once; what a later version needs besides is added.
 * @param {string} file
 */
export function openSecrets(file) {
  const fresh = newSecrets();
  const kept = existsSync(file) ? readSecrets(file) : {};
  const secrets = { ...fresh, ...kept, postgres: { ...fresh.postgres, ...kept.postgres } };
  if (JSON.stringify(secrets) !== JSON.stringify(kept)) write(file, secrets);
  chmodSync(file, 0o600);
  return secrets;
}

/** @param {string} file */
export function readSecrets(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Trouble(`${file} cannot be read (${error.code ?? 'not JSON'}).`);
  }
}

function newSecrets() {
  const password = () => randomBytes(24).toString('base64url');
  return {
    postgres: { admin: password(), owner: password(), app: password(), worker: password() },
    tokenKeys: [newTokenKey()],
    hashKey: randomBytes(32).toString('base64'),
    personalKeys: [{ version: 1, key: randomBytes(32).toString('base64') }],
    platformKey: `sk_platform_${randomBytes(32).toString('base64url')}`,
  };
}

/** Named by the thumbprint of its public half (RFC 7638), so that a key has one name everywhere. */
function newTokenKey() {
  const privateJwk = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  const { crv, kty, x } = privateJwk;
  const kid = createHash('sha256').update(JSON.stringify({ crv, kty, x })).digest('base64url');
  return { kid, privateJwk };
}

/** Whole or not at all: half a file would lock us out of our own database. */
function write(file, secrets) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, file);
}
