import ts from 'typescript';
import { callBan, inLibs, inRoom, nodeRule, production, type Rule, type Source } from './source.js';

const roomsButDatabase = (source: Source): boolean => production(source) && !inRoom(source, 'database');

/** Clocks that are not business: ids, credentials, which run on the wall's clock whatever a sandbox network's says. */
export const wallClocks: Readonly<Record<string, string>> = {
  'libs/kernel/ids.ts': 'an id is ordered by when it was made',
  'libs/access/access-token.ts': 'a token expires by the clock, also in a sandbox network',
  'libs/access/acting.ts': 'makes caller.now',
  'libs/access/last-used.ts': 'the last use of a key is by the clock',
};

const clocks: readonly Rule[] = [
  nodeRule({
    name: 'no room reads the clock',
    where: (source) => inLibs(source) && !wallClocks[source.path],
    find(node) {
      const reads = (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length)
        || (ts.isPropertyAccessExpression(node) && /^(Date\.now|performance\.now|process\.hrtime)$/.test(node.getText()));
      return reads ? `reads the clock by ${node.getText()} → caller.now, which the door takes from the clock and the network's offset` : null;
    },
    planted: [
      ['libs/funds/x.ts', 'const now = new Date();'], ['libs/funds/x.ts', 'const now = Date.now();'],
      ['libs/database/x.ts', 'const f = Date.now;'], ['libs/ledger/x.ts', 'const n = performance.now();'],
    ],
    kept: [['libs/kernel/ids.ts', 'const ms = Date.now();'], ['libs/funds/x.ts', 'const at = new Date(given);'], ['apps/api/src/x.ts', 'new Date();']],
  }),
  callBan({
    name: 'no room waits on a timer',
    where: inLibs,
    calls: (name, on) => /^set(Timeout|Interval|Immediate)$/.test(name) && (on === null || on === 'globalThis'),
    instead: 'leave an event, or list what is due for the worker',
    planted: [['libs/funds/x.ts', 'setTimeout(f, 10);'], ['libs/funds/x.ts', 'setInterval(f, 10);']],
  }),
  callBan({
    name: 'no room throws dice',
    where: inLibs,
    calls: (name, on) => name === 'random' && on === 'Math',
    instead: 'newId() for ids, node:crypto for secrets; a sample is drawn from a recorded seed',
    planted: [['libs/certification/x.ts', 'const n = Math.random();']],
  }),
];

const database: readonly Rule[] = [
  callBan({
    name: 'no row is saved as a graph',
    where: production,
    calls: (name, on) => on !== null && ['save', 'softDelete', 'softRemove', 'upsert'].includes(name),
    instead: 'tx.insert(Entity, row), or a named UPDATE',
    planted: [['libs/funds/x.ts', 'await manager.save(fund);'], ['libs/database/x.ts', 'await repository.save([a]);']],
  }),
  callBan({
    name: 'no condition is loosened by orWhere',
    where: production,
    calls: (name, on) => on !== null && name === 'orWhere',
    instead: 'a named statement: an OR beside network_id = $network reads other networks',
    planted: [['libs/database/x.ts', `query.orWhere('b = 1');`]],
  }),
  callBan({
    name: 'no repository and no query builder outside libs/database',
    where: roomsButDatabase,
    calls: (name) => ['getRepository', 'createQueryBuilder', 'createQueryRunner', 'getTreeRepository', 'getCustomRepository'].includes(name),
    instead: 'a named statement in a *.sql.ts, run by tx',
    planted: [
      ['libs/funds/x.ts', 'source.getRepository(Fund);'], ['apps/api/src/x.ts', 'manager.createQueryBuilder();'],
      ['apps/api/src/x.ts', 'source.createQueryRunner();'],
    ],
    kept: [['libs/database/transaction.ts', 'manager.createQueryBuilder();']],
  }),
  callBan({
    name: 'no query outside libs/database',
    where: (source) => roomsButDatabase(source) && source.path.startsWith('libs/'),
    calls: (name, on) => name === 'query' && on !== null,
    instead: 'tx.one, tx.maybe, tx.many or tx.run with a named statement',
    planted: [['libs/funds/x.ts', `client.query('SELECT 1');`]],
  }),
  nodeRule({
    name: 'relations are neither eager, lazy nor cascading',
    // The bench measures us against a server that is written as others write theirs.
    where: (source) => !source.path.startsWith('test/bench/typical/'),
    find(node) {
      if (ts.isDecorator(node) && /^@(OneToMany|ManyToOne|OneToOne|ManyToMany)\b/.test(node.getText())) {
        return 'maps a relation → keep the id, and join in a named statement';
      }
      const bad = ts.isPropertyAssignment(node) && ['eager', 'lazy', 'cascade', 'orphanedRowAction'].includes(node.name.getText()) && node.getSourceFile().fileName.endsWith('entity.ts');
      return bad ? `sets ${node.name.getText()} → keep the id, and write each row where it is decided` : null;
    },
    planted: [
      ['libs/funds/fund.entity.ts', 'class F { @ManyToOne(() => M) member!: M; }'],
      ['libs/funds/fund.entity.ts', 'const o = { eager: true };'], ['libs/funds/fund.entity.ts', 'const o = { cascade: true };'],
    ],
  }),
];

const transactions: readonly Rule[] = [
  nodeRule({
    name: 'whoever takes a tx never opens one',
    where: production,
    find(node) {
      const takes = ts.isFunctionLike(node) && node.parameters.some((p) => p.type && /\b(NetworkTx|MemberTx|GlobalTx|Tx)\b/.test(p.type.getText()) && ts.isIdentifier(p.name));
      if (!takes || !('body' in node) || !node.body) return null;
      const opens = node.parameters.some((p) => p.type && /\bDatabase\b/.test(p.type.getText())) || /\b[dD]atabase\.(read|reading|write|writeOnce|outside)\(/.test((node.body as ts.Node).getText());
      return opens ? 'takes a tx and opens another → pass the tx on, and let the action alone open it' : null;
    },
    planted: [
      ['libs/funds/x.ts', 'async function f(tx: NetworkTx, c: C) { await database.write(c, a, g); }'],
      ['libs/funds/x.ts', 'const f = async (database: Database, tx: MemberTx) => { await g(); };'],
      ['libs/funds/x.ts', 'class A { f(tx: Tx) { return this.database.outside(g); } }'],
    ],
    kept: [['libs/funds/x.ts', 'function f(database: Database, c: C) { return database.writeOnce(c, "a", i, async (tx) => tx.one(s, {})); }']],
  }),
];

export const bans: readonly Rule[] = [...clocks, ...database, ...transactions];
