import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { prepareDatabase, startPostgres, type EmbeddedPostgres } from '../../../scripts/embedded-postgres.mjs';
import { makeTestFolder } from '../../support/test-folder.mjs';

/** A PostgreSQL for one spec file alone, which it may kill; where it listens stays the same. */
export interface OwnPostgres {
  readonly port: number;
  /** Of the server as it runs now: each of its backends is a child of this. */
  pid(): number;
  kill(): Promise<void>;
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Stops and removes it, and gives the run's own server back to the spec's process. */
  remove(): Promise<void>;
}

/** Starts one with its template, and has databases be cloned from there; it need not outlive a power cut unless told. */
export async function ownPostgres(settings: Record<string, string> = { fsync: 'off' }): Promise<OwnPostgres> {
  const dataDir = await makeTestFolder();
  const before = { ...process.env };
  const password = () => randomBytes(12).toString('hex');
  const [adminPassword, owner, app, worker] = [password(), password(), password(), password()];
  let server: EmbeddedPostgres = await startPostgres({ dataDir, adminPassword, settings, sync: false });
  const { port, adminUrl } = server;
  const { ownerUrl } = await prepareDatabase({ adminUrl, database: 'surety_template', passwords: { owner, app, worker } });
  const { status, stderr } = spawnSync(process.execPath, [path.resolve('dist/apps/worker/src/migrate.js')], {
    env: { ...process.env, DATABASE_OWNER_URL: ownerUrl }, encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  Object.assign(process.env, { TEST_ADMIN_URL: adminUrl, TEST_OWNER_PASSWORD: owner, TEST_APP_PASSWORD: app, TEST_WORKER_PASSWORD: worker });
  return {
    port,
    pid: () => server.pid,
    kill: () => server.kill(),
    stop: () => server.stop(),
    start: async () => {
      server = await startPostgres({ dataDir, adminPassword, port, settings, sync: false });
    },
    remove: async () => {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
      Object.assign(process.env, before);
    },
  };
}
