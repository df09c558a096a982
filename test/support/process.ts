import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
}

/** A built process of ours, and what it said so far. */
export interface OurProcess {
  readonly child: ChildProcess;
  readonly lines: Record<string, unknown>[];
  readonly output: () => string;
  readonly exited: Promise<Ended>;
  /** Waits until it has written a line with this message. */
  says(message: string, times?: number): Promise<void>;
  kill(signal: NodeJS.Signals): Promise<Ended>;
}

/** Starts what was built as a process of its own, with these secrets in a file that goes with it. */
export function startProcess(app: 'api' | 'worker', secrets: object, env: NodeJS.ProcessEnv): OurProcess {
  const folder = mkdtempSync(path.join(tmpdir(), `surety-${app}-`));
  const secretsFile = path.join(folder, 'secrets.json');
  writeFileSync(secretsFile, JSON.stringify(secrets), { mode: 0o600 });
  const child = spawn(process.execPath, [path.resolve(`dist/apps/${app}/src/main.js`)], {
    env: { PATH: process.env.PATH, ALLOW_UNSAFE_FSYNC: 'yes', SECRETS_FILE: secretsFile, ...env },
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
  const exited = new Promise<Ended>((resolve) => {
    child.once('close', (code, signal) => {
      rmSync(folder, { recursive: true, force: true });
      resolve({ code, signal });
    });
  });
  return {
    child, lines, exited, output: () => text,
    says: async (message, times = 1) => {
      const said = () => lines.filter(({ msg }) => msg === message).length >= times;
      await until(() => said() || child.exitCode !== null, 30_000).catch(() => undefined);
      if (!lines.some(({ msg }) => msg === message)) throw new Error(`The ${app} never said "${message}":\n${text}`);
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
