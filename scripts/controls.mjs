#!/usr/bin/env node
/** `npm run controls`: plants each fault, prints which suite caught it, and fails unless every suite catches all of its own. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { proofs } from './support/proofs.mjs';
import { readWords } from './support/words.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Each spec that plants faults, with its proof; its planted faults are the tests whose title says that they catch something. */
const CONTROLS = proofs.flatMap(({ id, controls }) => controls.map((spec) => [id, spec]));

readWords('Usage: npm run controls');
const folder = mkdtempSync(join(tmpdir(), 'surety-controls-'));
const found = run(join(folder, 'result.json'));
const missed = [
  ...proofs.filter(({ controls }) => controls.length === 0).map(({ id }) => `${id}: no spec of it plants a fault`),
  ...CONTROLS.flatMap(([proof, spec]) => report(proof, spec, found.get(spec) ?? [])),
];
rmSync(folder, { recursive: true, force: true });
for (const line of missed) process.stderr.write(`${line}\n`);
process.exit(missed.length > 0 ? 1 : 0);

/** The outcomes of the planted faults, by spec. */
function run(outputFile) {
  const words = ['scripts/test.mjs', '--testNamePattern', '\\bcatches ', '--silent', '--json', '--outputFile', outputFile, ...CONTROLS.map(([, spec]) => spec)];
  const { status, stdout } = spawnSync(process.execPath, words, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8', maxBuffer: 2 ** 28 });
  try {
    const { testResults } = JSON.parse(readFileSync(outputFile, 'utf8'));
    return new Map(testResults.map(({ name, assertionResults }) => [
      relative(ROOT, name).split(sep).join('/'), assertionResults.filter(({ title }) => title.startsWith('catches ')),
    ]));
  } catch {
    process.stderr.write(`${stdout}\nThe faults could not be planted: lint, types, build or tests ended with ${status}.\n`);
    process.exit(1);
  }
}

/** Prints what a suite caught, and answers what it did not. */
function report(proof, spec, faults) {
  for (const { title, status } of faults) if (status === 'passed') process.stdout.write(`${proof}  ${title.slice('catches '.length)}  →  ${spec}\n`);
  if (faults.length === 0) return [`${proof}: ${spec} plants no fault`];
  return faults.filter(({ status }) => status !== 'passed').map(({ title, status }) => `${proof}: ${spec} did not catch ${title.slice('catches '.length)} (${status})`);
}
