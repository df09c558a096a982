import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';

interface Place {
  readonly networkId: string;
  readonly invitationId: string;
}

const tagBytes = 16;
// The key is made from a code that seals one text once, so a fixed nonce is never used twice with a key.
const nonce = Buffer.alloc(12);

/** An e-mail that only the holder of the code can read again: neither the database nor our own keys suffice. */
export function sealEmail(code: string, place: Place, email: string): Buffer {
  const cipher = createCipheriv('aes-256-gcm', keyFrom(code), nonce).setAAD(bound(place));
  return Buffer.concat([cipher.update(email, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

export function openEmail(code: string, place: Place, sealed: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', keyFrom(code), nonce, { authTagLength: tagBytes });
  decipher.setAAD(bound(place)).setAuthTag(sealed.subarray(-tagBytes));
  return Buffer.concat([decipher.update(sealed.subarray(0, -tagBytes)), decipher.final()]).toString('utf8');
}

function keyFrom(code: string): Buffer {
  return Buffer.from(hkdfSync('sha256', code, '', 'surety invitation e-mail', 32));
}

function bound({ networkId, invitationId }: Place): Buffer {
  return Buffer.from(`${networkId}/${invitationId}`);
}
