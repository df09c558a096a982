import { day } from '@app/kernel';
import { refuse } from './refusals.js';

// What a key of a page may be made of. An instant is not among them: JavaScript would drop its microseconds.
const parts = {
  uuid: { show: String, read: (text: string) => (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? text : bad()) },
  bigint: { show: String, read: (text: string) => (/^-?\d{1,18}$/.test(text) ? BigInt(text) : bad()) },
  day: { show: String, read: (text: string) => day(text) },
  text: { show: String, read: (text: string) => (text.length <= 500 && !text.includes('\0') ? text : bad()) },
} as const;
type Part = keyof typeof parts;
type Shape = Readonly<Record<string, Part>>;
type ValueOf = { uuid: string; bigint: bigint; day: ReturnType<typeof day>; text: string };
export type KeyOf<S extends Shape> = { readonly [Name in keyof S]: ValueOf[S[Name]] };

/** How the place of a row on a page is written for callers: opaque to them, strictly read from them. */
export interface Cursor<Key> {
  write(row: Key): string;
  /** Refuses a cursor that is no cursor, or one of another list. */
  read(text: string): Key;
}

/** Declares the cursor of a list by the properties of its rows that order it. */
export function cursor<const S extends Shape>(list: string, shape: S): Cursor<KeyOf<S>> {
  const names = Object.keys(shape);
  return {
    write: (row) => Buffer.from(JSON.stringify([list, ...names.map((name) => parts[shape[name]!].show(row[name]))])).toString('base64url'),
    read: (text) => {
      const [of, ...texts] = listed(text);
      if (of !== list || texts.length !== names.length) return bad();
      try {
        return Object.fromEntries(names.map((name, i) => [name, parts[shape[name]!].read(texts[i]!)])) as KeyOf<S>;
      } catch {
        return bad();
      }
    },
  };
}

function listed(text: string): string[] {
  try {
    const read: unknown = text.length <= 1_000 ? JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) : null;
    return Array.isArray(read) && read.every((one) => typeof one === 'string') ? read : [];
  } catch {
    return [];
  }
}

function bad(): never {
  throw refuse('INVALID_INPUT', { problem: 'not a cursor of this list' }, 'after');
}
