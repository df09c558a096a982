#!/usr/bin/env node
/**
 * `npm run night [-- P1 P4]`: every proof at its full length, one after the other; what it says while they run goes to the
 * error output, a table for ARCHITECTURE.md to the output. Fails if a proof does. A length given by environment stands.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { proofs } from './support/proofs.mjs';
import { readWords } from './support/words.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const { positionals: asked } = readWords('Usage: npm run night [-- PROOF…], by default every proof', { known: proofs.map(({ id }) => id), most: Infinity });
const folder = mkdtempSync(join(tmpdir(), 'surety-night-'));

const rows = proofs.filter(({ id }) => asked.length === 0 || asked.includes(id)).map(play);
rmSync(folder, { recursive: true, force: true });
process.stdout.write(`${[
  '| proof | promises | length | result | time | seed |', '|---|---|---|---|---|---|',
  ...rows.map((row) => `| ${[row.id, row.promises, row.length, row.result, row.time, row.seed].join(' | ')} |`),
].join('\n')}\n`);
process.exit(rows.every(({ passed }) => passed) ? 0 : 1);

function play({ id, promises, specs, night = {} }) {
  const lengths = Object.fromEntries(Object.entries(night).map(([name, length]) => [name, process.env[name] ?? String(length)]));
  const seed = process.env.TEST_SEED ?? String(Math.floor(Math.random() * 2 ** 31));
  const outputFile = join(folder, `${id}.json`);
  // What a proof plants to see itself fail is for `npm run controls`.
  const words = ['scripts/test.mjs', '--testNamePattern', '^(?!.*\\bcatches ).*$', '--json', '--outputFile', outputFile, ...specs];
  const began = Date.now();
  spawnSync(process.execPath, words, { cwd: ROOT, env: { ...process.env, ...lengths, TEST_SEED: seed, SEED: seed }, stdio: ['ignore', 2, 2] });
  const { passed, failed } = outcomeOf(outputFile);
  const row = {
    id, promises, seed, passed: failed === 0 && passed > 0, result: failed === 0 && passed > 0 ? `${passed} passed` : `**${failed} failed**, ${passed} passed`,
    length: Object.entries(lengths).map(([name, length]) => `${name}=${length}`).join(' ') || 'as in CI', time: inWords(Date.now() - began),
  };
  process.stderr.write(`${id}: ${promises}; ${row.length}: ${row.result} in ${row.time}, TEST_SEED=${seed}\n`);
  return row;
}

function outcomeOf(file) {
  try {
    const { numPassedTests: passed, numFailedTests, testResults } = JSON.parse(readFileSync(file, 'utf8'));
    return { passed, failed: numFailedTests + testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function inWords(ms) {
  const seconds = Math.round(ms / 1_000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
