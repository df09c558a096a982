import { EventEmitter } from 'node:events';
import type { WorkerPool } from '@app/database';
import { Logger, run, runMigrations, type RunnerOptions, type WorkerEvents } from 'graphile-worker';
import type { Hands } from './hands.js';
import { lockSchema } from './jobs.sql.js';
import { delayMs, pause } from './pause.js';
import { bePresent } from './presence.js';
import { react } from './react.js';
import { task, type ReactJob } from './relay.js';

/** Makes the queue's schema, or brings it up to date; two workers that start at once take turns. */
export async function prepareQueue(pool: WorkerPool, hands: Hands, ending: AbortSignal): Promise<void> {
  await hands.worklist.session(ending, async (tx) => {
    await tx.many(lockSchema, {});
    await runMigrations({ pgPool: pool, logger: loggerOf(hands) });
  });
}

/** Works off the queue until the ending; where it gives up, as on a lost connection, it is started anew. */
export async function keepQueue(pool: WorkerPool, hands: Hands, concurrency: number, ending: AbortSignal): Promise<void> {
  for (let failures = 0; !ending.aborted; ) {
    const startedAt = Date.now();
    await workOff(pool, hands, concurrency, ending).catch((error: unknown) => hands.log.warn({ err: error }, 'queue stopped'));
    failures = Date.now() - startedAt > 10_000 ? 1 : failures + 1;
    if (!ending.aborted) hands.log.warn('queue is started anew');
    await pause(delayMs(failures), ending);
  }
}

async function workOff(pool: WorkerPool, hands: Hands, concurrency: number, ending: AbortSignal): Promise<void> {
  const over = new AbortController();
  const events = new EventEmitter() as WorkerEvents;
  let presence: Promise<void> | undefined;
  events.on('pool:create', ({ workerPool }) => {
    presence = bePresent(hands.worklist, workerPool.id, over.signal, hands.log);
  });
  const gaveUp = givenUp(events, 3 * concurrency);
  try {
    const runner = await run(optionsOf(pool, hands, concurrency, events, ending));
    await Promise.race([runner.promise, gaveUp, aborted(ending)]);
    runner.stop().catch(() => undefined);
    // Its running jobs end first. One that gave up may never come to rest, though.
    await Promise.race(ending.aborted ? [runner.promise] : [runner.promise, pause(2_000, ending)]);
  } finally {
    // Only now: as long as jobs are held, their holder is present.
    over.abort();
    await presence;
  }
}

function optionsOf(pool: WorkerPool, hands: Hands, concurrency: number, events: WorkerEvents, ending: AbortSignal): RunnerOptions {
  return {
    pgPool: pool, concurrency, events, pollInterval: 1_000, noHandleSignals: true, parsedCronItems: [], logger: loggerOf(hands),
    taskList: { [task]: (payload: unknown) => react(hands, payload as ReactJob, ending) },
    // Batched, since only then the queue waits for these statements and sees them fail.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  };
}

/**
 * Settles when the queue shuts itself down, or gets no jobs so many times running: it keeps a failure of its very first
 * statement for good, and would idle ever after on a database that is long back.
 */
function givenUp(events: WorkerEvents, most: number): Promise<void> {
  return new Promise((resolve) => {
    let errors = 0;
    const well = () => {
      errors = 0;
    };
    events.on('pool:gracefulShutdown', () => resolve());
    events.on('worker:getJob:empty', well).on('job:start', well);
    events.on('worker:getJob:error', () => {
      errors += 1;
      if (errors >= most) resolve();
    });
  });
}

function aborted(ending: AbortSignal): Promise<void> {
  if (ending.aborted) return Promise.resolve();
  return new Promise((resolve) => ending.addEventListener('abort', () => resolve(), { once: true }));
}

function loggerOf({ log }: Hands): Logger {
  // Its "info" tells of each job done.
  const words = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const;
  return new Logger((scope) => (level, message) => log[words[level]]({ queue: scope.label, job: scope.jobId }, message));
}
