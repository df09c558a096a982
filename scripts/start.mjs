#!/usr/bin/env node
/** `npm start`: from a fresh clone to an API that answers; stops all of it on a signal. */
import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { prepareDatabase, startPostgres } from './embedded-postgres.mjs';
import { ensureBuilt } from './support/build.mjs';
import { endingRequested, requested } from './support/ending.mjs';
import { holdAlone } from './support/hold-alone.mjs';
import { ensureInstalled } from './support/install.mjs';
import { lastWords } from './support/last-words.mjs';
import { assertNodeVersion } from './support/node-version.mjs';
import { assertPortFree } from './support/ports.mjs';
import { endLeftoverServices, forgetRun, readRun, writeRun } from './support/run-record.mjs';
import { run } from './support/run.mjs';
import { openSecrets, readSecrets } from './support/secrets.mjs';
import { startService } from './support/service.mjs';
import { readSettings } from './support/settings.mjs';
import { explain, Requested, say, Trouble } from './support/trouble.mjs';

const ROOT = realpathSync(fileURLToPath(new URL('..', import.meta.url)));
const READY_WITHIN_MS = 60_000;

const ending = endingRequested();
/** Rejects when something ends that should run as long as we do. */
const { broken, watch } = watchExits();
/** What to stop, last started first. @type {(() => void | Promise<void>)[]} */
const closers = [];
let exitCode = 0;
try {
  await serve();
} catch (error) {
  // What breaks after the end was asked for broke because of it.
  if (!ending.aborted && !(error instanceof Requested)) {
    explain(error);
    exitCode = 1;
  }
}
for (const close of closers.reverse()) await close();
process.exit(exitCode);

/** Brings everything up in order, then waits: returns when asked to end, throws when something ends by itself. */
async function serve() {
  assertNodeVersion();
  const settings = readSettings(ROOT, process.env);
  await holdDataDir(settings.dataDir);
  await assertPortFree(settings.port, settings.host);
  await ensureInstalled(ROOT, ending);
  await ensureBuilt(ROOT, ending);

  const secretsFile = settings.secretsFile ?? join(settings.dataDir, 'secrets.json');
  const database = settings.external ?? (await openDatabase(settings.dataDir));
  const { platformKey } = settings.secretsFile ? readSecrets(secretsFile) : openSecrets(secretsFile);

  const filesDir = settings.filesDir ?? join(settings.dataDir, 'files');
  const env = { ...process.env, FILES_DIR: filesDir, NODE_ENV: settings.nodeEnv, SECRETS_FILE: secretsFile, HOST: settings.host, PORT: String(settings.port) };
  for (const name of ['DATABASE_URL', 'DATABASE_OWNER_URL', 'DATABASE_WORKER_URL']) delete env[name];
  await migrate({ ...env, DATABASE_OWNER_URL: database.ownerUrl });

  const url = `http://${urlHost(settings.host)}:${settings.port}`;
  const serviceEnv = { ...env, DATABASE_URL: database.appUrl };
  startServices(settings, url, serviceEnv, database.workerUrl);
  await Promise.race([becomeReady(url), broken, requested(ending)]);
  const seeded = settings.demo === 'off' ? { lines: [] } : await Promise.race([seedDemo({ url, platformKey, halfYear: settings.demo === 'on' }), broken, requested(ending)]);
  if (ending.aborted) return;
  for (const line of [`Surety answers at ${url}/graphql`, ...seeded.lines, `Data and logs: ${settings.dataDir}   Ctrl-C stops it.`]) say(line);
  if (seeded.networkId && settings.demo === 'on') tellHalfYear(seeded.networkId, { ...serviceEnv, DATABASE_WORKER_URL: database.workerUrl });
  await Promise.race([broken, requested(ending)]);
}

