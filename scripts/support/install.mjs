import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { holdInTurn } from './hold-alone.mjs';
import { lastWords } from './last-words.mjs';
import { run } from './run.mjs';
import { say, Trouble } from './trouble.mjs';

/**
 * Installs what package-lock.json names, unless it is there: once installed, no network is needed.
 * @param {string} root
 * @param {AbortSignal} [signal]
 */
export async function ensureInstalled(root, signal) {
  if (isStamped(root)) return;
  const release = await holdInTurn(`install ${root}`, signal);
  try {
    if (isStamped(root)) return;
    if (!isInstalled(root)) await install(root, signal);
    writeFileSync(stampOf(root), digest(root));
  } finally {
    release();
  }
}

async function install(root, signal) {
  // A linked folder serves other checkouts too, and `npm ci` begins by emptying it.
  if (lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) {
    throw new Trouble('node_modules is a link and does not match package-lock.json; install where it points, or remove the link.');
  }
  say('Installing packages …');
  // The build needs the development packages whatever NODE_ENV says.
  const words = [...npm(), 'ci', '--include=dev', '--prefer-offline', '--no-audit', '--no-fund'];
  const { code, output } = await run(words, { cwd: root, signal });
  if (code !== 0) throw new Trouble(`npm ci failed: ${lastWords(output)}`);
}

/** The npm that runs us, so that a second one on the PATH plays no part. */
function npm() {
  const ours = process.env.npm_execpath ?? '';
  return basename(ours) === 'npm-cli.js' ? [process.execPath, ours] : [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
}

const stampOf = (root) => join(root, 'node_modules', '.surety-install');

function digest(root) {
  const lock = readFileSync(join(root, 'package-lock.json'));
  return createHash('sha256').update(`${process.platform} ${process.arch} `).update(lock).digest('hex');
}

function isStamped(root) {
  try {
    return readFileSync(stampOf(root), 'utf8') === digest(root);
  } catch {
    return false;
  }
}

/** Whether npm itself noted every package of the lock as installed: so after an `npm ci` by hand. */
function isInstalled(root) {
  try {
    const { packages: wanted } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
    const { packages: present } = JSON.parse(readFileSync(join(root, 'node_modules', '.package-lock.json'), 'utf8'));
    // Optional packages are those of other platforms.
    return Object.entries(wanted).every(
      ([path, { version, optional, devOptional }]) =>
        path === '' || (present[path] ? present[path].version === version : Boolean(optional || devOptional)),
    );
  } catch {
    return false;
  }
}
