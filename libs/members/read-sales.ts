import { day, parseAmount, Refusal, type Day } from '@app/kernel';
import { CsvError, parse } from 'csv-parse/sync';
import { readPersonal, type Personal } from './personal-fields.js';
import type { SalesChannel } from './purchase.sql.js';
import { refuse } from './refusals.js';
import { saleProblem, type SaleFacts } from './sale-facts.js';
import { salesColumns, type SalesColumn } from './sales-columns.js';

export const mostSales = 10_000;

/** A row that is right. */
export interface SaleRow {
  readonly line: number;
  readonly sale: SaleFacts & { readonly voucher: string };
  readonly person: Personal | null;
}

/** What is wrong with a row; the text itself is not repeated. */
export interface RowProblem {
  readonly line: number;
  readonly column: string | null;
  readonly code: string;
  /** The reason in both languages. */
  readonly words: { readonly zh: string; readonly en: string };
}

export interface ReadSales {
  readonly rows: readonly SaleRow[];
  readonly problems: readonly RowProblem[];
}

type Cells = Partial<Record<SalesColumn, string>>;

/** Reads a sales file: each row by itself, with its line and the reason where it is wrong. Refused as a whole only where it is no such file. */
export function readSales(csv: string, today: Day, currency: string): ReadSales {
  const [heading, ...lines] = parsed(csv);
  if (!heading) throw refuse('FILE_EMPTY', {}, 'csv');
  const columns = salesColumns(heading.record);
  if (lines.length === 0) throw refuse('FILE_EMPTY', {}, 'csv');
  if (lines.length > mostSales) throw refuse('FILE_TOO_LONG', { most: mostSales }, 'csv');
  const rows: SaleRow[] = [];
  const problems: RowProblem[] = [];
  const vouchers = new Set<string>();
  for (const { record, info: { lines: line } } of lines) {
    try {
      if (record.length > columns.length) throw refuse('ROW_TOO_LONG');
      const cells = Object.fromEntries(columns.map((column, i) => [column, (record[i] ?? '').normalize('NFKC').trim()])) as Cells;
      const row = { line, ...readRow(cells, today, currency) };
      if (vouchers.has(row.sale.voucher)) throw refuse('VOUCHER_TWICE_IN_FILE', {}, 'voucher');
      vouchers.add(row.sale.voucher);
      rows.push(row);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      problems.push({ line, column: error.field, code: error.code, words: { zh: error.text('zh'), en: error.text('en') } });
    }
  }
  return { rows, problems };
}

function parsed(csv: string): { record: string[]; info: { lines: number } }[] {
  try {
    return parse(csv, { bom: true, delimiter: [',', ';', '\t'], info: true, relax_column_count: true, skip_empty_lines: true }) as never;
  } catch (error) {
    if (error instanceof CsvError) throw refuse('FILE_UNREADABLE', { line: typeof error.lines === 'number' ? error.lines : 0 }, 'csv');
    throw error;
  }
}

function readRow(cells: Cells, today: Day, currency: string): Omit<SaleRow, 'line'> {
  const sale = {
    voucher: told(cells, 'voucher', 60), category: told(cells, 'category', 60).toLowerCase(), model: told(cells, 'model', 200),
    priceMinor: amount(cells, 'price', currency)!, invoicePriceMinor: amount(cells, 'invoicePrice', currency), currency,
    invoiceNumber: cells.invoiceNumber ? told(cells, 'invoiceNumber', 60) : null, serial: cells.serial ? told(cells, 'serial', 100) : null,
    salesperson: cells.salesperson ? told(cells, 'salesperson', 20) : null, knownBy: 'sale' as const,
    soldOn: dayIn(cells, 'soldOn')!, invoicedOn: dayIn(cells, 'invoicedOn'), deliveredOn: dayIn(cells, 'deliveredOn'),
    channel: word(cells, 'channel', channels, 'counter'), outOfTown: word(cells, 'outOfTown', yesNo, false),
  };
  const problem = saleProblem(sale, today);
  if (problem) throw refuse(problem.code, {}, problem.field);
  const person = readPersonal({ name: cells.name, phone: cells.phone, address: cells.address, email: cells.email });
  // Without a phone nobody can be called, nor be found again.
  if (Object.keys(person).length > 0 && !person.phone) throw refuse('PERSON_WITHOUT_PHONE', {}, 'phone');
  return { sale, person: person.phone ? person : null };
}

function told(cells: Cells, column: SalesColumn, most: number): string {
  const text = cells[column] ?? '';
  if (!text) throw refuse('CELL_EMPTY', {}, column);
  // PostgreSQL keeps no NUL, and half a character would be kept as another.
  if (text.length > most || /\0|\p{Surrogate}/u.test(text)) throw refuse('CELL_UNREADABLE', {}, column);
  return text;
}

function amount(cells: Cells, column: 'price' | 'invoicePrice', currency: string): bigint | null {
  if (column === 'invoicePrice' && !cells[column]) return null;
  const text = told(cells, column, 40).replace(/^[¥￥]/, '');
  return atColumn(column, () => parseAmount(text, currency).minor);
}

function dayIn(cells: Cells, column: 'soldOn' | 'invoicedOn' | 'deliveredOn'): Day | null {
  if (column !== 'soldOn' && !cells[column]) return null;
  const [, year, month, date] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(told(cells, column, 20)) ?? [];
  if (!year || !month || !date) throw refuse('CELL_UNREADABLE', {}, column);
  return atColumn(column, () => day(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`));
}

/** A refusal of the kernel's may quote what it read; here it only says where. */
function atColumn<T>(column: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw error.code === 'INVALID_INPUT' ? refuse('CELL_UNREADABLE', {}, column) : error.at(column);
  }
}

const channels: Readonly<Record<string, SalesChannel>> = {
  counter: 'counter', 柜台: 'counter', 门店: 'counter', exhibition: 'exhibition', 展销: 'exhibition', online: 'online', 线上: 'online', 网购: 'online',
  phone: 'phone', 电话: 'phone', door_to_door: 'door_to_door', 上门: 'door_to_door', group: 'group', 团购: 'group',
};
const yesNo: Readonly<Record<string, boolean>> = { yes: true, no: false, y: true, n: false, true: true, false: false, 1: true, 0: false, 是: true, 否: false };

function word<T>(cells: Cells, column: SalesColumn, words: Readonly<Record<string, T>>, usual: T): T {
  const text = (cells[column] ?? '').toLowerCase();
  if (!text) return usual;
  if (!Object.hasOwn(words, text)) throw refuse('CELL_UNREADABLE', {}, column);
  return words[text]!;
}
