import type { Day } from '@app/kernel';

/** Rows to be worked with elsewhere: one table with a title to each column. */
export interface Sheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  /** Exact decimal text in a column of numbers; null where there is nothing. */
  readonly rows: readonly (readonly (string | null)[])[];
  /** The day that it bears; also the date inside the file, so that the same rows give the same bytes. */
  readonly day: Day;
}

export interface SheetColumn {
  readonly title: string;
  readonly kind: 'text' | 'number' | 'day';
}

const decimal = /^-?\d+(\.\d+)?$/;

/** Fails where a column of numbers holds something else: that is a fault of ours. */
export function mustBeDecimal(text: string): string {
  if (!decimal.test(text)) throw new Error(`"${text}" is no decimal number.`);
  return text;
}

/** A text that a spreadsheet would take for a formula is told to be a text. */
export const plainText = (text: string): string => (/^[\s\p{Cc}]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(text) ? `'${text}` : text);
