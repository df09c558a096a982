import { spawn } from 'node:child_process';
import { closeSync, openSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { lastWords, wordsSince } from './last-words.mjs';
import { leaveWithMe } from './lifeline.mjs';
import { beganAt, endProcess } from './processes.mjs';

/**
 * Runs one of our processes beside this one. In a group of its own, so that a terminal's Ctrl-C reaches only the
 * supervisor, which stops things in their order.
 * @param {{ name: string, entry: string, root: string, env: NodeJS.ProcessEnv, logDir: string, logs: 'files' | 'terminal' }} options
 */
export function startService({ name, entry, root, env, logDir, logs }) {
  const log = logs === 'files' ? join(logDir, `${name}.log`) : undefined;
  const out = log ? openLog(log) : undefined;
  const stdio = ['ignore', out?.fd ?? 'inherit', out?.fd ?? 'inherit'];
  const child = spawn(process.execPath, ['--enable-source-maps', join(root, entry)], { cwd: root, env, detached: true, stdio });
  if (out) closeSync(out.fd);
  const letGo = child.pid ? leaveWithMe(child.pid, 'TERM') : () => {};
  let gone = false;
  const exited = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `exit ${code}`));
  }).then((how) => {
    gone = true;
    letGo();
    const words = out ? lastWords(wordsSince(log, out.from)) : '';
    return `The ${name} stopped unexpectedly (${how})${words ? `: ${words}` : ''}${log ? ` (see ${log})` : ''}`;
  });
  return {
    name,
    pid: child.pid,
    beganAt: beganAt(child.pid),
    /** Settles with one line that says how it ended. */
    exited,
    stop: async () => {
      if (!gone) await endProcess(child.pid, [['SIGTERM', 7000], ['SIGKILL', 500]]);
    },
  };
}

function openLog(log) {
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > 10_000_000) renameSync(log, `${log}.1`);
  const fd = openSync(log, 'a', 0o600);
  return { fd, from: statSync(log).size };
}
