type Detail = string | number | boolean | null;

/** Values that tell a caller more about a refusal: the current version, the day allowed, or a list of all that is wrong. */
export type RefusalDetails = Readonly<Record<string, Detail | readonly Readonly<Record<string, Detail>>[]>>;

export interface RefusalWords {
  readonly zh: string;
  readonly en: string;
}

/** One room's reasons for saying no, each in both languages; `{name}` in a text is filled from the details. */
export interface Reasons<Code extends string = string> {
  readonly room: string;
  readonly words: Readonly<Record<Code, RefusalWords>>;
}

/** A business no: thrown anywhere inside an action, so that its transaction always rolls back. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly room: string,
    readonly code: string,
    readonly words: RefusalWords,
    readonly details: RefusalDetails = {},
    readonly field: string | null = null,
  ) {
    super(`${room}: ${code}`);
  }

  /** The same no, pointing at the input field that caused it. */
  at(field: string): Refusal {
    return new Refusal(this.room, this.code, this.words, this.details, field);
  }

  text(locale: 'zh' | 'en'): string {
    return this.words[locale].replace(/\{(\w+)\}/g, (_, name: string) => String(this.details[name] ?? ''));
  }
}

/** Declares a room's reasons and returns the one function by which that room refuses. */
export function refusals<Code extends string>(room: string, words: Record<Code, RefusalWords>) {
  const refuse = (code: Code, details: RefusalDetails = {}, field: string | null = null): Refusal =>
    new Refusal(room, code, words[code], details, field);
  return Object.assign(refuse, { room, words } satisfies Reasons<Code>);
}
