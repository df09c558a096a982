import { day, rate, Refusal, type Day, type Money, type Rate } from '@app/kernel';

/** Reads one value of a row, or throws a Misread that says why it cannot. */
export type RuleField<T> = (value: unknown) => T;

/** Why a value cannot be read, and where below its field. */
export class Misread extends Error {
  constructor(readonly code: string, readonly zh: string, readonly en: string, readonly path: readonly string[] = []) {
    super(en);
  }

  below(step: string): Misread {
    return new Misread(this.code, this.zh, this.en, [step, ...this.path]);
  }
}

export const text = (most = 200): RuleField<string> => (value) => {
  if (typeof value === 'string' && value.trim() !== '' && value.length <= most) return value;
  throw new Misread('TEXT', `应为 1 至 ${most} 个字的文本`, `must be text of 1 to ${most} characters`);
};

export const word = (
  shape: RegExp, code = 'WORD', zh = `应符合 ${shape.source}`, en = `must be spelled like ${shape.source}`,
): RuleField<string> => (value) => {
  if (typeof value === 'string' && shape.test(value)) return value;
  throw new Misread(code, zh, en);
};

export const oneOf = <const W extends string>(...words: readonly W[]): RuleField<W> => (value) => {
  if (words.includes(value as W)) return value as W;
  throw new Misread('ONE_OF', `应为 ${words.join('、')} 之一`, `must be one of ${words.join(', ')}`);
};

export const whole = (least: number, most: number): RuleField<number> => (value) => {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most) return value;
  throw new Misread('WHOLE', `应为 ${least} 至 ${most} 的整数`, `must be a whole number from ${least} to ${most}`);
};

export const flag: RuleField<boolean> = (value) => {
  if (typeof value === 'boolean') return value;
  throw new Misread('FLAG', '应为 true 或 false', 'must be true or false');
};

export const factor: RuleField<Rate> = (value) => {
  const misread = new Misread('RATE', '应为十进制小数文本，如 "0.005"', 'must be a decimal as text, such as "0.005"');
  if (typeof value !== 'string') throw misread;
  const read = readOr(misread, () => rate(value));
  // One spelling each, or two texts of one rate would have two digests.
  if (read !== value) throw new Misread('RATE', `应写作 "${read}"`, `must be written "${read}"`);
  return read;
};

export const calendarDay: RuleField<Day> = (value) => {
  const misread = new Misread('DAY', '应为日期 YYYY-MM-DD', 'must be a day, YYYY-MM-DD');
  if (typeof value !== 'string') throw misread;
  return readOr(misread, () => day(value));
};

export const amount: RuleField<Money> = (value) => {
  const { minor, currency, ...more } = (value ?? {}) as Record<string, unknown>;
  if (typeof minor === 'string' && /^(0|[1-9]\d{0,14})$/.test(minor) && typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) && Object.keys(more).length === 0) {
    return { minor: BigInt(minor), currency };
  }
  throw new Misread('AMOUNT', '应为 {minor: "21000", currency: "CNY"}', 'must be {minor: "21000", currency: "CNY"}');
};

export const listOf = <T>(field: RuleField<T>, most = 1_000, least = 0): RuleField<T[]> => (value) => {
  if (!Array.isArray(value) || value.length > most || value.length < least) {
    throw new Misread('LIST', `应为 ${least} 至 ${most} 项的列表`, `must be a list of ${least} to ${most}`);
  }
  return value.map((item: unknown, i) => at(String(i), () => field(item)));
};

export const setOf = <T extends string>(field: RuleField<T>, most = 1_000, least = 0): RuleField<T[]> => (value) => {
  const items = listOf(field, most, least)(value);
  const twice = items.findIndex((item, i) => items.indexOf(item) !== i);
  if (twice >= 0) throw new Misread('TWICE', `重复：${items[twice]!}`, `has ${items[twice]!} twice`, [String(twice)]);
  return items;
};

export const orNull = <T>(field: RuleField<T>): RuleField<T | null> => (value) => (value === null ? null : field(value));

export const optional = <T>(field: RuleField<T>): RuleField<T | undefined> => (value) => (value === undefined ? undefined : field(value));

/** An object of these fields and no others. */
export const object = <T extends object>(fields: { readonly [K in keyof T]-?: RuleField<T[K]> }): RuleField<T> => (value) => {
  if (!isObject(value)) throw new Misread('OBJECT', '应为对象', 'must be an object');
  const unknown = Object.keys(value).find((name) => !Object.hasOwn(fields, name));
  if (unknown !== undefined) throw new Misread('UNKNOWN_FIELD', '没有这一字段', 'is no field here', [unknown]);
  const read = Object.entries<RuleField<unknown>>(fields).map(([name, field]) => [name, at(name, () => field(value[name]))] as const);
  return Object.fromEntries(read.filter(([, item]) => item !== undefined)) as T;
};

export const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a field reads, where this holds of it. */
export const such = <T>(field: RuleField<T>, holds: (read: T) => boolean, code: string, zh: string, en: string): RuleField<T> => (value) => {
  const read = field(value);
  if (holds(read)) return read;
  throw new Misread(code, zh, en);
};

/** Runs a reading; what it cannot read lies below this step. */
export function at<T>(step: string, reading: () => T): T {
  try {
    return reading();
  } catch (error) {
    throw error instanceof Misread ? error.below(step) : error;
  }
}

function readOr<T>(misread: Misread, reading: () => T): T {
  try {
    return reading();
  } catch (error) {
    throw error instanceof Refusal ? misread : error;
  }
}
