import { accessSync, chmodSync, constants, mkdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Trouble } from './trouble.mjs';

/**
 * Where root keeps what another account must be able to read: a clone may lie in a folder that only root may enter.
 * @returns {string}
 */
export function sharedFolder() {
  const folder = writable('/var/lib') ? '/var/lib/surety' : join(tmpdir(), 'surety');
  // By hand, for mkdir obeys the umask.
  if (mkdirSync(folder, { recursive: true })) chmodSync(folder, 0o755);
  // In a folder that all may write to, somebody else may have been there first.
  const { uid, mode } = statSync(folder);
  if (uid !== 0 || (mode & 0o022) !== 0) throw new Trouble(`${folder} must belong to root alone; remove it, or set DATA_DIR.`);
  return folder;
}

function writable(folder) {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
