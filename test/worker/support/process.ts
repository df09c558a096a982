import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TestDatabase } from '../../support/database.js';

const entry = path.resolve('dist/apps/worker/src/main.js');

/** What a worker process needs to be started on, and what it said so far. */
export interface WorkerProcess {
  readonly child: ChildProcess;
  readonly lines: Record<string, unknown>[];
  readonly output: () => string;
  readonly exited: Promise<{ code: number | null; signal: string | null }>;
  /** Waits until it has written a line with this message. */
  says(message: string, times?: number): Promise<void>;
  kill(signal: NodeJS.Signals): Promise<{ code: number | null; signal: string | null }>;
}

/** Starts the built worker as a process of its own. */
export function startWorker(test: Pick<TestDatabase, 'appUrl' | 'workerUrl' | 'secrets'>, env: NodeJS.ProcessEnv = {}): WorkerProcess {
  const folder = mkdtempSync(path.join(tmpdir(), 'surety-worker-'));
  const secretsFile = path.join(folder, 'secrets.json');
  writeFileSync(secretsFile, JSON.stringify({ hashKey: test.secrets.hashKey.toString('base64') }), { mode: 0o600 });
  const child = spawn(process.execPath, [entry], {
    env: {
      PATH: process.env.PATH, ALLOW_UNSAFE_FSYNC: 'yes', DATABASE_URL: test.appUrl, DATABASE_WORKER_URL: test.workerUrl,
      SECRETS_FILE: secretsFile, WORKER_TICK_MS: '50', LOG_LEVEL: 'debug', ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: Record<string, unknown>[] = [];
  let text = '';
  const take = (chunk: Buffer) => {
    const from = text.lastIndexOf('\n') + 1;
    text += chunk.toString();
    for (const line of text.slice(from, text.lastIndexOf('\n') + 1).split('\n')) {
      if (line.startsWith('{')) lines.push(JSON.parse(line) as Record<string, unknown>);
    }
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  const exited = new Promise<{ code: number | null; signal: string | null }>((resolve) => {
    child.once('close', (code, signal) => {
      rmSync(folder, { recursive: true, force: true });
      resolve({ code, signal });
    });
  });
  return {
    child, lines, exited, output: () => text,
    says: async (message, times = 1) => {
      await until(() => lines.filter(({ msg }) => msg === message).length >= times || child.exitCode !== null);
      if (!lines.some(({ msg }) => msg === message)) throw new Error(`The worker never said "${message}":\n${text}`);
    },
    kill: async (signal) => {
      child.kill(signal);
      return exited;
    },
  };
}

/** Waits until it holds; fails after ten seconds. */
export async function until(holds: () => boolean | Promise<boolean>, withinMs = 10_000): Promise<void> {
  for (const end = Date.now() + withinMs; !(await holds()); await sleep(20)) {
    if (Date.now() > end) throw new Error('It did not come to hold in time.');
  }
}
