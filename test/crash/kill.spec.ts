import { setTimeout as sleep } from 'node:timers/promises';
import { auditBooks } from '../support/audit-books.js';
import { Mall } from '../support/mall.js';
import { until } from '../support/process.js';
import { chance, type Chance } from '../support/seed.js';
import { Stage, victims, type Victim } from './support/stage.js';
import { Writers } from './support/writers.js';

const kills = Number(process.env.KILLS ?? 5);
const writerCount = 16;
const dice = chance('P1 kill');

interface Kill {
  readonly victim: Victim;
  readonly afterMs: number;
  readonly downMs: number;
  /** Whether to wait until the one before has been got over; else it meets a system that is still recovering. */
  readonly serving: boolean;
}

/** Each victim at least once, then whoever chance names; drawn beforehand, so that a seed replays the schedule. */
function schedule(count: number, from: Chance): Kill[] {
  const first = [...victims].sort(() => from.below(3) - 1);
  return Array.from({ length: count }, (_, i) => ({
    victim: first[i] ?? from.pick(victims), afterMs: from.below(800), downMs: from.below(400), serving: from.below(5) > 0,
  }));
}

async function killAll(stage: Stage, writers: Writers, from: Chance): Promise<Record<Victim, number>> {
  const killed = { database: 0, backend: 0, api: 0, worker: 0 };
  for (const { victim, afterMs, downMs, serving } of schedule(kills, from)) {
    const before = writers.acknowledged.counts.acts;
    if (serving) await until(() => writers.acknowledged.counts.acts > before + writerCount || writers.problems.length > 0, 60_000);
    await sleep(afterMs);
    // A backend must be at work when it is killed; while nothing is served there is none.
    while (!(await stage.kill(victim, (among) => from.pick(among), downMs))) await sleep(5);
    killed[victim] += 1;
  }
  return killed;
}

const drained = async (stage: Stage): Promise<boolean> => {
  const [left] = await stage.asAdmin('SELECT (SELECT count(*) FROM outbox_pending) + (SELECT count(*) FROM reaction_turn) AS events');
  return left!.events === '0';
};

describe(`${kills} kills under ${writerCount} writers`, () => {
  let stage: Stage;
  beforeAll(async () => { stage = await Stage.set(); }, 120_000);
  afterAll(async () => { await stage?.strike(); }, 60_000);

  it('lose no acknowledged posting, double none, and leave books that are right to the fen', async () => {
    const writers = await Writers.hire(await Mall.on(stage.asked, 'Jiatai Plaza'), () => stage.url);
    const working = writers.work(writerCount, dice.seed);
    const killed = await killAll(stage, writers, dice);
    await sleep(500);
    writers.stop();
    await working;
    await until(() => drained(stage), 120_000);
    process.stdout.write(`P1 kill: ${JSON.stringify({ killed, ...writers.acknowledged.counts })}\n`);
    expect([...writers.problems, ...stage.died]).toEqual([]);
    expect(await writers.acknowledged.differences((sql) => stage.asAdmin(sql))).toEqual([]);
    expect(await auditBooks((sql) => stage.asAdmin(sql))).toEqual([]);
    expect(writers.acknowledged.counts.acts).toBeGreaterThan((kills * writerCount) / 2);
  }, 120_000 + kills * 20_000);
});

describe('The writers', () => {
  it('catches a database that acknowledges before it has written', async () => {
    const stage = await Stage.set({ worker: false });
    try {
      const writers = await Writers.hire(await Mall.on(stage.asked, 'Careless Plaza'), () => stage.url);
      for (const fault of ['synchronous_commit = off', `wal_writer_delay = '10s'`]) await stage.asAdmin(`ALTER SYSTEM SET ${fault}`);
      await stage.asAdmin('SELECT pg_reload_conf()');
      const working = writers.work(writerCount, 1);
      await sleep(1_500);
      writers.stop();
      await working;
      await stage.killDatabase(0);
      expect(await writers.acknowledged.differences((sql) => stage.asAdmin(sql))).toContainEqual(expect.stringMatching(/^lost: /));
    } finally {
      await stage.strike();
    }
  }, 120_000);
});
