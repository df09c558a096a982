import { spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, openSync, closeSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { lastWords, wordsSince } from './support/last-words.mjs';
import { leaveWithMe } from './support/lifeline.mjs';
import { assertEnterable, postgresAccount } from './support/pg-account.mjs';
import { postgresBinaries } from './support/pg-binaries.mjs';
import { clearLeftover, SHUTDOWN } from './support/pg-leftover.mjs';
import { freePort } from './support/ports.mjs';
import { endProcess } from './support/processes.mjs';
import { run } from './support/run.mjs';
import { Requested, Trouble } from './support/trouble.mjs';

export { prepareDatabase } from './support/prepare-database.mjs';

/** What differs from PostgreSQL's own defaults; durability does not. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

/** Nothing of the caller's PG… variables, and messages that we can read. */
const ENVIRONMENT = { PATH: process.env.PATH, LC_ALL: 'C' };

/**
 * Starts a PostgreSQL of our own on a data folder, made on first use. The caller sees to it that nobody else uses the
 * folder (`holdAlone`). Stops with this process, however that ends.
 * @param {import('./embedded-postgres.d.mts').StartOptions} options
 * @returns {Promise<import('./embedded-postgres.d.mts').EmbeddedPostgres>}
 */
export async function startPostgres({ dataDir, adminPassword, port, settings, signal, sync = true }) {
  mkdirSync(dataDir, { recursive: true });
  const folder = realpathSync(dataDir);
  const cluster = join(folder, 'postgres');
  const account = postgresAccount(cluster);
  // The account needs to pass through the folder, not to see what else is in it.
  if (account && statSync(folder).uid === 0) chmodSync(folder, 0o711);
  assertEnterable(folder, account);

  const programs = await postgresBinaries(account !== undefined);
  await clearLeftover(cluster);
  if (!existsSync(cluster)) await createCluster(programs.initdb, { folder, cluster, account, adminPassword, signal, sync });
  if (!existsSync(join(cluster, 'PG_VERSION'))) throw new Trouble(`${cluster} is not a PostgreSQL data folder; move it away.`);

  const log = join(folder, 'postgres.log');
  setAside(log);
  for (let attempt = 1; ; attempt += 1) {
    const chosen = port ?? (await freePort());
    const words = ['-D', cluster, '-p', String(chosen), ...asWords({ ...SETTINGS, ...settings })];
    try {
      const server = await launch(programs.postgres, words, { cluster, log, account, signal });
      const adminUrl = `postgres://postgres:${encodeURIComponent(adminPassword)}@127.0.0.1:${chosen}/postgres`;
      return { adminUrl, port: chosen, ...server };
    } catch (error) {
      // Between our look and its start somebody else may have taken the port.
      if (port !== undefined || attempt === 3 || !/could not (bind|create any TCP)/.test(error.message)) throw error;
    }
  }
}

/** Under another name until it is whole: an interrupted initdb leaves a folder that neither starts nor may be made anew. */
async function createCluster(initdb, { folder, cluster, account, adminPassword, signal, sync }) {
  const draft = `${cluster}.new`;
  const passwordFile = join(folder, 'postgres.password');
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, adminPassword, { mode: 0o600 });
  for (const path of account ? [draft, passwordFile] : []) chownSync(path, account.uid, account.gid);
  const words = [initdb, '--pgdata', draft, '--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--data-checksums'];
  try {
    const { code, output } = await run([...words, ...(sync ? [] : ['--no-sync'])], { cwd: '/', env: ENVIRONMENT, account, signal });
    if (code !== 0) throw new Trouble(`PostgreSQL's data folder could not be made: ${lastWords(output)}`);
    renameSync(draft, cluster);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (error.code === 'ENOENT') throw new Trouble(`The embedded PostgreSQL does not run on this system (${process.platform} ${process.arch}); set DATABASE_URL, DATABASE_OWNER_URL and DATABASE_WORKER_URL.`);
    throw error;
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** Starts the server and waits until it takes connections, which it notes itself in its pid file. */
async function launch(postgres, words, { cluster, log, account, signal }) {
  const logFd = openSync(log, 'a', 0o600);
  const from = statSync(log).size;
  // A group of its own: the Ctrl-C of a terminal is for the supervisor, which stops it after those who use it.
  const child = spawn(postgres, words, { ...account, cwd: '/', env: ENVIRONMENT, detached: true, stdio: ['ignore', logFd, logFd] });
  closeSync(logFd);
  const exited = new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 1, signal: null, error }));
    child.once('exit', (code, by) => resolve({ code, signal: by }));
  });
  let gone = false;
  const letGo = child.pid ? leaveWithMe(child.pid, 'INT') : () => {};
  void exited.then(() => {
    gone = true;
    letGo();
  });
  const end = async (steps) => {
    if (!gone) await endProcess(child.pid, steps);
    await exited;
  };

  while (!isReady(cluster, child.pid)) {
    if (gone) throw new Trouble(`PostgreSQL did not start: ${lastWords(wordsSince(log, from)) || 'it said nothing'} (see ${log})`);
    if (signal?.aborted) {
      await end(SHUTDOWN);
      throw new Requested();
    }
    await sleep(25);
  }
  return { pid: child.pid, exited, stop: () => end(SHUTDOWN), kill: () => end([['SIGKILL', 5000]]) };
}

function isReady(cluster, pid) {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}

function asWords(settings) {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** One log before this one is kept. */
function setAside(log) {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  if (size > 10_000_000) renameSync(log, `${log}.1`);
}
