import { unzipSync, zipSync } from 'fflate';
import writeXlsxFile, { type Cell } from 'write-excel-file/node';
import type { Rendered } from './document.js';
import { mustBeDecimal, type Sheet, type SheetColumn } from './sheet.js';

// A spreadsheet keeps 15 digits of a number; what has more stays text, and so whole.
const mostDigits = 15;

/** The rows as a workbook; texts are texts there, so none of them is a formula. */
export async function renderXlsx({ name, columns, rows, day }: Sheet): Promise<Rendered> {
  const head: Cell[] = columns.map(({ title }) => ({ value: title, type: String, fontWeight: 'bold' }));
  const data = [head, ...rows.map((row) => row.map((value, i) => cellOf(value, columns[i]!)))];
  const widths = columns.map((_, i) => ({ width: widthOf([columns[i]!.title, ...rows.slice(0, 200).map((row) => row[i] ?? '')]) }));
  const made = await writeXlsxFile(data, { sheet: sheetName(name), columns: widths, stickyRowsCount: 1 }).toBuffer();
  return { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', body: dated(made, day) };
}

function cellOf(value: string | null, { kind }: SheetColumn): Cell {
  if (value === null) return null;
  if (kind === 'day') return { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' };
  if (kind === 'text' || value.replace(/\D/g, '').length > mostDigits) return { value, type: String };
  const decimals = /\.(\d+)$/.exec(mustBeDecimal(value))?.[1]?.length ?? 0;
  return { value: Number(value), type: Number, format: decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}` };
}

/** A Chinese character is as wide as two others. */
const widthOf = (texts: readonly string[]): number =>
  Math.min(60, Math.max(8, ...texts.map((text) => [...text].reduce((sum, one) => sum + (one > '\u2e7f' ? 2 : 1), 2))));

/** What a workbook takes for the name of a sheet. */
const sheetName = (name: string): string => name.replace(/[[\]:*?/\\']/g, ' ').slice(0, 31).trim() || 'Sheet';

/** The same zip with the day that it bears in the place of the clock's. */
function dated(zip: Buffer, day: string): Buffer {
  const parts = Object.entries(unzipSync(zip)).sort(([a], [b]) => order(a) - order(b) || (a < b ? -1 : 1));
  // A zip says the time of no zone, and the library writes that of this machine's.
  const [year, month, date] = day.split('-').map((part) => Number(part)) as [number, number, number];
  return Buffer.from(zipSync(Object.fromEntries(parts), { mtime: new Date(year, month - 1, date), level: 6 }));
}

/** Readers look for the table of contents first. */
const order = (name: string): number => (name === '[Content_Types].xml' ? 0 : 1);
