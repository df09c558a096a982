import { canonicalText } from './canonical.js';
import { marks, type PackRow, type Parsed, type RuleProblem } from './pack-kind.js';
import { isObject, Misread, object, oneOf, text, type RuleField } from './rule-fields.js';

/** How each field of a row is read, beside its id, source and mark. */
export type RowFields<Row extends PackRow> = { readonly [K in keyof Omit<Row, keyof PackRow>]-?: RuleField<Row[K]> };
/** The fields of the rows of each list; how a setting, which is no list of rows, is read. */
export type Sections<Rules> = {
  readonly [S in keyof Rules]-?: Rules[S] extends readonly (infer Row extends PackRow)[] ? RowFields<Row> : RuleField<Rules[S]>;
};

const mostRows = 2_000;

/**
 * Makes the parser of a kind whose rules are lists of rows, and perhaps settings. It finds everything that is wrong, row by row; `check` looks
 * at what single rows cannot tell, and is asked only once every row is readable.
 */
export function rulesReader<Rules extends object>(
  sections: Sections<Rules>, check: (rules: Rules) => readonly RuleProblem[] = () => [],
): (rules: unknown) => Parsed<Rules> {
  return (given) => {
    if (!isObject(given)) return { problems: [problem('', null, new Misread('OBJECT', '应为对象', 'must be an object'))] };
    const unknown = Object.keys(given).filter((name) => !Object.hasOwn(sections, name))
      .map((name) => problem(name, null, new Misread('UNKNOWN_FIELD', '没有这一部分', 'is no section of this kind')));
    const read = Object.entries<object>(sections).map(([name, fields]) => [name, sectionOf(name, given[name], fields)] as const);
    const problems = [...unknown, ...read.flatMap(([, section]) => section.problems)];
    if (problems.length > 0) return { problems };
    const rules = Object.fromEntries(read.flatMap(([name, { value }]) => (value === undefined ? [] : [[name, value]]))) as Rules;
    const found = check(rules);
    return found.length > 0 ? { problems: found } : { rules };
  };
}

interface Section {
  readonly value?: unknown;
  readonly problems: readonly RuleProblem[];
}

function sectionOf(name: string, given: unknown, fields: object): Section {
  if (typeof fields === 'object') return rowsOf(name, given, fields as RowFields<PackRow>);
  try {
    return { value: (fields as RuleField<unknown>)(given), problems: [] };
  } catch (error) {
    if (!(error instanceof Misread)) throw error;
    return { problems: [problem([name, ...error.path].join('.'), null, error)] };
  }
}

function rowsOf(section: string, given: unknown, fields: RowFields<PackRow>): Section {
  if (!Array.isArray(given) || given.length > mostRows) {
    return { problems: [problem(section, null, new Misread('LIST', `应为行的列表，最多 ${mostRows} 行`, `must be a list of at most ${mostRows} rows`))] };
  }
  const readRow = object<PackRow>({ ...fields, id: text(100), source: text(200), mark: oneOf(...marks) });
  const known = new Set<string>();
  const rows: PackRow[] = [];
  const problems: RuleProblem[] = [];
  given.forEach((one: unknown, i) => {
    const id = isObject(one) && typeof one.id === 'string' ? one.id.slice(0, 100) : null;
    const path = [section, i];
    try {
      const row = readRow(one);
      const said = canonicalText(row);
      if (known.has(said)) throw new Misread('TWICE', '与上面一行相同', 'says the same as a row above');
      known.add(said);
      rows.push(row);
    } catch (error) {
      if (!(error instanceof Misread)) throw error;
      problems.push(problem([...path, ...error.path].join('.'), id, error));
    }
  });
  return { value: rows, problems };
}

function problem(path: string, row: string | null, { code, zh, en }: Misread): RuleProblem {
  return { path: path.slice(0, 200), row, code, zh, en };
}
