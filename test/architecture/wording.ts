import ts from 'typescript';
import { callBan, inLibs, nodeRule, production, type Rule } from './source.js';

/** Where a bigint or a text becomes a JS number on purpose, and no amount is near. */
export const countsNotMoney: Readonly<Record<string, string>> = {
  'libs/kernel/setting.ts': 'ports, sizes and intervals of a process',
  'libs/kernel/ids.ts': 'a digit of base 32',
  'libs/kernel/day.ts': 'parts of a calendar day',
  'libs/kernel/zone.ts': 'parts of a calendar day',
  'libs/kernel/calendar.ts': 'a count of days',
  'libs/kernel/china-calendar.ts': 'parts of a calendar day',
  'libs/kernel/allocate.ts': 'the place of a part in a list',
  'libs/kernel/rate.ts': 'toFixed of an exact decimal, which answers text',
  'libs/files/render-xlsx.ts': 'a spreadsheet has no other numbers; what has more than 15 digits stays text',
  'libs/database/migrate.ts': 'the number of a migration',
  'libs/clocks/policy.ts': 'hours and minutes of a shift',
  'libs/complaints/complaints-due.ts': 'milliseconds of an instant',
  'libs/analysis/period.ts': 'the number of a week or a quarter',
  'libs/access/acting.ts': 'seconds of a sandbox clock',
  'libs/access/sandbox-clock.ts': 'seconds of a sandbox clock',
  'libs/access/set-sandbox-clock.ts': 'seconds of a sandbox clock',
};

const figures: readonly Rule[] = [
  callBan({
    name: 'no JS number meets money in a room',
    where: (source) => inLibs(source) && !countsNotMoney[source.path],
    calls: (name, on) => (on === null && ['Number', 'parseFloat', 'parseInt'].includes(name))
      || (on === 'Number' && ['parseFloat', 'parseInt'].includes(name))
      || (on !== null && ['toFixed', 'toPrecision'].includes(name)),
    instead: 'bigint minor units, share() and formatAmount() of @app/kernel',
    planted: [
      ['libs/funds/x.ts', 'const a = Number(row.amountMinor);'], ['libs/funds/x.ts', 'const a = parseFloat(text);'],
      ['libs/funds/x.ts', 'const a = rate.toFixed(2);'], ['libs/funds/x.ts', 'const a = Number.parseInt(text, 10);'],
      ['libs/kernel/money.ts', 'const a = Number(minor);'],
    ],
    kept: [['libs/funds/x.ts', 'if (Number.isSafeInteger(n)) f();']],
  }),
  nodeRule({
    name: 'an amount is a bigint',
    where: production,
    find(node) {
      const declared = (ts.isPropertySignature(node) || ts.isPropertyDeclaration(node) || ts.isParameter(node) || ts.isVariableDeclaration(node))
        && /Minor$|^minor$/.test(node.name.getText()) && node.type && /\bnumber\b/.test(node.type.getText());
      return declared ? `declares ${node.name.getText()} a number → bigint` : null;
    },
    planted: [['libs/funds/x.ts', 'interface X { readonly amountMinor: number }'], ['libs/funds/x.ts', 'function f(minor: number | null) {}']],
    kept: [['libs/funds/x.ts', 'interface X { readonly amountMinor: bigint }']],
  }),
];

const language: readonly Rule[] = [
  nodeRule({
    name: 'nothing is any',
    where: () => true,
    find: (node) => node.kind === ts.SyntaxKind.AnyKeyword ? 'says any → the type, or unknown and a check' : null,
    planted: [['libs/funds/x.ts', 'const a: any = 1;'], ['apps/api/src/x.ts', 'function f(x: any[]) {}'], ['test/x.ts', 'const a = b as any;']],
    kept: [['libs/funds/x.ts', `const a = 'any';`]],
  }),
  callBan({
    name: 'no room writes to the console',
    where: inLibs,
    calls: (_name, on) => on === 'console' || on === 'process.stdout' || on === 'process.stderr',
    instead: 'throw, return, or an event; the door and the worker log',
    planted: [['libs/funds/x.ts', `console.log('x');`], ['libs/funds/x.ts', `process.stdout.write('x');`]],
    kept: [['apps/worker/src/x.ts', `console.error('x');`]],
  }),
  callBan({
    name: 'no forwardRef',
    where: () => true,
    calls: (name) => name === 'forwardRef',
    instead: 'the floors: register at boot what the lower one needs of the upper',
    planted: [['apps/api/src/x.ts', 'const m = forwardRef(() => M);']],
  }),
  nodeRule({
    name: 'no provider lives as long as a request',
    where: () => true,
    find: (node) => ts.isPropertyAccessExpression(node) && /^Scope\.(REQUEST|TRANSIENT)$/.test(node.getText())
      ? `says ${node.getText()} → hand the caller over as an argument`
      : null,
    planted: [['apps/api/src/x.ts', '@Injectable({ scope: Scope.REQUEST }) class X {}']],
  }),
];

const vague = /(Service|Manager|Helper|Helpers|Util|Utils|Common|Base|Dto|DTO|Mapper)(?![a-z])/;
const vagueFile = /(^|[-./])(service|manager|helpers?|utils?|common|base|dto|mapper)(?=[-./]|$)/;

/** Words of the trade that only sound like one of those. */
export const saidOnPurpose: Readonly<Record<string, string>> = {
  'libs/access/permissions.ts': 'after_sales_manager is a role of the rulebook',
};

const names: readonly Rule[] = [
  {
    name: 'no file is named service, manager, helper, util, common, base, dto or mapper',
    check: (source) => vagueFile.test(source.path) ? [`${source.path} → name it by what it promises: a verb for an action, a noun for a rule`] : [],
    planted: [['libs/funds/fund-service.ts', ''], ['libs/funds/utils.ts', ''], ['apps/api/src/common/x.ts', ''], ['libs/funds/fund.dto.ts', '']],
    kept: [['libs/database/database.ts', '']],
  },
  nodeRule({
    name: 'no class or type is named Service, Manager, Helper, Util, Common, Base, Dto or Mapper',
    where: (source) => !saidOnPurpose[source.path],
    find(node) {
      const named = (ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) && node.name && vague.test(node.name.text);
      return named ? `declares ${node.name!.text} → name it by what it promises` : null;
    },
    planted: [['libs/funds/x.ts', 'class FundService {}'], ['apps/api/src/x.ts', 'class BaseResolver {}'], ['libs/funds/x.ts', 'interface FundDto {}'], ['libs/x/x.ts', 'type MoneyUtils = 1;']],
    kept: [['libs/database/x.ts', 'class Database {}']],
  }),
];

export const wording: readonly Rule[] = [...figures, ...language, ...names];
