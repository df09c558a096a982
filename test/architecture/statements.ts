import path from 'node:path';
import ts from 'typescript';
import { globalTables } from '../database/catalogue/expected.js';
import { at, filesIn, inLibs, isSpec, nodes, root, type Rule, type Source } from './source.js';
import { loosened, tokensOf, usesOf, type Use } from './sql-text.js';

/** A statement as `statement()` made it. */
export interface Declared {
  readonly name: string;
  readonly text: string;
  readonly parameters: readonly string[];
}

/** Statements that read across networks; the worker's role sees only what it must for them. */
export const acrossNetworks: Readonly<Record<string, string>> = {
  'funds.due-holds': 'the worker lists what is due in all networks; each item is done as its own network',
  'funds.due-calls': 'the worker lists what is due in all networks; each item is done as its own network',
  'clocks.due': 'the worker lists the networks in which a clock has something to fire; each fires its own',
  'clocks.calendars-come': 'the worker lists the networks in which a clock waits for a year that has come; each computes its own',
  'members.networks-to-plan-care': 'the worker lists the networks whose care is not planned yet today; each plans its own',
  'files.networks-to-sweep': 'the worker lists the networks that have uploads to forget; each forgets its own',
  'notices.due-messages': 'the worker lists the networks that have something to send; each sends its own',
  'notices.due-webhooks': 'the worker lists the endpoints that have something due; each is served as its own network',
  'notices.networks-with-webhooks': 'the one relay hands an event on only in networks that have a webhook',
  'database.old-keys': 'the worker lists the networks that have keys to prune; each prunes its own',
  'database.take-pending': 'the one relay takes the events of all networks off the list',
  'database.insert-turns': 'the one relay hands each event on in the network that it comes with',
};

/** The declared statements of every room and door. */
export async function declaredStatements(): Promise<{ file: string; statement: Declared }[]> {
  const files = filesIn('libs', 'apps').filter((file) => file.endsWith('.sql.ts'));
  const found: { file: string; statement: Declared }[] = [];
  // One after the other: modules that load at once may be linked to each other half-way.
  for (const file of files) {
    const module = (await import(path.join(root, file))) as Record<string, unknown>;
    found.push(...Object.values(module).filter(isDeclared).map((statement) => ({ file, statement })));
  }
  return found;
}

const isDeclared = (value: unknown): value is Declared =>
  !!value && typeof value === 'object' && 'text' in value && 'parameters' in value && 'name' in value;

/** What is wrong with the name and the network of one statement of a room. */
export function statementProblems(room: string, declared: Declared): string[] {
  const refused = tokensOf(declared.text).filter((token) => /^(MERGE|TRUNCATE|COPY|TABLE)$/i.test(token) || /^'?app\.\w+'?$/.test(token))
    .map((token) => `${declared.name} says ${token} → SELECT, INSERT, UPDATE or DELETE, in the network that its transaction is bound to`);
  const wrongName = new RegExp(`^${room}\\.[a-z][a-z0-9]*(-[a-z0-9]+)*$`).test(declared.name)
    ? [] : [`${declared.name} → its name is ${room}.kebab-case`];
  if (acrossNetworks[declared.name]) return [...refused, ...wrongName];
  const network = `$${declared.parameters.indexOf('network') + 1}`;
  const uses = usesOf(declared.text);
  return [...refused, ...wrongName, ...uses.filter((use) => !ofNoNetwork(use)).flatMap((use) => networkProblem(declared.name, use, uses, network))];
}

/** Global tables, and the queue's own schema. */
const ofNoNetwork = (use: Use): boolean => !!globalTables[use.table] || use.table.startsWith('graphile_worker.');

function networkProblem(name: string, use: Use, uses: readonly Use[], network: string): string[] {
  const alone = uses.filter((other) => other.block === use.block && !ofNoNetwork(other)).length === 1;
  const named = use.verb === 'INSERT' ? insertsNetwork(use, network) : (alone ? ['network_id', `${use.alias}.network_id`] : [`${use.alias}.network_id`])
    .some((column) => use.block.some((token, i) => token === column && use.block[i + 1] === '=' && use.block[i + 2] === network));
  if (named && !loosened(use.block)) return [];
  if (named) return [`${name} has an OR beside the network of ${use.table} → put it in parentheses`];
  return [use.verb === 'INSERT'
    ? `${name} inserts into ${use.table} without its network → INSERT INTO ${use.table} (network_id, …), $network first`
    : `${name} reads or writes ${use.table} of any network → ${use.alias}.network_id = $network in the same query`];
}

