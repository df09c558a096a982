import ts from 'typescript';
import { at, isSpec, nodes, type Rule, type Source } from './source.js';

/** A room imports only from floors below. Those that are not built yet stand here already. */
export const floors: Readonly<Record<string, number>> = {
  kernel: 0,
  database: 1,
  access: 2, policies: 2, files: 2, clocks: 2, notices: 2,
  ledger: 3, members: 3,
  guarantees: 4, funds: 4, settlement: 4,
  recovery: 5,
  warranty: 6, complaints: 6.5,
  compensation: 7, sanctions: 7, certification: 7, analysis: 7,
};

interface Import {
  readonly node: ts.Node;
  readonly from: string;
}

function importsOf(source: Source): Import[] {
  return [...nodes(source.ast)].flatMap((node): Import[] => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
      return [{ node, from: node.moduleSpecifier.text }];
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && ts.isStringLiteral(node.arguments[0]!)) {
      return [{ node, from: node.arguments[0].text }];
    }
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
      return [{ node, from: node.argument.literal.text }];
    }
    return [];
  });
}

function importRule(rule: Omit<Rule, 'check'> & {
  readonly where: (source: Source) => boolean;
  readonly wrong: (from: string, source: Source) => string | null;
}): Rule {
  const { where, wrong, ...rest } = rule;
  return {
    ...rest,
    check: (source) => !where(source) ? [] : importsOf(source).flatMap(({ node, from }) => {
      const problem = wrong(from, source);
      return problem ? [`${at(source, node)} ${problem}`] : [];
    }),
  };
}

const roomOf = (path: string): string | null => /^libs\/([^/]+)\//.exec(path)?.[1] ?? null;
const appOf = (path: string): string | null => /^apps\/([^/]+)\//.exec(path)?.[1] ?? null;

/** Where a relative import leads, from the root of the repository. */
const target = (from: string, source: Source): string => new URL(from, `file:///${source.path}`).pathname.slice(1);

const leavesItsOwn = (own: (path: string) => string | null) => (from: string, source: Source): boolean =>
  from.startsWith('.') && own(target(from, source)) !== own(source.path);

export const floorRules: readonly Rule[] = [
  importRule({
    name: 'a room imports only from floors below',
    where: (source) => roomOf(source.path) !== null,
    wrong(from, source) {
      const room = roomOf(source.path)!;
      const other = /^@app\/([^/]+)/.exec(from)?.[1];
      if (floors[room] === undefined) return `the room ${room} has no floor → give it one in the design and in test/architecture/floors.ts`;
      if (!other) return null;
      if (floors[other] === undefined) return `imports @app/${other}, which has no floor → give it one in the design`;
      if (floors[other] < floors[room]) return null;
      return `${room} (floor ${floors[room]}) imports ${other} (floor ${floors[other]}) → register at boot, leave a record below, or meet in apps/api/joins or apps/worker/reactions`;
    },
    planted: [
      ['libs/funds/x.ts', `import { settle } from '@app/settlement';`],
      ['libs/ledger/x.ts', `import { readMembers } from '@app/members';`],
      ['libs/database/x.ts', `export { postEntry } from '@app/ledger';`],
      ['libs/kernel/x.ts', `type T = import('@app/database').Tx;`],
      ['libs/warranty/x.ts', `import { complaint } from '@app/complaints';`],
      ['libs/helpers/x.ts', `import { money } from '@app/kernel';`],
    ],
    kept: [['libs/complaints/x.ts', `import { claim } from '@app/warranty';`], ['libs/funds/x.ts', `import { postEntry } from '@app/ledger';`]],
  }),
  importRule({
    name: 'a room is entered only through @app/<room>',
    where: (source) => source.path.startsWith('libs/') || source.path.startsWith('apps/'),
    wrong(from, source) {
      if (/^@app\/[^/]+\//.test(from)) return `imports ${from} → import from ${/^@app\/[^/]+/.exec(from)![0]}, and export it there if it is meant to leave the room`;
      if (!from.startsWith('.')) return null;
      const to = target(from, source);
      const room = roomOf(to);
      if (room === null || room === roomOf(source.path)) return null;
      return `imports ${from} → import from @app/${room}`;
    },
    planted: [
      ['libs/funds/x.ts', `import { insertAccount } from '../ledger/account.sql.js';`],
      ['libs/funds/x.ts', `import { insertAccount } from '@app/ledger/account.sql.js';`],
      ['apps/api/src/funds/x.ts', `import { keepFund } from '../../../../libs/funds/keep-fund.js';`],
    ],
    kept: [['libs/funds/x.ts', `import { fund } from './fund.entity.js';`]],
  }),
  importRule({
    name: 'a room imports nothing from an app, and a file inside a room is flat beside its neighbours',
    where: (source) => source.path.startsWith('libs/'),
    wrong(from, source) {
      if (!leavesItsOwn(roomOf)(from, source) || roomOf(target(from, source)) !== null) return null;
      return `imports ${from} → a room never knows who knocked; pass it in`;
    },
    planted: [['libs/funds/x.ts', `import { loader } from '../../apps/api/src/door/loaders.js';`]],
  }),
  importRule({
    name: 'apps never import each other',
    where: (source) => appOf(source.path) !== null,
    wrong: (from, source) => leavesItsOwn(appOf)(from, source) && appOf(target(from, source)) !== null
      ? `imports ${from} → put what both need into a room`
      : null,
    planted: [['apps/worker/src/x.ts', `import { loaders } from '../../api/src/door/loaders.js';`]],
    kept: [['apps/api/src/funds/x.ts', `import { page } from '../door/index.js';`]],
  }),
  importRule({
    name: 'GraphQL and HTTP never enter a room',
    where: (source) => source.path.startsWith('libs/'),
    wrong: (from) => /^(graphql|@nestjs\/(graphql|mercurius|platform-.*|passport)|mercurius|fastify|@fastify\/.*|passport.*|class-validator|class-transformer|supertest)($|\/)/.test(from)
      ? `imports ${from} → a door's business: write it in apps/api`
      : null,
    planted: [
      ['libs/funds/x.ts', `import { Field } from '@nestjs/graphql';`],
      ['libs/members/x.ts', `import type { FastifyRequest } from 'fastify';`],
      ['libs/members/x.ts', `import { IsString } from 'class-validator';`],
    ],
  }),
  importRule({
    name: 'typeorm and pg stay in libs/database, and typeorm in *.entity.ts',
    where: (source) => (source.path.startsWith('libs/') || source.path.startsWith('apps/')) && roomOf(source.path) !== 'database' && !isSpec(source),
    wrong(from, source) {
      if (!/^(typeorm|pg|pg-.*|postgres)($|\/)/.test(from)) return null;
      if (from === 'typeorm' && source.path.startsWith('libs/') && source.path.endsWith('.entity.ts')) return null;
      return `imports ${from} → take a tx and run a named statement`;
    },
    planted: [
      ['libs/funds/keep-fund.ts', `import { DataSource } from 'typeorm';`],
      ['libs/funds/fund.entity.ts', `import pg from 'pg';`],
      ['apps/api/src/x.ts', `import { Repository } from 'typeorm';`],
    ],
    kept: [['libs/members/member.entity.ts', `import { Column } from 'typeorm';`]],
  }),
];
