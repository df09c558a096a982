import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { prepareDatabase, startPostgres } from '../../scripts/embedded-postgres.mjs';
import { makeTestFolder } from './test-folder.mjs';

const MIGRATE = fileURLToPath(new URL('../../dist/apps/worker/src/migrate.js', import.meta.url));

/**
 * One PostgreSQL for the whole run, with a migrated database `surety_template` to clone. Tells the specs by
 * TEST_ADMIN_URL, TEST_OWNER_PASSWORD, TEST_APP_PASSWORD and TEST_WORKER_PASSWORD.
 */
export default async function setUp() {
  const folder = await makeTestFolder();
  const password = () => randomBytes(18).toString('base64url');
  const passwords = { owner: password(), app: password(), worker: password() };
  // On, as the API refuses to serve on anything less; TEST_PG_FSYNC=off is for trying things quickly.
  const fsync = process.env.TEST_PG_FSYNC ?? 'on';
  const server = await startPostgres({ dataDir: folder, adminPassword: password(), settings: { fsync }, sync: false });
  globalThis.stopTestPostgres = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => void globalThis.stopTestPostgres().finally(() => process.exit(130)));
  }

  try {
    const { ownerUrl } = await prepareDatabase({ adminUrl: server.adminUrl, database: 'surety_template', passwords });
    migrate(ownerUrl);
  } catch (error) {
    await globalThis.stopTestPostgres();
    throw error;
  }
  process.env.TEST_ADMIN_URL = server.adminUrl;
  process.env.TEST_OWNER_PASSWORD = passwords.owner;
  process.env.TEST_APP_PASSWORD = passwords.app;
  process.env.TEST_WORKER_PASSWORD = passwords.worker;
}

function migrate(ownerUrl) {
  if (!existsSync(MIGRATE)) return;
  const { status, stdout, stderr } = spawnSync(process.execPath, [MIGRATE], {
    env: { ...process.env, DATABASE_OWNER_URL: ownerUrl },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The migration of surety_template failed:\n${stdout}${stderr}`);
}
