/** A value with one leaf shifted, and where. */
export interface Mutant {
  readonly at: string;
  readonly value: unknown;
}

/** What names a row and says where it is from is no parameter. */
const names = new Set(['id', 'source', 'mark', 'code', 'name', 'version', 'rule', 'zh', 'en']);

const dayMs = 86_400_000;

/** Every value that differs in one step of one leaf: a figure up or down, a member of a set gone, a switch the other way. */
export function* mutantsOf(value: unknown, at = ''): Generator<Mutant> {
  if (typeof value === 'number') {
    for (const step of [1, -1]) yield { at: `${at}: ${value} → ${value + step}`, value: value + step };
  } else if (typeof value === 'bigint') {
    for (const step of [1n, -1n]) yield { at: `${at}: ${value} → ${value + step}`, value: value + step };
  } else if (typeof value === 'string') {
    for (const other of shifted(value)) yield { at: `${at}: ${value} → ${other}`, value: other };
  } else if (typeof value === 'boolean') {
    yield { at: `${at}: ${value} → ${!value}`, value: !value };
  } else if (Array.isArray(value)) {
    for (const [i, one] of value.entries()) {
      yield { at: `${at}: without ${inWords(one).slice(0, 90)}`, value: value.toSpliced(i, 1) };
      for (const mutant of mutantsOf(one, `${at}[${labelOf(one) ?? i}]`)) yield { at: mutant.at, value: value.with(i, mutant.value) };
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, one] of Object.entries(value)) {
      if (names.has(key)) continue;
      // A condition that can only be true is absent when it is not.
      if (one === true && !at.endsWith('.is') && key !== 'quality') {
        const { [key]: _gone, ...rest } = value as Record<string, unknown>;
        yield { at: `${at}: without ${key}`, value: rest };
      } else {
        for (const mutant of mutantsOf(one, `${at}.${key}`)) yield { at: mutant.at, value: { ...value, [key]: mutant.value } };
      }
    }
  }
}

const inWords = (one: unknown): string => JSON.stringify(one, (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value));

const labelOf = (row: unknown): string | undefined => (typeof row === 'object' && row !== null && 'id' in row ? String(row.id) : undefined);

/** Decimals and days have a next and a last; other words have none. */
function shifted(text: string): string[] {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return [dayMs, -dayMs].map((step) => new Date(Date.parse(text) + step).toISOString().slice(0, 10));
  const [, whole, fraction] = /^(\d+)\.(\d+)$/.exec(text) ?? [];
  if (whole === undefined || fraction === undefined) return [];
  return [1n, -1n].map((step) => {
    const digits = (BigInt(whole + fraction) + step).toString().padStart(fraction.length + 1, '0');
    return `${digits.slice(0, -fraction.length)}.${digits.slice(-fraction.length)}`;
  });
}
