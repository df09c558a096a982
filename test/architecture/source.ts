import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** A file of the house, parsed. */
export interface Source {
  /** From the root of the repository, with slashes. */
  readonly path: string;
  readonly text: string;
  readonly ast: ts.SourceFile;
}

/** A rule of the house: what it finds wrong in a file, in words that name what to write instead. */
export interface Rule {
  readonly name: string;
  readonly check: (source: Source) => readonly string[];
  /** Sources that break it: a rule that cannot fail is no rule. */
  readonly planted: readonly Planted[];
  /** Sources that look alike and keep it. */
  readonly kept?: readonly Planted[];
}

export type Planted = readonly [path: string, text: string];

export const root = path.resolve(import.meta.dirname, '../..');

export function source([file, text]: Planted): Source {
  return { path: file, text, ast: ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true) };
}

/** Every TypeScript file below the folders. */
export function sourcesIn(...folders: string[]): Source[] {
  return filesIn(...folders).filter((file) => file.endsWith('.ts')).map((file) => source([file, read(file)]));
}

export function filesIn(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')));
}

export const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** Every node below, the node itself first. */
export function* nodes(node: ts.Node): Generator<ts.Node> {
  yield node;
  const children: ts.Node[] = [];
  node.forEachChild((child) => void children.push(child));
  for (const child of children) yield* nodes(child);
}

export const at = (from: Source, node: ts.Node): string =>
  `${from.path}:${from.ast.getLineAndCharacterOfPosition(node.getStart(from.ast)).line + 1}`;

export const inLibs = (from: Source): boolean => from.path.startsWith('libs/') && !isSpec(from);
export const inRoom = (from: Source, room: string): boolean => from.path.startsWith(`libs/${room}/`);
export const isSpec = (from: Source): boolean => from.path.endsWith('.spec.ts');

/** A rule that looks at nodes of the files it applies to; `find` answers what is wrong with a node, or null. */
export function nodeRule(rule: Omit<Rule, 'check'> & {
  readonly where: (from: Source) => boolean;
  readonly find: (node: ts.Node, from: Source) => string | null;
}): Rule {
  const { where, find, ...rest } = rule;
  return {
    ...rest,
    check: (from) => !where(from) ? [] : [...nodes(from.ast)].flatMap((node) => {
      const wrong = find(node, from);
      return wrong ? [`${at(from, node)} ${wrong}`] : [];
    }),
  };
}

export const production = (from: Source): boolean => (from.path.startsWith('libs/') || from.path.startsWith('apps/')) && !isSpec(from);

/** The name that is called: `save` of `x.save(y)`, `Number` of `Number(x)`. */
function called(node: ts.Node): { name: string; on: string | null } | null {
  if (!ts.isCallExpression(node)) return null;
  if (ts.isIdentifier(node.expression)) return { name: node.expression.text, on: null };
  if (ts.isPropertyAccessExpression(node.expression)) return { name: node.expression.name.text, on: node.expression.expression.getText() };
  return null;
}

/** A rule about calls: which, and what to write instead. */
export function callBan(ban: Omit<Rule, 'check'> & {
  readonly where: (source: Source) => boolean;
  readonly calls: (name: string, on: string | null) => boolean;
  readonly instead: string;
}): Rule {
  const { calls, instead, ...rest } = ban;
  return nodeRule({
    ...rest,
    find: (node) => {
      const call = called(node);
      return call && calls(call.name, call.on) ? `calls ${call.on === null ? '' : `${call.on}.`}${call.name} → ${instead}` : null;
    },
  });
}
