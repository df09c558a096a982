import { spawn } from 'node:child_process';
import { sendSignal } from './processes.mjs';
import { Requested } from './trouble.mjs';

/**
 * Runs one command to its end and gives its exit code and what it said. Asked to end, it ends the whole group of the
 * command: npm and the compilers have children of their own.
 * @param {string[]} words
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, signal?: AbortSignal, show?: boolean, account?: { uid: number, gid: number } }} options
 * @returns {Promise<{ code: number, output: string }>}
 */
export async function run([command, ...args], { cwd, env = process.env, signal, show = false, account }) {
  if (signal?.aborted) throw new Requested();
  const child = spawn(command, args, {
    ...account,
    cwd,
    env,
    detached: process.platform !== 'win32',
    stdio: show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (output += text));

  const end = () => {
    const signalGroup = (name) => child.pid && sendSignal(process.platform === 'win32' ? child.pid : -child.pid, name);
    signalGroup('SIGTERM');
    setTimeout(() => signalGroup('SIGKILL'), 4000).unref();
  };
  signal?.addEventListener('abort', end, { once: true });
  try {
    const code = await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (exitCode) => resolve(exitCode ?? 1));
    });
    if (signal?.aborted) throw new Requested();
    return { code, output };
  } finally {
    signal?.removeEventListener('abort', end);
  }
}
