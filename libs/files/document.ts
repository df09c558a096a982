import type { Day } from '@app/kernel';

/** A text in both languages. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}
export type Language = keyof Words;

/** A paper to be sent out: everything that it says, and nothing of how it looks. */
export interface PaperDocument {
  readonly title: Words;
  /** Such as 嘉泰投罚〔2026〕12 号. */
  readonly number: string | null;
  /** Who it is from; its signature stands at the end. */
  readonly issuer: string;
  /** Whom and what it concerns, as label and value. */
  readonly parties: readonly { readonly role: Words; readonly name: string }[];
  readonly paragraphs: readonly Words[];
  readonly table: PaperTable | null;
  /** Lines to be signed by hand. */
  readonly signatures: readonly Words[];
  /** The day that it bears; also the date inside the file, so that the same paper gives the same bytes. */
  readonly day: Day;
}

/** What a kind of paper says by itself; who sends it to whom, under which number, is for whoever issues it to add. */
export type PaperText = Pick<PaperDocument, 'title' | 'parties' | 'paragraphs' | 'table'>;

export interface PaperTable {
  readonly head: readonly { readonly words: Words; readonly align?: 'left' | 'right' }[];
  readonly rows: readonly (readonly string[])[];
}

/** A file made by us, ready to be sent. */
export interface Rendered {
  readonly mediaType: string;
  readonly body: Buffer;
}

/** The day as a paper says it. */
export function dayInWords(day: Day, language: Language): string {
  const [year, month, date] = day.split('-').map((part) => part.replace(/^0+/, ''));
  return language === 'zh' ? `${year} 年 ${month} 月 ${date} 日` : day;
}

/** An amount as a Chinese paper says it, such as 人民币 1000.00 元. */
export const amountInWords = (amount: string, currency = ''): string => (currency === 'CNY' ? `人民币 ${amount} 元` : ` ${amount} ${currency} `);

/** What stands between a label and what it labels. */
export const colon: Readonly<Record<Language, string>> = { zh: '：', en: ': ' };
