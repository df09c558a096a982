/** A named piece of SQL with its parameters; written once, prepared once a connection. */
export interface Statement<P, R> {
  readonly name: string;
  readonly text: string;
  readonly parameters: readonly string[];
  /** Only for the types: what goes in and what a row looks like. */
  readonly shape?: (params: P) => R;
}

type Nothing = Record<never, never>;
const names = new Set<string>();

/**
 * Declares a statement. `$word` marks a parameter and `$network` is always the transaction's own network; the names
 * become numbers here, when the module loads, so the text that runs is the text that was reviewed.
 */
export function statement<P = Nothing, R = Nothing>(name: string, sql: string): Statement<P, R> {
  if (names.has(name)) throw new Error(`Two statements are named ${name}.`);
  if (name.length > 60) throw new Error(`The statement name ${name} is longer than PostgreSQL keeps.`);
  names.add(name);
  const parameters: string[] = [];
  const text = sql.replace(/\$([a-z]\w*)/gi, (_, word: string) => {
    if (!parameters.includes(word)) parameters.push(word);
    return `$${parameters.indexOf(word) + 1}`;
  });
  return { name, text, parameters };
}
