import { stringify } from 'csv-stringify/sync';
import type { Rendered } from './document.js';
import { mustBeDecimal, plainText, type Sheet } from './sheet.js';

/** The rows as RFC 4180 has it, in UTF-8 with a mark by which spreadsheets know that. */
export function renderCsv({ columns, rows }: Sheet): Rendered {
  const cell = (value: string | null, i: number) => (value === null ? '' : columns[i]?.kind === 'number' ? mustBeDecimal(value) : plainText(value));
  const text = stringify([columns.map(({ title }) => plainText(title)), ...rows.map((row) => row.map(cell))], { bom: true, record_delimiter: 'windows' });
  return { mediaType: 'text/csv; charset=utf-8', body: Buffer.from(text) };
}
