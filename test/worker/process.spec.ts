import { setTimeout as sleep } from 'node:timers/promises';
import { World } from '../support/world.js';
import { issue } from './support/notices.js';
import { startWorker, until, type WorkerProcess } from './support/process.js';
import { notToldOnce } from './support/reacted.js';

describe('the worker process', () => {
  let world: World;
  const started: WorkerProcess[] = [];
  const start = (env: NodeJS.ProcessEnv = {}) => {
    const worker = startWorker(world.test, env);
    started.push(worker);
    return worker;
  };

  beforeAll(async () => {
    world = await World.make();
  });

  afterEach(async () => {
    await Promise.all(started.splice(0).map((worker) => worker.kill('SIGKILL')));
  });

  afterAll(async () => {
    await world.drop();
  });

  it('makes its queue when two start at once, says that it is ready, and stops on request with exit code 0', async () => {
    const two = [start(), start()];
    await Promise.all(two.map((worker) => worker.says('worker ready')));
    const began = Date.now();
    const ends = await Promise.all([two[0]!.kill('SIGTERM'), two[1]!.kill('SIGINT')]);
    expect(ends).toEqual([{ code: 0, signal: null }, { code: 0, signal: null }]);
    expect(Date.now() - began).toBeLessThan(4_000);
    const owner = await world.test.asAdmin(`SELECT nspowner::regrole::text AS owner FROM pg_namespace WHERE nspname = 'graphile_worker'`);
    expect(owner).toEqual([{ owner: 'surety_worker' }]);
  });

  it.each([
    [{ DATABASE_URL: '' }, 'DATABASE_URL is missing: the URL of the role that does the work, surety_app.'],
    [{ DATABASE_WORKER_URL: '' }, 'DATABASE_WORKER_URL is missing: the URL of the role that lists the work and owns the queue, surety_worker.'],
    [{ SECRETS_FILE: '' }, 'SECRETS_FILE is missing: the file with hashKey and personalKeys.'],
    [{ WORKER_TICK_MS: 'soon' }, 'WORKER_TICK_MS must be a whole number from 10 to 3600000, not "soon".'],
  ])('says in one line what is wrong with its settings: %j', async (env, line) => {
    const worker = start(env);
    expect(await worker.exited).toEqual({ code: 1, signal: null });
    expect(worker.output().trim()).toBe(line);
  });

  it('does not serve as a role that row security does not bind', async () => {
    const worker = start({ DATABASE_URL: world.test.ownerUrl });
    expect(await worker.exited).toEqual({ code: 1, signal: null });
    expect(worker.output()).toContain('owns tables');
  });

  it('keeps passwords out of its log', async () => {
    const worker = start();
    await worker.says('worker ready');
    await worker.kill('SIGTERM');
    for (const url of [world.test.appUrl, world.test.workerUrl]) expect(worker.output()).not.toContain(new URL(url).password);
    expect(worker.output()).not.toContain(world.test.secrets.hashKey.toString('base64'));
  });

  it('outlives the loss of all its connections, again and again, and a database that takes none', async () => {
    const worker = start();
    await worker.says('worker ready');
    const cut = () => world.test.asAdmin(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'surety-worker%'`);
    for (let i = 0; i < 5; i++) {
      await cut();
      await sleep(100 * i);
    }
    await world.test.closed(() => sleep(1_500));
    const failed = () => worker.lines.filter(({ msg }) => msg === 'duty failed, will be tried again');
    const again = () => worker.lines.filter(({ msg }) => msg === 'duty is done again');
    await until(() => again().some(({ duty }) => duty === 'outbox') && again().some(({ duty }) => duty === 'hold expiry'));
    expect(failed().length).toBeGreaterThan(0);
    // Its jobs run again too: it listens anew.
    await until(async () => (await world.test.asAdmin(
      `SELECT FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'`)).length === 1, 20_000);
    expect(worker.child.exitCode).toBeNull();
    expect(await worker.kill('SIGTERM')).toEqual({ code: 0, signal: null });
  });

  it('stops in time also in the middle of an event, which the next worker takes up at once', async () => {
    const first = start();
    await first.says('worker ready');
    const release = await world.test.lock('message_log');
    const { id: memberId } = await world.member();
    await issue(world, memberId);
    await until(async () => (await world.test.asAdmin(`SELECT FROM pg_locks WHERE relation = 'message_log'::regclass AND NOT granted`)).length === 1);
    const began = Date.now();
    expect(await first.kill('SIGTERM')).toEqual({ code: 0, signal: null });
    expect(Date.now() - began).toBeLessThan(5_000);
    expect(first.lines.map(({ msg }) => msg)).toContain('worker stopped in the middle of something');
    await release();
    expect(await notToldOnce(world)).toHaveLength(1);
    start();
    await until(async () => (await notToldOnce(world)).length === 0);
  });
});
