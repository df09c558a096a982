import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const onLinux = process.platform === 'linux';

/** Whether a process of that number runs; one that ended and was not yet collected does not count. @param {number} pid */
export function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  return !onLinux || stat(pid)?.[0] !== 'Z';
}

/** The words a process was started with, or '' where it is gone. @param {number} pid */
export function commandLine(pid) {
  if (!onLinux) return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

/** When a process began, in the system's own words: a number that was given out again begins at another time. @param {number} pid */
export function beganAt(pid) {
  if (onLinux) return stat(pid)?.[19] ?? '';
  return (spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '').trim();
}

/** The processes whose working folder is this one; only Linux tells. @param {string} folder */
export function processesIn(folder) {
  if (!onLinux) return [];
  return readdirSync('/proc').map(Number).filter((pid) => pid > 0 && workingFolder(pid) === folder && isAlive(pid));
}

/** Waits until `check` holds, and says whether it did in time. @param {() => boolean} check @param {number} timeoutMs */
export async function waitUntil(check, timeoutMs) {
  const end = Date.now() + timeoutMs;
  while (!check()) {
    if (Date.now() > end) return false;
    await sleep(25);
  }
  return true;
}

/**
 * Ends one process, politely first: each signal in turn, with the time it is given.
 * @param {number} pid
 * @param {[NodeJS.Signals, number][]} steps
 */
export async function endProcess(pid, steps) {
  for (const [signal, graceMs] of steps) {
    sendSignal(pid, signal);
    if (await waitUntil(() => !isAlive(pid), graceMs)) return;
  }
}

/** Signals a process that may be gone already; a negative number means its group. @param {number} pid @param {NodeJS.Signals} signal */
export function sendSignal(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** State first: the fields of /proc/PID/stat behind the name, which may itself hold spaces and brackets. */
function stat(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');
  } catch {
    return undefined;
  }
}

function workingFolder(pid) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}
