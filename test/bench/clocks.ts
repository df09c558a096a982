import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { Database, dataSource } from '../../libs/database/index.js';
import { fireDueClocks } from '../../libs/clocks/fire-due.js';
import type { Caller } from '../../libs/kernel/index.js';
import { networkId } from './bare.js';

const open = 100_000;
const due = 5_000;
const admin = new pg.Client({ connectionString: process.env.ADMIN_URL });
const bare = new pg.Client({ connectionString: process.env.DATABASE_URL });
const ready = setUp();

/** As many clocks as stand open in a large mall, none of them due. */
async function setUp(): Promise<Database> {
  await Promise.all([admin.connect(), bare.connect()]);
  await admin.query(`
    INSERT INTO clock (network_id, id, subject_type, subject_id, code, party, pack, pack_version, rule, stop_event, unit, amount, warn_minutes,
                       escalate_to, escalate_minutes, pause_reasons, calendar_edition, state, started_at, counts_from, due_at, fire_at, fire_as, next_fire_at)
    SELECT $1, gen_random_uuid(), 'complaint', gen_random_uuid(), 'handled', 'shop', 'mall_counter', '1', 'CX-3', 'handled', 'hours', 4, 0,
           '{shop,floor}', '{30,60}', '{}', 0, 'running', t.due - interval '4 hours', t.due - interval '4 hours', t.due,
           ARRAY[t.due, t.due + interval '30 minutes', t.due + interval '1 hour'], '{breached,shop,floor}', t.due
    FROM generate_series(1, ${open}) AS n, LATERAL (SELECT now() + interval '1 day' + n * interval '1 second' AS due) AS t`, [networkId]);
  await admin.query('VACUUM ANALYZE clock');
  const source = dataSource({
    url: process.env.APP_URL!, poolSize: 2, entities: [], applicationName: 'bench', onConnectionLost: (error) => { throw error; },
  });
  return new Database(await source.initialize(), { hashKey: Buffer.alloc(32) });
}

const caller = (now: Date): Caller => ({
  networkId, memberId: null, personId: null, apiKeyId: null, membershipId: null, sessionId: null, roles: ['system'], permissions: new Set(), now,
  today: now.toISOString().slice(0, 10) as never, zone: 'Asia/Shanghai', currency: 'CNY', backDays: 31, aheadDays: 0, locale: 'zh', requestId: randomUUID(),
});

/** Makes as many of the open clocks due as are to be fired at once, and tidies what was left before: neither side's business. */
async function makeDue(): Promise<void> {
  await admin.query(`
    UPDATE clock SET cycle = cycle + 1, fire_at = ARRAY[now() - interval '1 second', now() + interval '1 day', now() + interval '2 days'],
      fire_as = '{breached,shop,floor}', next_fire_at = now() - interval '1 second', breached_at = NULL, due_at = now() - interval '1 second'
    WHERE id IN (SELECT id FROM clock ORDER BY subject_id LIMIT ${due})`);
  await admin.query('VACUUM clock');
  await admin.query('CHECKPOINT');
}

const sides: Record<string, (database: Database) => Promise<void>> = {
  /** As the worker does it. */
  ours: (database) => fireDueClocks(database, caller(new Date())),
  /** The rows moved on and the same event rows written, and nothing of what is around that. */
  baseline: async () => {
    await bare.query('BEGIN');
    const { rows } = await bare.query<{ id: string }>(`
      UPDATE clock SET fire_at = fire_at[2:], fire_as = fire_as[2:], next_fire_at = fire_at[2], last_event = last_event + 1, breached_at = fire_at[1]
      WHERE network_id = $1 AND next_fire_at < now() RETURNING id`, [networkId]);
    await bare.query(`
      INSERT INTO clock_event (network_id, clock_id, n, cycle, what, at, due_at)
      SELECT network_id, id, last_event, cycle, 'breached', breached_at, due_at FROM clock WHERE network_id = $1 AND id = ANY($2::uuid[])`,
    [networkId, rows.map(({ id }) => id)]);
    await bare.query('COMMIT');
  },
};

process.on('disconnect', () => process.exit());
process.on('message', async ({ side, ms }: { side: string; ms: number }) => {
  try {
    const database = await ready;
    let spent = 0;
    let times = 0;
    const until = performance.now() + ms;
    do {
      await makeDue();
      const began = performance.now();
      await sides[side]!(database);
      spent += performance.now() - began;
      times += 1;
    } while (performance.now() < until);
    const { rows: [left] } = await admin.query<{ n: string }>('SELECT count(*) AS n FROM clock WHERE next_fire_at < now()');
    process.send!({ rate: spent / times, wrong: left!.n === '0' ? null : `${left!.n} clocks have not fired` });
  } catch (error) {
    process.send!({ rate: 0, wrong: (error as Error).message });
  }
});
