import { parse } from 'csv-parse';
import { fileTypeFromBuffer } from 'file-type';
import { Readable } from 'node:stream';
import { mediaTypeOf, type MediaType } from './policy.js';
import { zipDirectory } from './zip-directory.js';

/** What a content is by its own words: a type that evidence may have, another type, or null where nothing knows it. */
export interface Content {
  readonly type: MediaType | null;
  readonly seen: string;
}

/** Looks at the bytes alone, whatever they are called. */
export async function contentOf(bytes: Buffer): Promise<Content> {
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return zipped(bytes);
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (found) return { type: mediaTypeOf(found.mime), seen: found.mime };
  const text = textOf(bytes);
  if (text === null) return { type: null, seen: 'application/octet-stream' };
  // A page or a drawing, whose scripts a browser would run.
  return text.trimStart().startsWith('<') ? { type: null, seen: 'markup' } : { type: 'text/csv', seen: 'text/plain' };
}

/** By its table of contents; a zip is never unpacked here. */
function zipped(bytes: Buffer): Content {
  const names = zipDirectory(bytes)?.names;
  // Cut off, a zip lost its table of contents, which stands at the end: what it was is seen at its beginning.
  const has = (name: string) => names?.includes(name) ?? bytes.includes(name);
  return has('[Content_Types].xml') && (has('xl/workbook.xml') || !names)
    ? { type: mediaTypeOf('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'), seen: 'xlsx' }
    : { type: null, seen: 'application/zip' };
}

/** UTF-8, or what Chinese spreadsheets save as; tabs and line ends are the only control characters of a text. */
function textOf(bytes: Buffer): string | null {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      // eslint-disable-next-line no-control-regex
      if (!/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text)) return text;
    } catch {
      // The next one may know it.
    }
  }
  return null;
}

/** Whether a text reads as CSV to its end; piece by piece, so that others get their turn. */
export async function readsAsCsv(bytes: Buffer): Promise<boolean> {
  const pieces = function* () {
    for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
  };
  try {
    for await (const _ of Readable.from(pieces()).pipe(parse({ bom: true, encoding: 'latin1', relax_column_count: true, max_record_size: 1_048_576 }))) void _;
    return true;
  } catch {
    return false;
  }
}
