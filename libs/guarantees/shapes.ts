import { rate, Refusal } from '@app/kernel';

/** What is wrong with rule data, and where: `rows.3.when.repairs.atLeast`, with the id of the row where it has one. */
export interface RuleProblem {
  readonly path: string;
  readonly row: string | null;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

/** Looks at a value and tells everything that is wrong with it. */
export type Shape = (value: unknown, path: string, row: string | null) => RuleProblem[];

export const problem = (code: string, zh: string, en: string): Shape => (_value, path, row) => [{ path, row, code, zh, en }];

const wrong = (is: (value: unknown) => boolean, code: string, zh: string, en: string): Shape =>
  (value, path, row) => (is(value) ? [] : problem(code, zh, en)(value, path, row));

export const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

export const text = (most: number): Shape =>
  wrong((value) => typeof value === 'string' && value.trim() !== '' && value.length <= most, 'TEXT', `应为 1 至 ${most} 个字的文本`, `must be text of 1 to ${most} characters`);

export const oneOf = (words: readonly string[]): Shape =>
  wrong((value) => typeof value === 'string' && words.includes(value), 'ONE_OF', `应为 ${words.join('、')} 之一`, `must be one of ${words.join(', ')}`);

export const whole = (least: number, most: number): Shape =>
  wrong((value) => Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most, 'WHOLE', `应为 ${least} 至 ${most} 的整数`, `must be a whole number from ${least} to ${most}`);

export const flag: Shape = wrong((value) => typeof value === 'boolean', 'FLAG', '应为 true 或 false', 'must be true or false');

/** Said or left out; to say that it is not so would be a second spelling. */
export const onlyTrue: Shape = wrong((value) => value === true, 'FLAG', '应为 true 或省略', 'must be true, or left out');

export const dailyRate: Shape = wrong(isShare, 'RATE', '应为 0 至 1 的十进制小数文本，如 "0.005"', 'must be a decimal between 0 and 1 as text, such as "0.005"');

/** In its one spelling. */
function isShare(value: unknown): boolean {
  if (typeof value !== 'string' || !/^(0(\.\d+)?|1)$/.test(value)) return false;
  try {
    return rate(value) === value;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

export const amountText: Shape = wrong((value) => typeof value === 'string' && /^(0|[1-9]\d{0,11})\.\d{2}$/.test(value), 'AMOUNT', '应为金额文本，如 "210.00"', 'must be an amount as text, such as "210.00"');

export const province: Shape = wrong((value) => value === null || (typeof value === 'string' && /^CN-[A-Z]{2}$/.test(value)), 'PROVINCE', '应为空或如 CN-ZJ', 'must be null or such as CN-ZJ');

export function listOf(item: Shape, least = 0): Shape {
  return (value, path, row) => {
    if (!Array.isArray(value) || value.length < least || value.length > 2_000) {
      return problem('LIST', `应为列表，至少 ${least} 项`, `must be a list of at least ${least}`)(value, path, row);
    }
    return value.flatMap((one: unknown, i) => item(one, `${path}.${i}`, row));
  };
}

/** A list of words, each once. */
export function setOf(words: readonly string[], least = 1): Shape {
  const list = listOf(oneOf(words), least);
  return (value, path, row) => {
    const problems = list(value, path, row);
    if (problems.length > 0) return problems;
    return new Set(value as string[]).size === (value as string[]).length ? [] : problem('TWICE', '有重复', 'has a word twice')(value, path, row);
  };
}

/** An object with these fields and no other; a field whose name ends in `?` may be left out. */
export function fields(shapes: Readonly<Record<string, Shape>>, check: Shape = () => []): Shape {
  const known = Object.entries(shapes).map(([name, shape]) => ({ name: name.replace(/\?$/, ''), optional: name.endsWith('?'), shape }));
  return (value, path, row) => {
    if (!isObject(value)) return problem('OBJECT', '应为对象', 'must be an object')(value, path, row);
    const own = typeof value.id === 'string' ? value.id.slice(0, 100) : row;
    const below = (name: string) => (path ? `${path}.${name}` : name).slice(0, 200);
    const strange = Object.keys(value).filter((name) => !known.some((one) => one.name === name))
      .flatMap((name) => problem('UNKNOWN_FIELD', '没有这一项', 'is no word of this vocabulary')(value, below(name), own));
    const read = known.flatMap(({ name, optional, shape }) => (optional && value[name] === undefined ? [] : shape(value[name], below(name), own)));
    const problems = [...strange, ...read];
    return problems.length > 0 ? problems : check(value, path, own);
  };
}
