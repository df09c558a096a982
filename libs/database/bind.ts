import type { QueryArrayConfig } from 'pg';
import { rowTypes } from './rows.js';
import type { Statement } from './statement.js';

/** A statement as it goes over the wire: its values in the order of their numbers, its rows in our types. */
export function bind<P, R>(statement: Statement<P, R>, params: P, networkId: string | null): QueryArrayConfig {
  const given = { ...params, network: networkId ?? undefined } as Record<string, unknown>;
  const values = statement.parameters.map((name) => {
    const value = given[name];
    if (value === undefined) throw new Error(`${statement.name} lacks its parameter ${name}.`);
    return value;
  });
  return { name: statement.name, text: statement.text, rowMode: 'array', values, types: rowTypes };
}
