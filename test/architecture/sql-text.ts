/** A table as a query block uses it. */
export interface Use {
  readonly verb: 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';
  readonly table: string;
  readonly alias: string;
  /** The tokens of the query block it stands in, sub-blocks excluded. */
  readonly block: readonly string[];
}

const queryWords = new Set(['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'WITH']);
const unions = /^(UNION|EXCEPT|INTERSECT)$/i;
const notAliases = new Set([
  'ON', 'WHERE', 'SET', 'JOIN', 'LEFT', 'RIGHT', 'INNER', 'CROSS', 'FULL', 'ORDER', 'GROUP', 'LIMIT', 'FOR', 'UNION', 'USING', 'HAVING',
  'WINDOW', 'RETURNING', 'VALUES', 'SELECT', 'FROM', 'LATERAL', 'DEFAULT', 'NATURAL', 'OFFSET', 'EXCEPT', 'INTERSECT',
]);

export function tokensOf(sql: string): string[] {
  const plain = sql.replace(/--[^\n]*/g, ' ').replace(/\/\*[\s\S]*?\*\//g, ' ');
  return plain.match(/'(?:[^']|'')*'|"[^"]+"|\$\d+|[A-Za-z_][\w]*(?:\.[A-Za-z_]\w*)*|::|<>|<=|>=|[^\s]/g) ?? [];
}

/** Whether a block says OR outside any parentheses, where it undoes every condition beside it. */
export function loosened(block: readonly string[]): boolean {
  let depth = 0;
  return block.some((token) => {
    if (token === '(') depth += 1;
    if (token === ')') depth -= 1;
    return depth === 0 && token.toUpperCase() === 'OR';
  });
}

/** The query blocks of a statement: its top level, and what stands in parentheses and is itself a query. */
function blocksOf(tokens: readonly string[]): string[][] {
  const blocks: string[][] = [];
  const open: string[][] = [[]];
  for (const token of tokens) {
    if (token === '(') open.push([]);
    else if (token === ')') {
      const inner = open.pop()!;
      const own = open.at(-1)!;
      if (queryWords.has((inner[0] ?? '').toUpperCase()) || inner.some((word) => unions.test(word))) {
        blocks.push(inner);
        own.push('(', ')');
      // Anything else in parentheses belongs to the block around it.
      } else own.push('(', ...inner, ')');
    } else open.at(-1)!.push(token);
  }
  blocks.push(open[0]!);
  return blocks.flatMap(splitAtUnions);
}

function splitAtUnions(block: string[]): string[][] {
  const parts: string[][] = [[]];
  for (const token of block) {
    if (unions.test(token)) parts.push([]);
    else parts.at(-1)!.push(token);
  }
  return parts;
}

/** Names that WITH gives to queries of the statement itself. */
function namedInside(tokens: readonly string[]): Set<string> {
  return new Set(tokens.filter((_, i) => tokens[i + 1]?.toUpperCase() === 'AS'
    && (tokens[i + 2] === '(' || (/^(NOT|MATERIALIZED)$/i.test(tokens[i + 2] ?? '') && (tokens[i + 3] === '(' || tokens[i + 4] === '(')))));
}

/** Every use of a table in a statement, that of a WITH query or a function left out. */
export function usesOf(sql: string): Use[] {
  const tokens = tokensOf(sql);
  const inside = namedInside(tokens);
  return blocksOf(tokens).flatMap((block) => usesIn(block)).filter((use) => !inside.has(use.table));
}

function usesIn(block: readonly string[]): Use[] {
  const uses: Use[] = [];
  const word = (i: number): string => (block[i] ?? '').toUpperCase();
  const use = (i: number, verb: Use['verb']): void => {
    const table = block[i];
    // A query in parentheses, or a function. Whatever else stands here is a table, however it is spelt.
    if (!table || table === '(' || (verb !== 'INSERT' && block[i + 1] === '(')) return;
    const next = word(i + 1) === 'AS' ? block[i + 2]! : block[i + 1];
    const alias = next && /^[a-z_]\w*$/i.test(next) && !notAliases.has(next.toUpperCase()) ? next : table;
    uses.push({ verb, table, alias, block });
  };
  let depth = 0;
  let inFrom = false;
  for (let i = 0; i < block.length; i++) {
    if (block[i] === '(') depth += 1;
    else if (block[i] === ')') depth -= 1;
    else if (word(i) === 'INTO') use(i + 1, 'INSERT');
    else if (word(i) === 'UPDATE' && !['FOR', 'KEY', 'DO', 'ON'].includes(word(i - 1))) use(word(i + 1) === 'ONLY' ? i + 2 : i + 1, 'UPDATE');
    else if (word(i) === 'FROM' && depth === 0 && word(i - 1) !== 'DISTINCT') {
      use(i + 1, word(i - 1) === 'DELETE' ? 'DELETE' : 'SELECT');
      inFrom = true;
    } else if (word(i) === 'JOIN') use(word(i + 1) === 'LATERAL' ? i + 2 : i + 1, 'SELECT');
    else if (word(i) === 'USING' && word(0) === 'DELETE') use(i + 1, 'SELECT');
    else if (block[i] === ',' && depth === 0 && inFrom) use(word(i + 1) === 'LATERAL' ? i + 2 : i + 1, 'SELECT');
    else if (/^(WHERE|ORDER|GROUP|RETURNING|SET|LIMIT|WINDOW|HAVING)$/.test(word(i)) && depth === 0) inFrom = false;
  }
  return uses;
}
