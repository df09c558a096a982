import { canonicalText } from './canonical.js';
import { isObject } from './rule-fields.js';

/** A row of rules as it can be shown without knowing its kind; a setting is a row by its name, of no source. */
export interface ShownRow {
  readonly section: string;
  readonly id: string;
  readonly source: string | null;
  readonly mark: string | null;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** One field of a row, before and after, as JSON text; null where the row did not have it. */
export interface FieldChange {
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface RowChange {
  readonly section: string;
  readonly id: string;
  readonly change: 'added' | 'removed' | 'changed';
  readonly fields: readonly FieldChange[];
}

/** The rows of any rules, in their order. */
export function shownRows(rules: object): ShownRow[] {
  const plain = JSON.parse(canonicalText(rules)) as Record<string, unknown>;
  return Object.entries(plain).flatMap(([section, value]): ShownRow[] => {
    if (!Array.isArray(value) || !value.every(isRow)) return [{ section, id: section, source: null, mark: null, fields: { value } }];
    return value.map(({ id, source, mark, ...fields }) => ({ section, id, source: textOf(source), mark: textOf(mark), fields }));
  });
}

/**
 * What two versions of rules differ in, row by row. Rows are the same row by their section and id; where several have one
 * id, those that say the same are matched first and the others in their order.
 */
export function packDifference(before: object, after: object): RowChange[] {
  const old = byName(shownRows(before));
  const now = byName(shownRows(after));
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((name) => {
    const gone = unmatched(old.get(name) ?? [], now.get(name) ?? []);
    const come = unmatched(now.get(name) ?? [], old.get(name) ?? []);
    return Array.from({ length: Math.max(gone.length, come.length) }, (_, i) => changeOf(gone[i], come[i]));
  });
}

function changeOf(before: ShownRow | undefined, after: ShownRow | undefined): RowChange {
  const { section, id } = (before ?? after)!;
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  const fields = names.map((name) => ({ name, before: was[name] ?? null, after: is[name] ?? null })).filter((field) => field.before !== field.after);
  return { section, id, change: !before ? 'added' : !after ? 'removed' : 'changed', fields };
}

/** Each field as JSON text, its source and mark among them. */
function fieldsOf(row: ShownRow | undefined): Record<string, string> {
  if (!row) return {};
  const all = { ...(row.source === null ? {} : { source: row.source }), ...(row.mark === null ? {} : { mark: row.mark }), ...row.fields };
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [name, canonicalText(value)]));
}

/** The rows that none of the others says just so, each of the others answering for one. */
function unmatched(rows: readonly ShownRow[], others: readonly ShownRow[]): ShownRow[] {
  const left = others.map(canonicalText);
  return rows.filter((row) => {
    const found = left.indexOf(canonicalText(row));
    if (found >= 0) left.splice(found, 1);
    return found < 0;
  });
}

function byName(rows: readonly ShownRow[]): Map<string, ShownRow[]> {
  const groups = new Map<string, ShownRow[]>();
  for (const row of rows) {
    const name = JSON.stringify([row.section, row.id]);
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return groups;
}

const isRow = (value: unknown): value is Record<string, unknown> & { id: string } => isObject(value) && typeof value.id === 'string';
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
