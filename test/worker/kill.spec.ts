import { setTimeout as sleep } from 'node:timers/promises';
import { World } from '../support/world.js';
import { calledShop, hold, paidShop } from './support/funds.js';
import { issue } from './support/notices.js';
import { startWorker, until, type WorkerProcess } from './support/process.js';
import { notReactedTo, notToldOnce, outOfOrder } from './support/reacted.js';

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const lengthMs = Number(process.env.KILL_MS ?? 10_000);

/** A small generator of ours, so that a run replays from its seed. */
function randomly(state: number): () => number {
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** What must hold once a worker has lived long enough: nothing pending, nothing lost, nothing twice, all in order. */
async function comesToRest(world: World, held: number): Promise<void> {
  // A backlog may have piled up: killed every second or so, the workers were mostly booting.
  await until(async () => (await notReactedTo(world)).length === 0, lengthMs + 20_000);
  expect(await notToldOnce(world)).toEqual([]);
  expect(await outOfOrder(world)).toEqual([]);
  expect(await world.test.asAdmin('SELECT FROM outbox_pending')).toEqual([]);
  expect(await world.test.asAdmin('SELECT FROM reaction_turn')).toEqual([]);
  // What the dead held is given back, long before the queue's own four hours.
  await until(async () => (await world.test.asAdmin('SELECT FROM graphile_worker._private_jobs')).length === 0, 20_000);
  await until(async () => (await world.test.asAdmin('SELECT FROM fund_hold WHERE outcome IS NULL')).length === 0);
  const expiries = await world.test.asAdmin(`SELECT count(*)::int AS all, count(DISTINCT hold_id)::int AS once FROM account_line WHERE what = 'expiry'`);
  expect(expiries).toEqual([{ all: held, once: held }]);
}

describe(`P12 workers that are killed (SEED=${seed})`, () => {
  let world: World;
  const workers: WorkerProcess[] = [];

  beforeEach(async () => {
    world = await World.make();
    world.on(new Date().toISOString().slice(0, 10));
  });

  afterEach(async () => {
    await Promise.all(workers.splice(0).map((worker) => worker.kill('SIGKILL')));
    await world.drop();
  });

  it('lose no event, double no effect and keep the order of each aggregate', async () => {
    // Its people act at ten in Shanghai: before that hour today's holds would have run out already.
    world.on(new Date(Date.now() - 86_400_000).toISOString().slice(0, 10));
    const random = randomly(seed);
    const worlds = [world, await world.neighbour(), await world.neighbour()];
    const targets = (await Promise.all(worlds.map(async (its) => [await its.member(), await its.member(), await its.member()]
      .map(({ id }) => ({ its, memberId: id }))))).flat();
    // Enough for every hold at once: workers that are killed while they boot let none expire for long.
    const shop = await paidShop(world, BigInt(Math.ceil(lengthMs / 100) + 1) * 1_000n);
    const end = Date.now() + lengthMs;
    const held: string[] = [];
    let issued = 0;

    const write = async (i: number) => {
      while (Date.now() < end) {
        const { its, memberId } = targets[(i + issued) % targets.length]!;
        await issue(its, memberId);
        issued += 1;
        await sleep(random() * 10);
      }
    };
    const reserve = async () => {
      while (Date.now() < end) {
        held.push((await hold(world, shop, new Date(Date.now() + 500))).id);
        await sleep(100);
      }
    };
    let kills = 0;
    const keepKilling = async (slot: number) => {
      while (Date.now() < end) {
        workers[slot] = startWorker(world.test, { LOG_LEVEL: 'warn', WORKER_TICK_MS: '20' });
        // From while it still boots to well into its work.
        await sleep(200 + random() * 3_000);
        await workers[slot]!.kill('SIGKILL');
        kills += 1;
      }
    };
    await Promise.all([write(0), write(1), write(2), reserve(), keepKilling(0), keepKilling(1)]);
    expect(kills).toBeGreaterThan(4);
    expect(issued).toBeGreaterThan(100);

    workers[0] = startWorker(world.test);
    await comesToRest(world, held.length);
  }, 2 * lengthMs + 80_000);

  it('remind once for each kind and call, whatever restarts in between', async () => {
    const calls = [await calledShop(world), await calledShop(world), await calledShop(world)];
    const reminded = async (kind: string) =>
      (await world.test.asAdmin('SELECT FROM call_reminder WHERE kind = $1', [kind])).length === calls.length;
    const told = async (code: string) => (await world.test.asAdmin('SELECT FROM message_log WHERE code = $1', [code])).length >= calls.length;
    // Day by day past its due day, each under workers of its own, which are killed or asked to stop.
    for (const [day, signal] of [[1, 'SIGKILL'], [13, 'SIGKILL'], [14, 'SIGTERM'], [15, 'SIGKILL'], [16, 'SIGKILL'], [17, 'SIGTERM']] as const) {
      await world.test.asAdmin('UPDATE network SET sandbox_seconds = $2 WHERE id = $1', [world.networkId, day * 86_400]);
      workers.push(startWorker(world.test), startWorker(world.test));
      await Promise.all(workers.map((worker) => worker.says('worker ready')));
      if (day === 13) await until(() => reminded('coming_due'));
      if (day === 16) await until(() => reminded('overdue'));
      await Promise.all(workers.splice(0).map((worker) => worker.kill(signal)));
    }
    workers.push(startWorker(world.test));
    await until(() => told('call_overdue'));
    const log = await world.test.asAdmin('SELECT code, about_id, count(*)::int AS times FROM message_log GROUP BY 1, 2');
    expect(log).toHaveLength(3 * calls.length);
    for (const line of log) expect(line.times).toBe(1);
    expect(await outOfOrder(world)).toEqual([]);
  }, 60_000);
});
