import pg from 'pg';

/** int8 as bigint, dates as text, instants as Date: so no amount ever passes through a JS number. */
const parsers = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.INT8, BigInt],
  [pg.types.builtins.DATE, (text) => text],
  [1016, (text) => arrayOf(text).map((item) => (item === null ? null : BigInt(item)))],
  [1182, arrayOf],
]);

function arrayOf(text: string): (string | null)[] {
  return (pg.types.getTypeParser(1009 as never, 'text') as unknown as (t: string) => (string | null)[])(text);
}

export const rowTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format: 'text' | 'binary') =>
    (format === 'text' && parsers.get(oid)) || pg.types.getTypeParser(oid, format as 'text')) as pg.CustomTypesConfig['getTypeParser'],
};

const camel = (column: string) => column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

const keysByStatement = new Map<string, string[]>();

/** Turns an array-mode result into rows with camel-case keys; the keys are worked out once a statement. */
export function rowsOf<R>(name: string, result: pg.QueryArrayResult<unknown[]>): R[] {
  let keys = keysByStatement.get(name);
  if (!keys || keys.length !== result.fields.length) {
    keys = result.fields.map((field) => camel(field.name));
    keysByStatement.set(name, keys);
  }
  return result.rows.map((values) => {
    const row: Record<string, unknown> = {};
    for (let i = 0; i < keys.length; i++) row[keys[i]!] = values[i];
    return row as R;
  });
}

/** snake_case as columns are named. */
export const snake = (property: string) => property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
