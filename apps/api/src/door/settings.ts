import { usualMostBytes } from '@app/files';
import { logLevels, requiredSetting, wholeSetting, wordSetting } from '@app/kernel';
import { readPersonalSecrets, type PersonalSecret } from '@app/members';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readLimits, type Limits } from './limits.js';

export interface TokenKey {
  readonly kid: string;
  readonly privateJwk: Readonly<Record<string, unknown>>;
}

/** What stands in SECRETS_FILE; it is never logged. */
export interface DoorSecrets {
  readonly tokenKeys: readonly TokenKey[];
  readonly hashKey: Buffer;
  /** The first seals personal data, all of them open it. */
  readonly personalKeys: readonly PersonalSecret[];
  readonly platformKey: string;
}

/** Everything the API takes from its environment. */
export interface Settings {
  readonly host: string;
  readonly port: number;
  readonly databaseUrl: string;
  readonly poolSize: number;
  readonly secrets: DoorSecrets;
  readonly production: boolean;
  readonly introspection: boolean;
  readonly graphiql: boolean;
  readonly logLevel: string;
  readonly limits: Limits;
  /** Where the bytes of files stand; the same folder as the worker's. */
  readonly filesDir: string;
  /** How large an uploaded file may be. */
  readonly fileBytes: number;
  /** Whether webhooks may lead to this machine; never in production. */
  readonly webhookLoopback: boolean;
}

/** Reads and checks the environment; what is wrong is one line that names the variable. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const production = env.NODE_ENV === 'production';
  return {
    host: env.HOST?.trim() || '127.0.0.1',
    port: wholeSetting(env, 'PORT', 3000, 0, 65_535),
    databaseUrl: requiredSetting(env, 'DATABASE_URL', 'the URL of the role that serves, surety_app'),
    poolSize: wholeSetting(env, 'POOL_SIZE', 16, 1, 1_000),
    secrets: readSecrets(requiredSetting(env, 'SECRETS_FILE', 'the file with tokenKeys, hashKey, personalKeys and platformKey')),
    production,
    introspection: onOff(env, 'INTROSPECTION', !production),
    graphiql: onOff(env, 'GRAPHIQL', !production),
    logLevel: wordSetting(env, 'LOG_LEVEL', logLevels, 'info'),
    limits: readLimits(env),
    filesDir: path.resolve(env.FILES_DIR?.trim() || '.data/files'),
    fileBytes: wholeSetting(env, 'FILE_LIMIT', usualMostBytes, 1, 100 * 1024 * 1024),
    webhookLoopback: !production && onOff(env, 'WEBHOOK_LOOPBACK', false),
  };
}

function onOff(env: NodeJS.ProcessEnv, name: string, usual: boolean): boolean {
  return wordSetting(env, name, ['on', 'off'], usual ? 'on' : 'off') === 'on';
}

function readSecrets(file: string): DoorSecrets {
  let read: Partial<Record<'tokenKeys' | 'hashKey' | 'personalKeys' | 'platformKey', unknown>>;
  try {
    read = JSON.parse(readFileSync(file, 'utf8')) as typeof read;
  } catch (error) {
    throw new Error(`SECRETS_FILE ${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'not JSON'}).`);
  }
  const lacks = (what: string) => new Error(`SECRETS_FILE ${file} lacks ${what}.`);
  const { tokenKeys, hashKey, platformKey } = read;
  const personalKeys = readPersonalSecrets(read.personalKeys);
  if (!Array.isArray(tokenKeys) || tokenKeys.length === 0 || !tokenKeys.every(isTokenKey)) throw lacks('tokenKeys: [{kid, privateJwk}]');
  if (typeof hashKey !== 'string' || Buffer.from(hashKey, 'base64').length < 32) throw lacks('hashKey: 32 bytes in base64');
  if (typeof platformKey !== 'string' || !/^sk_platform_\S{32,}$/.test(platformKey)) throw lacks('platformKey: sk_platform_…');
  if (!personalKeys) throw lacks('personalKeys: [{version, key: 32 bytes in base64}]');
  return { tokenKeys, hashKey: Buffer.from(hashKey, 'base64'), personalKeys, platformKey };
}

function isTokenKey(key: unknown): key is TokenKey {
  const { kid, privateJwk } = (key ?? {}) as Partial<TokenKey>;
  return typeof kid === 'string' && typeof privateJwk === 'object' && privateJwk !== null;
}
