import { checkBoot, Database, dataSource, isUnavailable, Worklist, workerPool } from '@app/database';
import { localFiles } from '@app/files';
import { memberEntities, personalKeys } from '@app/members';
import type { Logger } from 'pino';
import type { Hands } from './hands.js';
import { keepDuty } from './keep-duty.js';
import { laneConnections } from './lanes.js';
import { outsideOf } from './outside.js';
import { delayMs, pause } from './pause.js';
import { keepQueue, prepareQueue } from './queue.js';
import { reactions } from './reactions.js';
import { openRooms } from './rooms.js';
import { schedule } from './schedule.js';
import type { Settings } from './settings.js';

/** Does what the clock and the events ask for, until the ending; settles when all of it has come to rest. */
export async function work(settings: Settings, log: Logger, ending: AbortSignal): Promise<void> {
  openRooms(personalKeys(settings.personalKeys, settings.hashKey));
  const onConnectionLost = (error: Error) => log.warn({ err: error }, 'connection lost');
  const duties = schedule(settings.tickMs, localFiles(settings.filesDir));
  const source = dataSource({
    url: settings.appUrl, poolSize: settings.concurrency + duties.length + laneConnections, entities: memberEntities,
    applicationName: 'surety-worker', onConnectionLost,
  });
  // Besides the jobs and the duties: one to listen on, one to be present by, one for making the schema.
  const pool = workerPool({ url: settings.workerUrl, poolSize: settings.concurrency + duties.length + 3, onConnectionLost });
  const database = new Database(source, { hashKey: settings.hashKey });
  const hands: Hands = { database, worklist: new Worklist(pool), clock: () => new Date(), reactions, outside: outsideOf(settings), log };

  try {
    await patiently('the app role', async () => {
      if (!source.isInitialized) await source.initialize();
      await checkBoot(source);
    });
    await patiently('the queue', () => prepareQueue(pool, hands, ending));
    if (ending.aborted) return;
    log.info({ duties: duties.map(({ name }) => name), reactsTo: Object.keys(reactions) }, 'worker ready');
    await Promise.all([...duties.map((duty) => keepDuty(duty, hands, ending)), keepQueue(pool, hands, settings.concurrency, ending)]);
  } finally {
    await Promise.allSettled([source.isInitialized && source.destroy(), pool.end()]);
  }

  /** Waits for a database that is not there yet; anything else that is wrong at boot is for people to mend. */
  async function patiently(what: string, begin: () => Promise<void>): Promise<void> {
    for (let failures = 1; !ending.aborted; failures++) {
      try {
        return await begin();
      } catch (error) {
        if (!isUnavailable(error) && !closed(error)) throw error;
        log.warn({ err: error, what, failures }, 'not ready, will be tried again');
      }
      await pause(delayMs(failures), ending);
    }
  }
}

// The database is there and takes no connections: it is being restored or moved.
const closed = (error: unknown) => (error as { code?: string } | null)?.code === '55000';
