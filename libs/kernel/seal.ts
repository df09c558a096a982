import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const version = 1;
const nonceBytes = 12;
const tagBytes = 16;

/** Seals a text under a key and bound to its place (AES-256-GCM): moved to another row or network it does not open. */
export function seal(key: Buffer, place: readonly string[], text: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(bound(place));
  return Buffer.concat([Buffer.of(version), nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

/** Opens what was sealed under this key at this place; whatever else it is given is a fault. */
export function unseal(key: Buffer, place: readonly string[], sealed: Buffer): string {
  if (sealed[0] !== version) throw new Error('Sealed in a way that is not known here.');
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + nonceBytes), { authTagLength: tagBytes });
  decipher.setAAD(bound(place)).setAuthTag(sealed.subarray(-tagBytes));
  return Buffer.concat([decipher.update(sealed.subarray(1 + nonceBytes, -tagBytes)), decipher.final()]).toString('utf8');
}

const bound = (place: readonly string[]): Buffer => Buffer.from(place.join('/'));