/** `INSERT INTO t (network_id, …)` with `$network`, or a WITH query's own network_id, as the first value. */
function insertsNetwork({ block, table }: Use, network: string): boolean {
  const from = block.findIndex((token, i) => token === table && block[i - 1]?.toUpperCase() === 'INTO');
  const columns = block.indexOf('(', from);
  if (block[columns + 1] !== 'network_id') return false;
  const rest = block.slice(block.indexOf(')', columns) + 1);
  const word = rest[0]?.toUpperCase();
  return (word === 'VALUES' && rest[1] === '(' && rest[2] === network) || (word === 'SELECT' && rest[1] === network);
}

const isStatementCall = (node: ts.Node): node is ts.CallExpression => ts.isCallExpression(node) && node.expression.getText() === 'statement';

/** The `export const x = statement(…)` that a call stands in, or null where it stands elsewhere. */
function declarationOf(call: ts.CallExpression): ts.VariableStatement | null {
  const list = call.parent.parent;
  const whole = list?.parent;
  return ts.isVariableDeclaration(call.parent) && whole && ts.isVariableStatement(whole) && ts.isSourceFile(whole.parent) ? whole : null;
}

function moduleNames(source: Source): Set<string> {
  return new Set(source.ast.statements.flatMap((node) => {
    if (ts.isVariableStatement(node)) return node.declarationList.flags & ts.NodeFlags.Const ? node.declarationList.declarations.map((d) => d.name.getText()) : [];
    if (ts.isImportDeclaration(node)) return (node.importClause?.namedBindings?.getText().match(/\w+/g) ?? []);
    return [];
  }));
}

const sqlWord = /(?:^|\W)(SELECT\s[\s\S]+?\sFROM\s|INSERT\s+INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|WITH\s+\w+\s+AS\s*\()/;

export const statementRules: readonly Rule[] = [
  {
    name: 'SQL stands in named statements of *.sql.ts',
    check: (source) => (source.path.startsWith('apps/') || inLibs(source)) && !isSpec(source) && !source.path.endsWith('.sql.ts') && !source.path.startsWith('libs/database/')
      ? [...nodes(source.ast)]
        .filter((node) => (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node)) && sqlWord.test(node.getText()))
        .map((node) => `${at(source, node)} writes SQL → statement('room.name', …) in a *.sql.ts`)
      : [],
    planted: [
      ['libs/funds/x.ts', 'const s = `SELECT id FROM fund WHERE id = 1`;'], ['apps/api/src/x.ts', `const s = 'DELETE FROM fund';`],
      ['libs/funds/x.ts', 'const s = `UPDATE fund SET kind = ${kind}`;'],
    ],
    kept: [['libs/funds/x.ts', `const s = 'Select one from these.';`], ['libs/funds/x.sql.ts', `export const s = statement('funds.s', 'DELETE FROM fund');`]],
  },
  {
    name: 'a statement is a constant of its module, exported, with a plain name',
    check: (source) => inLibs(source) ? [...nodes(source.ast)].filter(isStatementCall).flatMap((call) => {
      const declaration = declarationOf(call);
      if (!declaration || !declaration.modifiers?.some((m) => m.kind === ts.SyntaxKind.ExportKeyword)) {
        return [`${at(source, call)} is made where no reviewer looks → export const name = statement(…), at the top of a *.sql.ts`];
      }
      const [name] = call.arguments;
      return name && ts.isStringLiteral(name) ? [] : [`${at(source, call)} has a name that is put together → a plain string`];
    }) : [],
    planted: [
      ['libs/funds/x.sql.ts', `function f(t: string) { return statement('funds.x', t); }`],
      ['libs/funds/x.sql.ts', `const s = statement('funds.x', 'SELECT 1');`],
      ['libs/funds/x.sql.ts', 'export const s = statement(`funds.${x}`, "SELECT 1");'],
    ],
    kept: [['libs/funds/x.sql.ts', `export const s = statement('funds.x', 'SELECT 1');`]],
  },
  {
    name: 'a statement is put together only of constants of its module',
    check: (source) => {
      if (!source.path.endsWith('.sql.ts')) return [];
      const known = moduleNames(source);
      const constant = (node: ts.Expression): boolean => (ts.isIdentifier(node) && known.has(node.text))
        || (ts.isCallExpression(node) && constant(node.expression) && node.arguments.every((a) => ts.isStringLiteral(a) || constant(a)));
      return [...nodes(source.ast)].filter(isStatementCall).flatMap((call) => {
        const text = call.arguments[1];
        if (!text || ts.isStringLiteral(text) || ts.isNoSubstitutionTemplateLiteral(text)) return [];
        if (!ts.isTemplateExpression(text)) return [`${at(source, call)} is no literal text → write the SQL here`];
        return text.templateSpans.filter((span) => !constant(span.expression))
          .map((span) => `${at(source, span)} puts \${${span.expression.getText()}} into SQL → a parameter, $${span.expression.getText().replace(/\W/g, '')}`);
      });
    },
    planted: [
      ['libs/funds/x.sql.ts', 'export const s = statement("funds.x", `SELECT ${process.env.X}`);'],
      ['libs/funds/x.sql.ts', 'let c = "id"; export const s = statement("funds.x", `SELECT ${c} FROM fund`);'],
      ['libs/funds/x.sql.ts', 'export const s = statement("funds.x", "SELECT " + c);'],
    ],
    kept: [['libs/funds/x.sql.ts', 'const c = "id"; export const s = statement("funds.x", `SELECT ${c} FROM fund`);']],
  },
  {
    name: 'a statement has a comment above it: what it locks, in which order, what it leans on',
    check: (source) => source.path.endsWith('.sql.ts') ? [...nodes(source.ast)].filter(isStatementCall).flatMap((call) => {
      const declaration = declarationOf(call);
      const commented = declaration && /^\/\*\*|^\/\/|^\/\*/.test(source.text.slice(declaration.getFullStart()).trimStart());
      return commented ? [] : [`${at(source, call)} says nothing above it → what it locks, in which order, which index it leans on`];
    }) : [],
    planted: [['libs/funds/x.sql.ts', `export const s = statement('funds.x', 'SELECT 1');`]],
    kept: [['libs/funds/x.sql.ts', `/** By primary key. */\nexport const s = statement('funds.x', 'SELECT 1');`]],
  },
];