/** One start at a time on one data folder; what a killed one left running is ended first. */
async function holdDataDir(dataDir) {
  if (!(await holdAlone(`data ${dataDir}`))) {
    const other = readRun(dataDir);
    throw new Trouble(`${dataDir} is in use by another start${other ? ` (process ${other.pid}, ${other.url})` : ''}.`);
  }
  await endLeftoverServices(dataDir);
}

async function openDatabase(dataDir) {
  const { postgres: passwords } = openSecrets(join(dataDir, 'secrets.json'));
  say('Starting PostgreSQL …');
  const server = await startPostgres({ dataDir, adminPassword: passwords.admin, signal: ending });
  closers.push(server.stop);
  watch(server.exited.then(({ code, signal }) => `PostgreSQL stopped unexpectedly (${signal ?? `exit ${code}`}; see ${join(dataDir, 'postgres.log')})`));
  const { owner, app, worker } = passwords;
  return prepareDatabase({ adminUrl: server.adminUrl, database: 'surety', passwords: { owner, app, worker } });
}

async function migrate(env) {
  say('Migrating …');
  const { code, output } = await run([process.execPath, join(ROOT, 'dist/apps/worker/src/migrate.js')], { cwd: ROOT, env, signal: ending });
  if (code !== 0) throw new Trouble(`The migration failed: ${lastWords(output)}`);
}

/** Each process gets the addresses it needs and no other: the owner's is the migration's alone. */
function startServices({ dataDir, logs }, url, env, workerUrl) {
  say('Starting API and worker …');
  const services = [
    startService({ name: 'api', entry: 'dist/apps/api/src/main.js', root: ROOT, env, logDir: dataDir, logs }),
    startService({ name: 'worker', entry: 'dist/apps/worker/src/main.js', root: ROOT, env: { ...env, DATABASE_WORKER_URL: workerUrl }, logDir: dataDir, logs }),
  ];
  closers.push(async () => {
    await Promise.all(services.map((service) => service.stop()));
    forgetRun(dataDir);
  });
  writeRun(dataDir, { pid: process.pid, url, services });
  for (const service of services) watch(service.exited);
}

async function becomeReady(url) {
  const end = Date.now() + READY_WITHIN_MS;
  let answer = 'no answer';
  while (!ending.aborted) {
    try {
      const response = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2000) });
      if (response.status === 200) return;
      answer = `HTTP ${response.status}`;
    } catch {
      // Not listening yet; if it never does, the exit or the deadline tells.
    }
    if (Date.now() > end) throw new Trouble(`The api was not ready within ${READY_WITHIN_MS / 1000} s (${answer} at ${url}/readyz).`);
    await sleep(100);
  }
}

/** Fills a fresh installation with something to look at; without it the API serves just the same. */
async function seedDemo(asked) {
  const file = join(ROOT, 'scripts', 'demo.mjs');
  if (!existsSync(file)) return { lines: [] };
  try {
    const { demo } = await import(pathToFileURL(file).href);
    return await demo(asked);
  } catch (error) {
    if (process.env.DEBUG) explain(error);
    return { lines: [`The demonstration could not be set up: ${lastWords(String(error?.message ?? error))}`] };
  }
}

/** Has the demonstration's half year grow beside what is served; the next start goes on where this one ends. */
function tellHalfYear(networkId, env) {
  const over = new AbortController();
  const telling = run([process.execPath, join(ROOT, 'dist/apps/worker/src/demo/main.js'), networkId], { cwd: ROOT, env, signal: over.signal }).then(
    ({ code, output }) => {
      if (output.trim()) say(code === 0 ? output.trim() : `The half year of the demonstration could not be told: ${lastWords(output)}`);
    },
    () => {},
  );
  closers.push(() => {
    over.abort();
    return telling;
  });
}

function watchExits() {
  let fail;
  const broken = new Promise((_, reject) => (fail = reject));
  broken.catch(() => {});
  return { broken, watch: (exit) => void exit.then((line) => fail(new Trouble(line))) };
}

/** An address that listens on everything is reached by the loopback one. */
function urlHost(host) {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}
