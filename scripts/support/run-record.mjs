import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beganAt, endProcess, isAlive } from './processes.mjs';

/** Who runs on a data folder: told to a second start, and where the first was killed, to the next one. */
const fileOf = (dataDir) => join(dataDir, 'run.json');

/** @param {string} dataDir @param {{ pid: number, url: string, services: { name: string, pid: number, beganAt: string }[] }} record */
export function writeRun(dataDir, { pid, url, services }) {
  const known = services.map((service) => ({ name: service.name, pid: service.pid, beganAt: service.beganAt }));
  writeFileSync(fileOf(dataDir), JSON.stringify({ pid, url, services: known }), { mode: 0o600 });
}

/** @param {string} dataDir */
export function readRun(dataDir) {
  try {
    return JSON.parse(readFileSync(fileOf(dataDir), 'utf8'));
  } catch {
    return undefined;
  }
}

/** Ends the processes of a run that was killed; a number that now means another process is left alone. @param {string} dataDir */
export async function endLeftoverServices(dataDir) {
  for (const { pid, beganAt: began } of readRun(dataDir)?.services ?? []) {
    if (isAlive(pid) && beganAt(pid) === began) await endProcess(pid, [['SIGTERM', 5000], ['SIGKILL', 1000]]);
  }
  forgetRun(dataDir);
}

/** @param {string} dataDir */
export function forgetRun(dataDir) {
  rmSync(fileOf(dataDir), { force: true });
}
