import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { sharedFolder } from './shared-folder.mjs';
import { Trouble } from './trouble.mjs';

/**
 * What the environment asks for, complete and checked.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 */
export function readSettings(root, env) {
  const given = (name) => env[name]?.trim() || undefined;
  const external = readExternal(given);
  const secretsFile = given('SECRETS_FILE') && resolve(given('SECRETS_FILE'));
  if (secretsFile && !existsSync(secretsFile)) throw new Trouble(`SECRETS_FILE ${secretsFile} does not exist.`);
  const logs = oneOf(given, 'LOGS', ['files', 'terminal']) ?? 'files';
  return {
    port: readPort(given('PORT') ?? '3000'),
    host: given('HOST') ?? '127.0.0.1',
    nodeEnv: given('NODE_ENV') ?? 'development',
    external,
    secretsFile,
    filesDir: given('FILES_DIR') && resolve(given('FILES_DIR')),
    logs,
    // Nobody's own database, and nothing that serves in earnest, gets people with a published password unasked.
    demo: oneOf(given, 'DEMO', ['on', 'small', 'off']) ?? (external || given('NODE_ENV') === 'production' ? 'off' : 'on'),
    dataDir: openDataDir(root, given('DATA_DIR')),
  };
}

/** One address for each role: with a single one, row-level security would guard nothing. */
function readExternal(given) {
  const names = ['DATABASE_URL', 'DATABASE_OWNER_URL', 'DATABASE_WORKER_URL'];
  const missing = names.filter((name) => !given(name));
  if (missing.length === names.length) return undefined;
  if (missing.length > 0) {
    throw new Trouble(`A database of your own needs ${names.join(', ')}; missing: ${missing.join(', ')}.`);
  }
  for (const name of names) {
    if (!/^postgres(ql)?:$/.test(URL.canParse(given(name)) ? new URL(given(name)).protocol : '')) {
      throw new Trouble(`${name} must read postgres://role:password@host:port/database.`);
    }
  }
  const [appUrl, ownerUrl, workerUrl] = names.map(given);
  return { appUrl, ownerUrl, workerUrl };
}

function readPort(text) {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65535) throw new Trouble(`PORT must be a number from 1 to 65535, not "${text}".`);
  return port;
}

function oneOf(given, name, words) {
  const word = given(name);
  if (word && !words.includes(word)) throw new Trouble(`${name} must be ${words.join(' or ')}, not "${word}".`);
  return word;
}

/** Beside the sources; for root, whose clone others may not be able to enter, in a folder of the system. */
function openDataDir(root, given) {
  const folder = given ? resolve(given) : process.getuid?.() === 0 ? join(sharedFolder(), digest(root)) : join(root, '.data');
  try {
    mkdirSync(folder, { recursive: true });
    return realpathSync(folder);
  } catch (error) {
    throw new Trouble(`The data folder ${folder} cannot be made (${error.code}); set DATA_DIR to another.`);
  }
}

const digest = (text) => createHash('sha256').update(text).digest('hex').slice(0, 16);
