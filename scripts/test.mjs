#!/usr/bin/env node
/** `npm test [-- jest arguments]`: lint, types, build, tests; stops at the first that fails, with its exit code. */
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './support/build.mjs';
import { endingRequested } from './support/ending.mjs';
import { holdInTurn } from './support/hold-alone.mjs';
import { ensureInstalled } from './support/install.mjs';
import { assertNodeVersion } from './support/node-version.mjs';
import { run } from './support/run.mjs';
import { explain, Requested, say } from './support/trouble.mjs';

const ROOT = realpathSync(fileURLToPath(new URL('..', import.meta.url)));
const ending = endingRequested();

try {
  assertNodeVersion();
  await ensureInstalled(ROOT, ending);
  process.exit(await firstFailure());
} catch (error) {
  if (ending.aborted || error instanceof Requested) process.exit(130);
  explain(error);
  process.exit(1);
}

async function firstFailure() {
  const tool = (path, ...args) => () => run([process.execPath, join(ROOT, 'node_modules', path), ...args], { cwd: ROOT, signal: ending, show: true });
  const steps = {
    Lint: tool('oxlint/bin/oxlint'),
    Types: tool('typescript/bin/tsc', '-p', 'tsconfig.json'),
    Build: buildAlone,
    Tests: jest,
  };
  for (const [name, step] of Object.entries(steps)) {
    say(`${name} …`);
    const { code } = await step();
    if (code !== 0) return code;
  }
  return 0;
}

async function buildAlone() {
  const release = await holdInTurn(`build ${ROOT}`, ending);
  try {
    return await build(ROOT, { signal: ending, show: true });
  } finally {
    release();
  }
}

function jest() {
  const words = ['--experimental-vm-modules', join(ROOT, 'node_modules/jest/bin/jest.js'), '--config', join(ROOT, 'jest.config.mjs'), ...process.argv.slice(2)];
  // As an option of the environment too, for the workers that jest starts.
  const options = [process.env.NODE_OPTIONS, '--experimental-vm-modules', '--disable-warning=ExperimentalWarning'].filter(Boolean).join(' ');
  return run([process.execPath, ...words], { cwd: ROOT, env: { ...process.env, NODE_OPTIONS: options }, signal: ending, show: true });
}
