import { setTimeout as sleep } from 'node:timers/promises';
import { World } from '../support/world.js';
import { issue } from './support/notices.js';
import { ownPostgres, type OwnPostgres } from './support/own-postgres.js';
import { startWorker, until, type WorkerProcess } from './support/process.js';
import { notReactedTo, notToldOnce, outOfOrder } from './support/reacted.js';

describe('a database that is restarted under the worker', () => {
  let postgres: OwnPostgres;
  let world: World;
  let worker: WorkerProcess | undefined;

  beforeAll(async () => {
    postgres = await ownPostgres();
    world = await World.make();
    world.on(new Date().toISOString().slice(0, 10));
  }, 60_000);

  afterAll(async () => {
    await worker?.kill('SIGKILL');
    await world.drop();
    await postgres.remove();
  });

  it('is waited for at boot and after each restart; the work goes on, once and in order', async () => {
    const { id: memberId } = await world.member();
    await issue(world, memberId);
    await postgres.stop();
    worker = startWorker(world.test);
    await worker.says('not ready, will be tried again');
    await postgres.start();
    await worker.says('worker ready');
    for (const end of [postgres.stop, postgres.kill, postgres.stop, postgres.kill]) {
      for (let i = 0; i < 20; i++) await issue(world, memberId);
      await end();
      await sleep(700);
      if (worker.child.exitCode !== null) throw new Error(`The worker died: ${worker.output().slice(-4_000)}`);
      await postgres.start();
      await until(() => issue(world, memberId).then(() => true, () => false));
    }
    await until(async () => (await notReactedTo(world)).length === 0, 30_000);
    expect(await notToldOnce(world)).toEqual([]);
    expect(await outOfOrder(world)).toEqual([]);
    expect(await worker.kill('SIGTERM')).toEqual({ code: 0, signal: null });
  }, 90_000);

  it('is not waited for when the stop is asked for', async () => {
    worker = startWorker(world.test);
    await worker.says('worker ready');
    await postgres.kill();
    const began = Date.now();
    expect(await worker.kill('SIGTERM')).toEqual({ code: 0, signal: null });
    expect(Date.now() - began).toBeLessThan(5_000);
    await postgres.start();
  }, 30_000);
});
