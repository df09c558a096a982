import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { holdInTurn } from './hold-alone.mjs';
import { run } from './run.mjs';
import { say, Trouble } from './trouble.mjs';

const FOLDERS = ['apps', 'libs'];
const FILES = ['nest-cli.json', 'tsconfig.json', '.swcrc', 'package-lock.json'];

/**
 * Builds unless dist/ stems from the sources as they are.
 * @param {string} root
 * @param {AbortSignal} [signal]
 */
export async function ensureBuilt(root, signal) {
  const release = await holdInTurn(`build ${root}`, signal);
  try {
    const sources = digest(root);
    if (readStamp(root) === sources) return;
    say('Building …');
    const { code, output } = await build(root, { signal });
    if (code === 0) return;
    process.stderr.write(output);
    throw new Trouble('The build failed; see above.');
  } finally {
    release();
  }
}

/**
 * Builds all projects from nothing: what was deleted from the sources must not live on in dist/.
 * @param {string} root
 * @param {{ signal?: AbortSignal, show?: boolean }} options
 */
export async function build(root, options) {
  const sources = digest(root);
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  const words = [process.execPath, join(root, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js'), 'build', '--all'];
  const result = await run(words, { cwd: root, ...options });
  if (result.code === 0 && existsSync(join(root, 'dist'))) writeFileSync(stampOf(root), sources);
  return result;
}

const stampOf = (root) => join(root, 'dist', '.surety-build');

function readStamp(root) {
  try {
    return readFileSync(stampOf(root), 'utf8');
  } catch {
    return undefined;
  }
}

/** Names, times and sizes: reading every file would cost more than it tells. */
function digest(root) {
  const hash = createHash('sha256');
  for (const path of [...FILES, ...FOLDERS.flatMap((folder) => walk(root, folder))]) {
    const { mtimeMs, size } = statSync(join(root, path));
    hash.update(`${path}\0${mtimeMs}\0${size}\n`);
  }
  return hash.digest('hex');
}

function walk(root, folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.spec.ts'))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}
