import { Worklist, workerPool } from '@app/database';
import { pino } from 'pino';
import { openRooms } from '../../../apps/worker/src/rooms.js';
import type { Hands } from '../../../apps/worker/src/hands.js';
import { prepareQueue } from '../../../apps/worker/src/queue.js';
import { reactions } from '../../../apps/worker/src/reactions.js';
import { react } from '../../../apps/worker/src/react.js';
import { relay, type ReactJob } from '../../../apps/worker/src/relay.js';
import type { World } from '../../support/world.js';

/** The worker's pieces inside this process, on pools of their own, as one more worker would have them. */
export interface TestHands extends Hands {
  at: Date;
  outside: Hands['outside'];
  close(): Promise<void>;
}

/** A worker's hands in a world, or in a mall; they act at `at`, the moment of the clock. */
export async function handsOf(world: Pick<World, 'test'> & { readonly intake: Pick<World['intake'], 'personal'> }): Promise<TestHands> {
  openRooms(world.intake.personal);
  const pool = workerPool({ url: world.test.workerUrl, poolSize: 6, onConnectionLost: () => undefined });
  const hands: TestHands = {
    database: await world.test.another(),
    worklist: new Worklist(pool),
    clock: () => hands.at,
    at: new Date('2026-03-02T02:00:00Z'),
    reactions,
    outside: { mail: null, sms: null, post: () => Promise.reject(new Error('nobody is outside')) },
    log: pino({ level: 'silent' }),
    close: () => pool.end(),
  };
  await prepareQueue(pool, hands, new AbortController().signal);
  return hands;
}

const never = new AbortController().signal;

/** Has the worker react to every event that waits, and to those that come of it. */
export async function workOff({ test }: Pick<World, 'test'>, hands: TestHands): Promise<void> {
  for (;;) {
    while (await relay(hands.worklist, hands.reactions));
    const jobs = await test.asAdmin('SELECT payload FROM graphile_worker._private_jobs ORDER BY id');
    if (jobs.length === 0) return;
    await test.asAdmin('DELETE FROM graphile_worker._private_jobs');
    for (const { payload } of jobs) await react(hands, payload as ReactJob, never);
  }
}
