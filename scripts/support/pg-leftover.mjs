import { readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine, endProcess, isAlive, processesIn, waitUntil } from './processes.mjs';
import { Trouble } from './trouble.mjs';

/** Fast shutdown, then immediate (recovery at the next start), then none of its choice. @type {[NodeJS.Signals, number][]} */
export const SHUTDOWN = [['SIGINT', 3000], ['SIGQUIT', 1000], ['SIGKILL', 1000]];

/**
 * Clears what an earlier run left of this cluster. The caller holds the data folder alone, so a server that still runs
 * on it has lost its master: it is stopped, and only it. A pid file whose number now means another process is removed;
 * one whose number means nobody is left to PostgreSQL, which checks its shared memory first.
 * @param {string} cluster
 */
export async function clearLeftover(cluster) {
  const file = join(cluster, 'postmaster.pid');
  const pid = masterOf(file);
  if (pid === undefined) return;
  const home = realpathSync(cluster);
  if (isAlive(pid) && runsOn(pid, home)) await endProcess(pid, SHUTDOWN);
  // Its servants notice that the master is gone, each at its own next step.
  if (!(await waitUntil(() => processesIn(home).length === 0, 10_000))) {
    throw new Trouble(`Processes of an earlier PostgreSQL still use ${cluster}: ${processesIn(home).join(', ')}.`);
  }
  if (masterOf(file) === pid && exists(pid)) rmSync(file, { force: true });
}

function masterOf(file) {
  try {
    return Number(readFileSync(file, 'utf8').split('\n')[0]) || undefined;
  } catch {
    return undefined;
  }
}

function runsOn(pid, cluster) {
  const words = commandLine(pid);
  return words.includes('postgres') && words.includes(cluster);
}

/** Also true of one that ended and was never collected, which PostgreSQL would take for running. */
function exists(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
