import { logLevels, requiredSetting, wholeSetting, wordSetting } from '@app/kernel';
import { readPersonalSecrets, type PersonalSecret } from '@app/members';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Everything the worker takes from its environment. */
export interface Settings {
  readonly appUrl: string;
  readonly workerUrl: string;
  readonly hashKey: Buffer;
  /** They open where a consumer is reached. */
  readonly personalKeys: readonly PersonalSecret[];
  /** How often what is due is looked for. */
  readonly tickMs: number;
  /** How many events are consumed at once. */
  readonly concurrency: number;
  readonly logLevel: string;
  /** Where the bytes of files stand; the same folder as the API's. */
  readonly filesDir: string;
  /** Where e-mails go out; null: they are only logged. */
  readonly smtp: { readonly url: string; readonly from: string } | null;
  /** Whether webhooks may reach this machine; never in production. */
  readonly webhookLoopback: boolean;
}

/** Reads and checks the environment; what is wrong is one line that names the variable. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  return {
    appUrl: requiredSetting(env, 'DATABASE_URL', 'the URL of the role that does the work, surety_app'),
    workerUrl: requiredSetting(env, 'DATABASE_WORKER_URL', 'the URL of the role that lists the work and owns the queue, surety_worker'),
    ...readSecrets(requiredSetting(env, 'SECRETS_FILE', 'the file with hashKey and personalKeys')),
    tickMs: wholeSetting(env, 'WORKER_TICK_MS', 1_000, 10, 3_600_000),
    concurrency: wholeSetting(env, 'WORKER_CONCURRENCY', 4, 1, 100),
    logLevel: wordSetting(env, 'LOG_LEVEL', logLevels, 'info'),
    filesDir: path.resolve(env.FILES_DIR?.trim() || '.data/files'),
    smtp: readSmtp(env),
    webhookLoopback: env.NODE_ENV !== 'production' && wordSetting(env, 'WEBHOOK_LOOPBACK', ['on', 'off'], 'off') === 'on',
  };
}

function readSmtp(env: NodeJS.ProcessEnv): Settings['smtp'] {
  const url = env.SMTP_URL?.trim();
  if (!url) return null;
  // It may hold a password: never quoted.
  if (!URL.canParse(url) || !/^smtps?:$/.test(new URL(url).protocol)) throw new Error('SMTP_URL must read smtp://user:password@host:port, or smtps://….');
  const from = requiredSetting(env, 'MAIL_FROM', 'the address that e-mails are from, where SMTP_URL is given');
  if (!/^[^\s@<>]+@[^\s@<>]+$/.test(from)) throw new Error('MAIL_FROM must be a plain address, name@host.');
  return { url, from };
}

function readSecrets(file: string): Pick<Settings, 'hashKey' | 'personalKeys'> {
  let read: { hashKey?: unknown; personalKeys?: unknown };
  try {
    read = JSON.parse(readFileSync(file, 'utf8')) as typeof read;
  } catch (error) {
    throw new Error(`SECRETS_FILE ${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'not JSON'}).`);
  }
  const hashKey = Buffer.from(typeof read.hashKey === 'string' ? read.hashKey : '', 'base64');
  if (hashKey.length < 32) throw new Error(`SECRETS_FILE ${file} lacks hashKey: 32 bytes in base64.`);
  const personalKeys = readPersonalSecrets(read.personalKeys);
  if (!personalKeys) throw new Error(`SECRETS_FILE ${file} lacks personalKeys: [{version, key: 32 bytes in base64}].`);
  return { hashKey, personalKeys };
}
