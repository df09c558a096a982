import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { PersonalKeys } from './personal-keys.js';

/** Where a sealed field stands; taken to another place it does not open. */
export interface FieldPlace {
  readonly networkId: string;
  readonly rowId: string;
  readonly field: string;
}

const nonceBytes = 12;
const tagBytes = 16;

/** Seals one field with the current key, as base64 of nonce, cipher text and tag (AES-256-GCM). */
export function sealField(keys: PersonalKeys, place: FieldPlace, text: string): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', keys.sealing(place.networkId, keys.current), nonce).setAAD(bound(place));
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64');
}

/** Opens what a version of the keys sealed at this place; anything else is a fault, never another text. */
export function openField(keys: PersonalKeys, version: number, place: FieldPlace, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', keys.sealing(place.networkId, version), bytes.subarray(0, nonceBytes), { authTagLength: tagBytes });
  decipher.setAAD(bound(place)).setAuthTag(bytes.subarray(-tagBytes));
  return Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]).toString('utf8');
}

/** A hash by which a network finds a text that it cannot read; the same text of another network or field has another. */
export function blindIndex(keys: PersonalKeys, networkId: string, field: string, normal: string): Buffer {
  return createHmac('sha256', keys.indexing(networkId)).update(`${field}:${normal}`).digest();
}

function bound({ networkId, rowId, field }: FieldPlace): Buffer {
  return Buffer.from(`${networkId}/${rowId}/${field}`);
}
