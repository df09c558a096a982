import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Holds a name for as long as this process lives, and tells whether nobody else did. A listening socket rather than a
 * file: the system lets go of it however the process ends, so nothing stale is ever left to judge.
 * @param {string} name
 * @returns {Promise<(() => void) | undefined>} what lets go, or undefined where another process holds it
 */
export async function holdAlone(name) {
  const address = addressOf(name);
  let held = await listen(address);
  // A socket file (neither Linux nor Windows needs one) outlives its process: one that nobody answers on is stale.
  if (!held && isFile(address) && !(await answers(address))) {
    rmSync(address, { force: true });
    held = await listen(address);
  }
  return held;
}

/** Like `holdAlone`, but waits for its turn. @param {string} name @param {AbortSignal} [signal] */
export async function holdInTurn(name, signal) {
  for (;;) {
    const release = await holdAlone(name);
    if (release) return release;
    await sleep(200, undefined, { signal });
  }
}

function addressOf(name) {
  const id = `surety-${createHash('sha256').update(name).digest('hex').slice(0, 32)}`;
  if (process.platform === 'linux') return `\0${id}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${id}`;
  return join(tmpdir(), `${id}.sock`);
}

const isFile = (address) => address.startsWith('/');

function listen(address) {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error) => (error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error)));
    server.listen({ path: address }, () => {
      server.unref();
      resolve(() => void server.close());
    });
  });
}

function answers(address) {
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('close', () => {}).unref();
  });
}
