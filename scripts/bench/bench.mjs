import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { prepareDatabase, startPostgres } from '../embedded-postgres.mjs';
import { lastWords } from '../support/last-words.mjs';
import { freePort } from '../support/ports.mjs';
import { run } from '../support/run.mjs';
import { openSecrets } from '../support/secrets.mjs';
import { startService } from '../support/service.mjs';
import { say, Trouble } from '../support/trouble.mjs';
import { seed } from './seed.mjs';
import { startWorker } from './workers.mjs';

const READY_WITHIN_MS = 30_000;
const CONNECTIONS = 16;

/**
 * A PostgreSQL of its own with a mall in it, our API on top, and a process that asks it.
 * @param {{ root: string, folder: string, closers: (() => void | Promise<void>)[], signal: AbortSignal }} options
 */
export async function openBench({ root, folder, closers, signal }) {
  const secretsFile = join(folder, 'secrets.json');
  const { postgres: passwords, platformKey } = openSecrets(secretsFile);
  say('Starting PostgreSQL …');
  const postgres = await startPostgres({ dataDir: folder, adminPassword: passwords.admin, signal });
  closers.push(postgres.stop);
  const { owner, app, worker } = passwords;
  const urls = await prepareDatabase({ adminUrl: postgres.adminUrl, database: 'surety', passwords: { owner, app, worker } });
  await migrate(root, urls.ownerUrl, signal);
  const adminUrl = onDatabase(postgres.adminUrl);
  const bareUrl = await addBareRole(adminUrl);

  const serve = (name, entry, env) => startServer({ name, entry, env, root, folder, closers });
  const api = await serve('api', 'dist/apps/api/src/main.js', {
    NODE_ENV: 'production', SECRETS_FILE: secretsFile, DATABASE_URL: urls.appUrl, POOL_SIZE: String(CONNECTIONS),
  });
  say('Seeding …');
  const mall = await seed({ url: api.url, platformKey, adminUrl });
  const client = startWorker(join(import.meta.dirname, 'load.mjs'));
  closers.push(client.stop);
  return {
    api, mall, client, adminUrl, appUrl: urls.appUrl,
    /** What a baseline needs: the database without row security, and as many connections as ours has. */
    bare: { DATABASE_URL: bareUrl, POOL_SIZE: String(CONNECTIONS), NETWORK_ID: mall.networkId, PERSON_ID: mall.personId, NODE_ENV: 'production', SECRETS_FILE: secretsFile },
    serve,
    startWorker: (entry, env) => {
      const started = startWorker(join(root, entry), env);
      closers.push(started.stop);
      return started;
    },
  };
}

async function migrate(root, ownerUrl, signal) {
  const { code, output } = await run([process.execPath, join(root, 'dist/apps/worker/src/migrate.js')], {
    cwd: root, env: { ...process.env, DATABASE_OWNER_URL: ownerUrl }, signal,
  });
  if (code !== 0) throw new Trouble(`The migration failed: ${lastWords(output)}`);
}

function onDatabase(adminUrl) {
  const url = new URL(adminUrl);
  url.pathname = '/surety';
  return url.href;
}

/** A role that may do what the API's may, and that no policy binds. */
async function addBareRole(adminUrl) {
  const { default: pg } = await import('pg');
  const password = randomBytes(18).toString('hex');
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(`CREATE ROLE surety_bare LOGIN BYPASSRLS PASSWORD '${password}' IN ROLE surety_app; GRANT CONNECT ON DATABASE surety TO surety_bare`);
  await client.end();
  const url = new URL(adminUrl);
  url.username = 'surety_bare';
  url.password = password;
  return url.href;
}

/** A server as a process of its own; its log goes to a file, as that of every other does. */
async function startServer({ name, entry, env, root, folder, closers }) {
  const port = await freePort();
  const service = startService({
    name, entry, root, logDir: folder, logs: 'files', env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: String(port), NODE_OPTIONS: process.env.NODE_OPTIONS ?? '', ...env },
  });
  closers.push(service.stop);
  const url = `http://127.0.0.1:${port}`;
  const ended = service.exited.then((how) => Promise.reject(new Trouble(how)));
  await Promise.race([becomeReady(`${url}/readyz`), ended]);
  ended.catch(() => {});
  return { url, stop: service.stop };
}

async function becomeReady(url) {
  for (const end = Date.now() + READY_WITHIN_MS; ; await sleep(50)) {
    const ready = await fetch(url, { signal: AbortSignal.timeout(2000) }).then(({ status }) => status === 200, () => false);
    if (ready) return;
    if (Date.now() > end) throw new Trouble(`${url} was not ready within ${READY_WITHIN_MS / 1000} s.`);
  }
}
