import type { TestDatabase } from '../../support/database.js';
import { startProcess, type OurProcess } from '../../support/process.js';

export { until } from '../../support/process.js';
export type WorkerProcess = OurProcess;

/** Starts the built worker as a process of its own. */
export function startWorker(test: Pick<TestDatabase, 'appUrl' | 'workerUrl' | 'secrets'>, env: NodeJS.ProcessEnv = {}): WorkerProcess {
  return startProcess('worker', { hashKey: test.secrets.hashKey.toString('base64'), personalKeys: [{ version: 1, key: Buffer.alloc(32, 7).toString('base64') }] }, {
    DATABASE_URL: test.appUrl, DATABASE_WORKER_URL: test.workerUrl, WORKER_TICK_MS: '50', LOG_LEVEL: 'debug', ...env,
  });
}
