import { computeWaitingClocks, fireDueClocks, publishCalendar, startClocks, type ClockSpec } from '@app/clocks';
import { day, newId } from '@app/kernel';
import { localFiles } from '@app/files';
import { tmpdir } from 'node:os';
import { schedule } from '../../apps/worker/src/schedule.js';
import { systemCaller } from '../../apps/worker/src/system-caller.js';
import { World } from '../support/world.js';
import { handsOf, type TestHands } from './support/hands.js';
import { startWorker, until, type WorkerProcess } from './support/process.js';

const never = new AbortController().signal;
const spec: ClockSpec = {
  code: 'handled', rule: 'CX-3', party: 'shop', unit: 'hours', amount: 4, warnMinutes: 60, stopEvent: 'handled', pauseReasons: [],
  escalation: [{ to: 'shop', afterMinutes: 0 }, { to: 'floor', afterMinutes: 30 }],
};
const whole = ['breached', 'escalated floor', 'escalated shop', 'warned'];

describe('the worker and what clocks come to', () => {
  let world: World;
  let one: TestHands;
  let two: TestHands;
  const workers: WorkerProcess[] = [];

  beforeEach(async () => {
    world = await World.make();
    one = await handsOf(world);
    two = await handsOf(world);
  });

  afterEach(async () => {
    await Promise.all(workers.splice(0).map((worker) => worker.kill('SIGKILL')));
    await one.close();
    await two.close();
    await world.drop();
  });

  /** Starts clocks on subjects of their own, all from one moment. */
  async function start(its: World, count: number, given: Partial<ClockSpec> = {}, startedAt: Date | null = null): Promise<void> {
    await its.database.write(its.person(), { action: 'test.start' }, async (tx) => {
      for (let i = 0; i < count; i++) {
        await startClocks(tx, { subjectType: 'complaint', subjectId: newId(), memberId: null, pack: 'p', packVersion: '1', specs: [{ ...spec, ...given }], startedAt });
      }
    });
  }

  const keep = async (name: string, hands: TestHands) => {
    const duty = schedule(1_000, localFiles(tmpdir())).find((known) => known.name === name)!;
    while (await duty.run(hands, never));
  };

  /** What fired, clock by clock, by the clock's own events and by the outbox; how many clocks have each. */
  const fired = async (its = world) => {
    const own = await world.test.asAdmin(`
      SELECT c.id, coalesce(array_agg(trim(e.what || ' ' || e.step) ORDER BY 1) FILTER (WHERE e.n IS NOT NULL), '{}') AS what
      FROM clock c LEFT JOIN clock_event e ON e.network_id = c.network_id AND e.clock_id = c.id AND e.what IN ('warned', 'breached', 'escalated')
      WHERE c.network_id = $1 GROUP BY c.id ORDER BY c.id`, [its.networkId]);
    const said = await world.test.asAdmin(`
      SELECT c.id, coalesce(array_agg(trim(substr(e.type, 7) || ' ' || coalesce(e.payload->>'step', '')) ORDER BY 1) FILTER (WHERE e.id IS NOT NULL), '{}') AS what
      FROM clock c LEFT JOIN outbox_event e ON e.network_id = c.network_id AND e.payload->>'clockId' = c.id::text
      WHERE c.network_id = $1 GROUP BY c.id ORDER BY c.id`, [its.networkId]);
    const sorted = (rows: Record<string, unknown>[]) => rows.map(({ what }) => [...(what as string[])].toSorted());
    expect(sorted(said)).toEqual(sorted(own));
    return sorted(own);
  };

  it('CX-12 fires each stage of each clock once when two workers find them due at once, and a stopped one never', async () => {
    world.on('2026-03-02');
    await start(world, 120);
    const at = (instant: string) => { for (const hands of [one, two]) hands.at = new Date(instant); };
    const both = () => Promise.all([keep('clocks', one), keep('clocks', two)]);
    at('2026-03-02T04:59:59Z');
    await both();
    expect((await fired()).flat()).toEqual([]);
    at('2026-03-02T06:00:01Z');
    await both();
    expect(await fired()).toEqual(Array.from({ length: 120 }, () => ['breached', 'escalated shop', 'warned']));
    at('2026-03-03T00:00:00Z');
    await both();
    await both();
    expect(await fired()).toEqual(Array.from({ length: 120 }, () => whole));
  });

  it('fires in batches, each by itself: what one left another takes', async () => {
    world.on('2026-03-02');
    await start(world, 25);
    one.at = new Date('2026-03-03T00:00:00Z');
    const caller = await systemCaller(one, world.networkId);
    await Promise.all([fireDueClocks(one.database, caller, 4), fireDueClocks(two.database, caller, 3), fireDueClocks(one.database, caller, 1)]);
    // Who met only what the others held has gone home early.
    await fireDueClocks(two.database, caller, 10);
    expect(await fired()).toEqual(Array.from({ length: 25 }, () => whole));
    const audited = await world.test.asAdmin(`SELECT max(cardinality(touched))::int AS most FROM audit_record WHERE action = 'clock.fire'`);
    expect(audited[0]!.most).toBeLessThanOrEqual(10);
  });

  it('runs ahead in a sandbox network by its offset, and nowhere else', async () => {
    world.on('2026-03-02');
    const ahead = await world.neighbour();
    ahead.on('2026-03-02');
    await start(world, 3);
    await start(ahead, 3);
    await world.test.asAdmin('UPDATE network SET sandbox_seconds = $2 WHERE id = $1', [ahead.networkId, 86_400]);
    one.at = new Date('2026-03-02T03:00:00Z');
    await keep('clocks', one);
    expect((await fired()).flat()).toEqual([]);
    expect(await fired(ahead)).toEqual(Array.from({ length: 3 }, () => whole));
  });

  it('computes what waits for a calendar that has come, where the publication left some', async () => {
    world.on('2026-12-30');
    await start(world, 230, { unit: 'working_days', amount: 5 });
    const { result } = await publishCalendar(world.database, world.person(), {
      ...world.key(), year: 2027, source: 'our own notice', holidays: [day('2027-01-01')], makeUpDays: [], shifts: ['09:00-21:00'],
    });
    expect(result.computed).toBe(200);
    await Promise.all([keep('new calendars', one), keep('new calendars', two)]);
    await computeWaitingClocks(world.database, world.person());
    expect(await world.test.asAdmin('SELECT due_at, missing_year, count(*)::int AS clocks FROM clock GROUP BY 1, 2')).toEqual(
      [{ due_at: new Date('2027-01-07T16:00:00Z'), missing_year: null, clocks: 230 }]);
    expect(await world.test.asAdmin(`SELECT count(*)::int AS times FROM clock_event WHERE what = 'computed'`)).toEqual([{ times: 230 }]);
  });

  it('P12 fires each stage of each clock once, however often the workers are killed in between', async () => {
    const count = 1_500;
    // Due in turn for some seconds from now, so that every worker dies with some of them fired.
    world.on(new Date().toISOString().slice(0, 10));
    const now = Date.now();
    await world.database.write(world.person({ now: new Date(now) }), { action: 'test.start' }, async (tx) => {
      for (let i = 0; i < count; i++) {
        const startedAt = new Date(now - 10 * 3_600_000 + (i % 50) * 100);
        await startClocks(tx, {
          subjectType: 'complaint', subjectId: newId(), memberId: null, pack: 'p', packVersion: '1', startedAt,
          specs: [{ ...spec, unit: 'minutes', amount: 600, warnMinutes: 0, escalation: [{ to: 'shop', afterMinutes: 0 }] }],
        });
      }
    });
    const left = async () => (await world.test.asAdmin('SELECT count(*)::int AS n FROM clock WHERE next_fire_at IS NOT NULL'))[0]!.n as number;
    for (let kills = 0; kills < 3; kills++) {
      const before = await left();
      workers.push(startWorker(world.test, { WORKER_TICK_MS: '20' }), startWorker(world.test, { WORKER_TICK_MS: '20' }));
      await until(async () => (await left()) < before || before === 0, 20_000);
      await Promise.all(workers.splice(0).map((worker) => worker.kill('SIGKILL')));
    }
    workers.push(startWorker(world.test, { WORKER_TICK_MS: '20' }));
    await until(async () => (await left()) === 0, 30_000);
    expect(await fired()).toEqual(Array.from({ length: count }, () => ['breached', 'escalated shop']));
  }, 120_000);
});
