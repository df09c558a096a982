import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { holdInTurn } from '../support/hold-alone.mjs';
import { run } from '../support/run.mjs';
import { Trouble } from '../support/trouble.mjs';

/**
 * Compiles test/bench beside what is built, where its imports of our statements lead to what the API runs.
 * @param {string} root
 * @param {AbortSignal} signal
 */
export async function compileBench(root, signal) {
  const release = await holdInTurn(`build ${root}`, signal);
  try {
    rmSync(join(root, 'dist', 'test'), { recursive: true, force: true });
    const words = [process.execPath, join(root, 'node_modules', '@swc', 'cli', 'bin', 'swc.js'), 'test/bench', '--out-dir', 'dist', '--quiet'];
    const { code, output } = await run(words, { cwd: root, signal });
    if (code !== 0) throw new Trouble(`test/bench does not compile: ${output}`);
  } finally {
    release();
  }
}