/** Statements that a room's own rule finds wrong, by hand: each must be reported. */
export const plantedStatements: readonly (readonly [why: string, Declared])[] = [
  ['reads without its network', { name: 'funds.x', text: 'SELECT id FROM fund WHERE id = $1', parameters: ['id'] }],
  ['names the network of one table of two', { name: 'funds.x', text: 'SELECT f.id FROM fund f JOIN fund_call c ON c.fund_id = f.id WHERE f.network_id = $1', parameters: ['network'] }],
  ['leaves a sub-query open', { name: 'funds.x', text: 'SELECT id FROM fund f WHERE f.network_id = $1 AND EXISTS (SELECT FROM fund_call c WHERE c.fund_id = f.id)', parameters: ['network'] }],
  ['compares with another parameter', { name: 'funds.x', text: 'SELECT id FROM fund WHERE network_id = $2 AND id = $1', parameters: ['network', 'other'] }],
  ['updates any network', { name: 'funds.x', text: `UPDATE fund_hold SET outcome = 'voided' WHERE id = $1`, parameters: ['id'] }],
  ['deletes any network', { name: 'funds.x', text: 'DELETE FROM request_key WHERE recorded_at < $1', parameters: ['before'] }],
  ['inserts a given network', { name: 'funds.x', text: 'INSERT INTO fund (network_id, id) VALUES ($1, $2)', parameters: ['networkId', 'id'] }],
  ['inserts no network', { name: 'funds.x', text: 'INSERT INTO fund (id) VALUES ($1)', parameters: ['id'] }],
  ['updates inside a WITH', { name: 'funds.x', text: 'WITH u AS (UPDATE fund_call SET met_minor = 0 RETURNING id) SELECT id FROM u', parameters: [] }],
  ['joins by a comma', { name: 'funds.x', text: 'SELECT 1 FROM fund f, fund_call c WHERE f.network_id = $1', parameters: ['network'] }],
  ['reads in the second half of a union', { name: 'funds.x', text: 'SELECT id FROM fund WHERE network_id = $1 UNION ALL SELECT id FROM fund_call', parameters: ['network'] }],
  ['says OR beside its network', { name: 'funds.x', text: 'SELECT id FROM fund WHERE network_id = $1 OR id = $2', parameters: ['network', 'id'] }],
  ['hides its table behind ONLY', { name: 'funds.x', text: 'SELECT id FROM ONLY fund', parameters: [] }],
  ['quotes its table', { name: 'funds.x', text: 'SELECT id FROM "fund"', parameters: [] }],
  ['shouts its table', { name: 'funds.x', text: 'SELECT id FROM FUND', parameters: [] }],
  ['merges', { name: 'funds.x', text: 'MERGE INTO fund USING v ON true WHEN MATCHED THEN DELETE', parameters: [] }],
  ['binds itself to another network', { name: 'funds.x', text: `SELECT set_config('app.network_id', $1, true)`, parameters: ['other'] }],
  ['is named after another room', { name: 'ledger.x', text: 'SELECT 1', parameters: [] }],
  ['is not in kebab case', { name: 'funds.readFund', text: 'SELECT 1', parameters: [] }],
];
