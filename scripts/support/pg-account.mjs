import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { Trouble } from './trouble.mjs';

/**
 * Who PostgreSQL runs as. It refuses to run as root, so root lends it the account that owns the cluster already, or
 * else `postgres`, or else `nobody`; for anybody else this is undefined: their own.
 * @param {string} cluster
 * @returns {{ uid: number, gid: number } | undefined}
 */
export function postgresAccount(cluster) {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const account = numbersOf('postgres') ?? numbersOf('nobody');
  if (!account) throw new Trouble('PostgreSQL refuses to run as root, and there is neither a user postgres nor a user nobody.');
  return account;
}

/** Refuses a folder that the account cannot enter, such as one under /root. */
export function assertEnterable(folder, account) {
  if (!account) return;
  const { status } = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...account, cwd: '/', stdio: 'ignore' });
  if (status === 0) return;
  throw new Trouble(`${folder} cannot be entered by the user PostgreSQL runs as (number ${account.uid}); set DATA_DIR to another folder.`);
}

function numbersOf(name) {
  const [uid, gid] = ['-u', '-g'].map((what) => Number.parseInt(spawnSync('id', [what, name], { encoding: 'utf8' }).stdout, 10));
  return uid > 0 && gid > 0 ? { uid, gid } : undefined;
}
