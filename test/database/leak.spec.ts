import type { Database } from '@app/database';
import type pg from 'pg';
import { connect } from '../support/connect.js';
import { chance } from '../support/seed.js';
import { World } from '../support/world.js';
import { mix, requests, type Ground } from './leak/requests.js';
import { tamper } from './leak/tamper.js';

const dice = chance('leak');
const poolSize = 2;
const atOnce = 16;
const networks = 5;

/** Lets requests of several networks run through one small pool, and answers what any of them should not have met. */
async function leakProblems(count: number, change: (database: Database) => Database = (database) => database): Promise<string[]> {
  const world = await World.make(poolSize);
  const admin = await connect(world.test, 'admin');
  try {
    const callers = [world.person()];
    while (callers.length < networks) callers.push((await world.neighbour()).person());
    const ground: Ground = { database: change(world.database), callers, kept: 0, cancel: (pid) => cancelled(admin, pid) };
    const problems = await run(ground, count);
    return [...new Set([...problems, ...await left(admin, ground)])];
  } finally {
    await admin.end();
    await world.drop();
  }
}

async function run(ground: Ground, count: number): Promise<string[]> {
  // Drawn beforehand, so that a seed replays the same requests whatever the timing.
  const asked = Array.from({ length: count }, () => ({ kind: dice.pick(mix), caller: dice.pick(ground.callers) }));
  const problems: string[] = [];
  const work = async (): Promise<void> => {
    for (let next = asked.pop(); next; next = asked.pop()) {
      const { kind, caller } = next;
      const found = await requests[kind]!(ground, caller).catch((error: unknown) => [`failed: ${String(error)}`]);
      problems.push(...found.map((problem) => `${kind} ${problem}`));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return problems;
}

/** Waits until the backend sleeps, then cancels its query. */
async function cancelled(admin: pg.Client, pid: number): Promise<void> {
  for (;;) {
    const { rowCount } = await admin.query(`SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE pid = $1 AND wait_event = 'PgSleep'`, [pid]);
    if (rowCount) return;
  }
}

/** What stands in the database afterwards that should not. */
async function left(admin: pg.Client, { kept }: Ground): Promise<string[]> {
  const { rows: [row] } = await admin.query<{ open: number; rows: number; others: number; audits: number }>(`
    SELECT (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND usename = 'surety_app' AND state <> 'idle')::int AS open,
           (SELECT count(*) FROM member WHERE name = 'kept')::int AS rows, (SELECT count(*) FROM member WHERE name <> 'kept')::int AS others,
           (SELECT count(*) FROM audit_record WHERE action = 'leak.write' AND outcome = 'done')::int AS audits`);
  return [
    ...(row!.open === 0 ? [] : [`${row!.open} connections are left in a transaction`]),
    ...(row!.others === 0 ? [] : [`${row!.others} rows are left of what was taken back`]),
    ...(row!.rows === kept && row!.audits === kept ? [] : [`${row!.rows} rows and ${row!.audits} audit records of ${kept} acknowledged writes`]),
  ];
}

describe('A pool of two', () => {
  const count = Number(process.env.LEAK_REQUESTS ?? 10_000);
  it(`shows none of ${count} interleaved requests another network's row, and is never left in a transaction`, async () => {
    expect(await leakProblems(count)).toEqual([]);
  }, 300_000);
});

describe('The requests', () => {
  it.each<[string, RegExp, (database: Database) => Database]>([
    ['a connection given back with its transaction still open', /connections are left in a transaction|saw a row that was|rows are left/, (database) =>
      tamper(database, (words) => (words === 'ROLLBACK' ? Promise.resolve({ command: 'ROLLBACK' }) : null))],
    ['a network that outlives its transaction', /^outside saw rows of another network$/, (database) =>
      tamper(database, (words, send) => (words.startsWith('BEGIN') ? send(words.replaceAll('SET LOCAL', 'SET')) : null))],
    ['a network that is never set anew', /saw rows of another network/, (database) => {
      let first: string | undefined;
      return tamper(database, (words, send) => {
        if (!words.includes('app.network_id')) return null;
        first ??= words.slice(words.indexOf('SET LOCAL'));
        return send(words.replace(/SET LOCAL.*/, first));
      });
    }],
  ])('catches %s', async (_fault, reported, change) => {
    expect(await leakProblems(300, change)).toContainEqual(expect.stringMatching(reported));
  }, 60_000);
});

describe('A transaction', () => {
  let world: World;
  beforeAll(async () => { world = await World.make(poolSize); });
  afterAll(async () => { await world?.drop(); });

  it('opened inside another fails loudly, and names both', async () => {
    const inner = world.database.write(world.person(), { action: 'test.outer' }, () =>
      world.database.write(world.person(), { action: 'test.inner' }, async () => undefined));
    await expect(inner).rejects.toThrow('test.inner opens a transaction inside that of test.outer');
  });

  it('that leaked cannot be written through, emitted into or read from', async () => {
    const tx = await world.database.write(world.person(), { action: 'test.leak' }, async (open) => open);
    expect(() => tx.emit({ type: 'x', aggregateId: world.networkId })).toThrow('leaked');
    await expect(tx.insert(class {} as never, {} as never)).rejects.toThrow('leaked');
    expect(() => tx.find(class {} as never, {})).toThrow('leaked');
  });
});
