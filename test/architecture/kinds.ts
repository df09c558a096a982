import ts from 'typescript';
import { at, filesIn, inLibs, nodeRule, nodes, read, type Rule, type Source } from './source.js';

/** Files that may be longer than the rest, each with its reason. */
export const longFiles: Readonly<Record<string, string>> = {};

const maxLines = 200;
const maxFunctionLines = 50;
const maxCollaborators = 5;
const maxReadmeLines = 40;

const linesOf = (text: string): number => text.trimEnd().split('\n').length;

const isFunction = (node: ts.Node): node is ts.FunctionLikeDeclaration =>
  (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node) || ts.isArrowFunction(node) || ts.isFunctionExpression(node) || ts.isConstructorDeclaration(node)) && !!node.body;

// A describe, and a factory that only groups functions, is as long as what it groups.
const groupsOnly = (node: ts.Node): boolean => ts.isCallExpression(node.parent) && node.parent.expression.getText().startsWith('describe');

const callsOf = (source: Source, name: string): ts.CallExpression[] =>
  [...nodes(source.ast)].filter((node): node is ts.CallExpression => ts.isCallExpression(node) && node.expression.getText() === name);

export const kindRules: readonly Rule[] = [
  {
    name: `a file has at most ${maxLines} lines`,
    check: (source) => linesOf(source.text) > maxLines && !longFiles[source.path]
      ? [`${source.path} has ${linesOf(source.text)} lines, at most ${maxLines} → divide it by what it promises, or give a reason in test/architecture/kinds.ts`]
      : [],
    planted: [['libs/funds/x.ts', 'export {};\n'.repeat(201)], ['test/x.spec.ts', '\n\n\n;\n'.repeat(60)]],
    kept: [['libs/funds/x.ts', 'export {};\n'.repeat(200)]],
  },
  nodeRule({
    name: `a function has at most ${maxFunctionLines} lines`,
    where: () => true,
    find: (node) => isFunction(node) && !groupsOnly(node) && linesOf(node.getText()) > maxFunctionLines
      ? `a function of ${linesOf(node.getText())} lines, at most ${maxFunctionLines} → name its steps as functions of their own`
      : null,
    planted: [['libs/funds/x.ts', `export function f() {\n${'  g();\n'.repeat(50)}}`], ['apps/api/src/x.ts', `const f = () => {\n${'  g();\n'.repeat(60)}};`]],
    kept: [['libs/funds/x.ts', `export function f() {\n${'  g();\n'.repeat(40)}}`], ['test/x.spec.ts', `describe('x', () => {\n${'  g();\n'.repeat(60)}});`]],
  }),
  nodeRule({
    name: `a constructor takes at most ${maxCollaborators} collaborators`,
    where: () => true,
    find: (node) => ts.isConstructorDeclaration(node) && node.parameters.length > maxCollaborators
      ? `${node.parameters.length} collaborators, at most ${maxCollaborators} → the class does too much: divide it`
      : null,
    planted: [['apps/api/src/x.ts', 'class X { constructor(a: A, b: B, c: C, d: D, e: E, f: F) {} }']],
    kept: [['apps/api/src/x.ts', 'class X { constructor(a: A, b: B, c: C, d: D, e: E) {} }']],
  }),
  {
    name: 'a room is flat',
    check: (source) => /^libs\/[^/]+\/[^/]+\//.test(source.path) ? [`${source.path} stands in a folder of a room → a room is flat: put it beside the others`] : [],
    planted: [['libs/funds/steps/x.ts', 'export {};']],
  },
  {
    name: 'a room has a few kinds of file, named in kebab case',
    check: (source) => source.path.startsWith('libs/') && !/\/(?:[a-z][a-z0-9]*(?:-[a-z0-9]+)*)(?:\.(?:sql|entity|pack|spec|module))?\.ts$/.test(source.path)
      ? [`${source.path} is no kind of file that a room has → settle-claim.ts, claim.sql.ts, claim.entity.ts, claim.pack.ts, claim.spec.ts`]
      : [],
    planted: [['libs/funds/keepFund.ts', ''], ['libs/funds/fund.types.ts', ''], ['libs/funds/fund.service.ts', '']],
    kept: [['libs/funds/keep-fund.ts', ''], ['libs/funds/fund.sql.ts', ''], ['libs/guarantees/car.pack.ts', ''], ['libs/funds/index.ts', '']],
  },
  {
    name: 'a *.pack.ts holds shipped rule data, and imports nothing that decides',
    check: (source) => source.path.endsWith('.pack.ts')
      ? [...nodes(source.ast)]
        .filter((node) => (ts.isImportDeclaration(node) && !node.importClause?.isTypeOnly && !/'(@app\/kernel|\.\/[a-z-]+\.pack\.js)'/.test(node.moduleSpecifier.getText()))
          || ts.isAwaitExpression(node) || ts.isClassDeclaration(node) || ts.isIfStatement(node) || ts.isFunctionDeclaration(node))
        .map((node) => `${at(source, node)} is more than data → rows that a rule reads, and the rule in a file of its own`)
      : [],
    planted: [
      ['libs/guarantees/car.pack.ts', `import { remedyFor } from './remedy.js';`], ['libs/guarantees/car.pack.ts', 'export function decide() {}'],
      ['libs/sanctions/mall.pack.ts', 'const x = await y();'],
    ],
    kept: [['libs/guarantees/car.pack.ts', `import { day } from '@app/kernel'; import type { Row } from './policy.js'; const row = (id: string): Row => ({ id });`]],
  },
  {
    name: 'a file that names statements is a *.sql.ts, and holds nothing that acts',
    check: (source) => {
      if (!inLibs(source)) return [];
      const statements = callsOf(source, 'statement');
      if (!source.path.endsWith('.sql.ts')) return statements.map((node) => `${at(source, node)} declares a statement → in a *.sql.ts`);
      const acting = [...nodes(source.ast)].filter((node) => ts.isAwaitExpression(node) || ts.isClassDeclaration(node));
      return [
        ...acting.map((node) => `${at(source, node)} acts → in an action or a step; *.sql.ts holds statements and the shapes of rows`),
        ...(statements.length === 0 && !/(?:^|\n)export const/.test(source.text) ? [`${source.path} names no statement → another kind of file`] : []),
      ];
    },
    planted: [
      ['libs/funds/keep-fund.ts', `const s = statement('funds.x', 'SELECT 1');`],
      ['libs/funds/x.sql.ts', `export const s = statement('funds.x', 'SELECT 1'); async function f() { await g(); }`],
      ['libs/funds/x.sql.ts', 'export interface X {}'],
    ],
    kept: [['libs/funds/x.sql.ts', `export const s = statement('funds.x', 'SELECT 1');`]],
  },
  nodeRule({
    name: 'a rule is pure: what is awaited stands in an action or a step, which take a database or a tx',
    where: (source) => inLibs(source) && /(^|\/)policy\.ts$|\.pack\.ts$|\.entity\.ts$|refusals\.ts$/.test(source.path),
    find: (node) => ts.isAwaitExpression(node) || (isFunction(node) && !!node.modifiers?.some((m) => m.kind === ts.SyntaxKind.AsyncKeyword))
      ? 'waits for something → policies, rows and refusals are plain: load facts in an action'
      : null,
    planted: [['libs/guarantees/policy.ts', 'export async function load() { return 1; }'], ['libs/funds/fund.entity.ts', 'const x = await y();']],
  }),
  {
    name: 'an index only opens the room: exports, and the lists of its entities',
    check: (source) => /^libs\/[^/]+\/index\.ts$/.test(source.path)
      ? source.ast.statements
        .filter((node) => !ts.isExportDeclaration(node) && !ts.isImportDeclaration(node) && !/^export const \w*[eE]ntities = \[/.test(node.getText()))
        .map((node) => `${at(source, node)} is neither an import nor an export → in a file of its own`)
      : [],
    planted: [['libs/funds/index.ts', 'export function f() {}']],
    kept: [['libs/funds/index.ts', `import { X } from './x.js';\nexport const fundEntities = [X];\nexport * from './y.js';`]],
  },
];

/** What each room must have, and how long its README may be. */
export function roomProblems(rooms: readonly { name: string; files: readonly string[]; readme: string | null }[]): string[] {
  return rooms.flatMap(({ name, files, readme }) => [
    ...(files.includes('index.ts') ? [] : [`libs/${name} has no index.ts → say there what may leave the room`]),
    ...(readme === null ? [`libs/${name} has no README.md → nouns, invariants, locks, events, in ${maxReadmeLines} lines at most`] : []),
    ...(readme !== null && linesOf(readme) > maxReadmeLines ? [`libs/${name}/README.md has ${linesOf(readme)} lines → ${maxReadmeLines} at most`] : []),
    ...files.filter((file) => !/\.ts$|^README\.md$/.test(file)).map((file) => `libs/${name}/${file} is no kind of file that a room has → data of rules is policy.ts, or shipped as *.pack.ts`),
  ]);
}

export function rooms(): { name: string; files: string[]; readme: string | null }[] {
  const all = filesIn('libs').map((file) => file.slice('libs/'.length));
  return [...new Set(all.map((file) => file.split('/')[0]!))].map((name) => {
    const files = all.filter((file) => file.startsWith(`${name}/`)).map((file) => file.slice(name.length + 1));
    return { name, files, readme: files.includes('README.md') ? read(`libs/${name}/README.md`) : null };
  });
}

