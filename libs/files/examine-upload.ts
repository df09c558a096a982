import { createHash } from 'node:crypto';
import { contentOf, readsAsCsv } from './content-of.js';
import { fileName } from './file-name.js';
import { mediaTypeOf, mediaTypeOfName, type MediaType } from './policy.js';
import { refuse } from './refusals.js';
import { isWhole } from './whole-file.js';

/** A file as it came in: its bytes, what it is called and what it is said to be. */
export interface Brought {
  readonly bytes: Buffer;
  readonly name: unknown;
  readonly declared: string | null;
}

/** A file that may be kept: whole, of a type that evidence has, and what its name and its sender say it is. */
export interface Examined {
  readonly name: string;
  readonly mediaType: MediaType;
  readonly digest: string;
}

/** Examines what came in by its content; a file that is not what it is said to be is refused. */
export async function examineUpload({ bytes, name: given, declared }: Brought, mostBytes: number): Promise<Examined> {
  const name = fileName(given);
  const declaredType = mediaTypeOf(declared);
  if (!declaredType) throw refuse('TYPE_NOT_ALLOWED', {}, 'contentType');
  const namedType = mediaTypeOfName(name);
  if (!namedType) throw refuse('TYPE_NOT_ALLOWED', {}, 'name');
  if (bytes.length === 0) throw refuse('FILE_EMPTY', {}, 'content');
  if (bytes.length > mostBytes) throw refuse('FILE_TOO_LARGE', { limit: mostBytes }, 'content');
  const { type, seen } = await contentOf(bytes);
  if (type !== declaredType) throw refuse('CONTENT_MISMATCH', { content: seen, declared: declaredType }, 'contentType');
  if (type !== namedType) throw refuse('CONTENT_MISMATCH', { content: seen, declared: namedType }, 'name');
  const whole = isWhole(type, bytes) && (type !== 'text/csv' || (await readsAsCsv(bytes)));
  if (!whole) throw refuse('FILE_BROKEN', {}, 'content');
  return { name, mediaType: type, digest: createHash('sha256').update(bytes).digest('hex') };
}
