import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { holdAlone } from '../../scripts/support/hold-alone.mjs';
import { clearLeftover } from '../../scripts/support/pg-leftover.mjs';

const PREFIX = 'surety-test-';

/**
 * A folder for one test run, held until this process ends; those of runs that were killed are cleared away first.
 * @returns {Promise<string>}
 */
export async function makeTestFolder() {
  for (const name of readdirSync(tmpdir())) if (name.startsWith(PREFIX)) await removeIfAbandoned(join(tmpdir(), name));
  const folder = join(tmpdir(), PREFIX + randomBytes(6).toString('hex'));
  await holdAlone(folder);
  mkdirSync(folder, { mode: 0o711 });
  return folder;
}

async function removeIfAbandoned(folder) {
  const release = await holdAlone(folder);
  if (!release) return;
  try {
    await clearLeftover(join(folder, 'postgres'));
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // Another user's.
  } finally {
    release();
  }
}
