import { readFileSync } from 'node:fs';

/** Everything the worker takes from its environment. */
export interface Settings {
  readonly appUrl: string;
  readonly workerUrl: string;
  readonly hashKey: Buffer;
  /** How often what is due is looked for. */
  readonly tickMs: number;
  /** How many events are consumed at once. */
  readonly concurrency: number;
  readonly logLevel: string;
}

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/** Reads and checks the environment; what is wrong is one line that names the variable. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const logLevel = env.LOG_LEVEL?.trim() || 'info';
  if (!levels.includes(logLevel)) throw new Error(`LOG_LEVEL must be one of ${levels.join(', ')}, not "${logLevel}".`);
  return {
    appUrl: required(env, 'DATABASE_URL', 'the URL of the role that does the work, surety_app'),
    workerUrl: required(env, 'DATABASE_WORKER_URL', 'the URL of the role that lists the work and owns the queue, surety_worker'),
    hashKey: readHashKey(required(env, 'SECRETS_FILE', 'the file with hashKey')),
    tickMs: whole(env, 'WORKER_TICK_MS', 1_000, 10, 3_600_000),
    concurrency: whole(env, 'WORKER_CONCURRENCY', 4, 1, 100),
    logLevel,
  };
}

function required(env: NodeJS.ProcessEnv, name: string, what: string): string {
  const value = env[name]?.trim();
  if (!value) throw new Error(`${name} is missing: ${what}.`);
  return value;
}

function whole(env: NodeJS.ProcessEnv, name: string, usual: number, least: number, most: number): number {
  const text = env[name]?.trim();
  if (!text) return usual;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most)) throw new Error(`${name} must be a whole number from ${least} to ${most}, not "${text}".`);
  return value;
}

function readHashKey(file: string): Buffer {
  let read: { hashKey?: unknown };
  try {
    read = JSON.parse(readFileSync(file, 'utf8')) as typeof read;
  } catch (error) {
    throw new Error(`SECRETS_FILE ${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'not JSON'}).`);
  }
  const key = Buffer.from(typeof read.hashKey === 'string' ? read.hashKey : '', 'base64');
  if (key.length < 32) throw new Error(`SECRETS_FILE ${file} lacks hashKey: 32 bytes in base64.`);
  return key;
}
