#!/usr/bin/env node
/** `npm run bench -- NAME… [--json] [--rounds N] [--seconds N]`: ours against a baseline, taking turns in one run. */
import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openBench } from './bench/bench.mjs';
import { compileBench } from './bench/compile.mjs';
import { figures } from './bench/figures.mjs';
import { median, takeTurns } from './bench/rounds.mjs';
import { ensureBuilt } from './support/build.mjs';
import { endingRequested, requested } from './support/ending.mjs';
import { ensureInstalled } from './support/install.mjs';
import { assertNodeVersion } from './support/node-version.mjs';
import { explain, Requested, say, sayAside, Trouble } from './support/trouble.mjs';

const ROOT = realpathSync(fileURLToPath(new URL('..', import.meta.url)));

const ending = endingRequested();
/** What to stop, last started first. @type {(() => void | Promise<void>)[]} */
const closers = [];
let exitCode = 0;
try {
  const { names, ...options } = readWords();
  await Promise.race([measure(names, options), requested(ending).then(() => Promise.reject(new Requested()))]);
} catch (error) {
  exitCode = ending.aborted || error instanceof Requested ? 130 : 1;
  if (exitCode === 1) explain(error);
}
for (const close of closers.reverse()) await Promise.resolve(close()).catch(explain);
process.exit(exitCode);

function readWords() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, rounds: { type: 'string', default: '7' }, seconds: { type: 'string', default: '4' } },
  });
  const known = Object.keys(figures);
  const wrong = positionals.filter((name) => !known.includes(name));
  if (positionals.length === 0 || wrong.length > 0) throw new Trouble(`Say which figures to measure: ${known.join(', ')}.`);
  const whole = (name, least) => {
    if (!/^\d{1,4}$/.test(values[name]) || Number(values[name]) < least) throw new Trouble(`--${name} must be a whole number from ${least}.`);
    return Number(values[name]);
  };
  return { names: [...new Set(positionals)], json: values.json, rounds: whole('rounds', 5), seconds: whole('seconds', 1) };
}

async function measure(names, { json, rounds, seconds }) {
  // What is read by a program holds the figures and nothing else.
  if (json) sayAside();
  assertNodeVersion();
  await ensureInstalled(ROOT, ending);
  await ensureBuilt(ROOT, ending);
  await compileBench(ROOT, ending);
  const folder = mkdtempSync(join(tmpdir(), 'surety-bench-'));
  // As root PostgreSQL runs under another account, which has to get here.
  chmodSync(folder, 0o711);
  closers.push(() => rmSync(folder, { recursive: true, force: true }));
  const bench = await openBench({ root: ROOT, folder, closers, signal: ending });
  for (const name of names) {
    say(`${name}: ${figures[name].what}`);
    const sides = await figures[name].open(bench);
    const rates = await takeTurns(sides, { rounds, ms: seconds * 1000, unit: figures[name].unit, say });
    await sides.close?.();
    report({ name, ours: median(rates.ours), baseline: median(rates.baseline), unit: figures[name].unit, rounds }, json);
  }
}

function report({ name, ours, baseline, unit, rounds }, json) {
  const rounded = (value, digits) => Number(value.toFixed(digits));
  const figure = { name, ratio: rounded(ours / baseline, 3), ours: rounded(ours, 1), baseline: rounded(baseline, 1), unit, rounds };
  if (json) process.stdout.write(`${JSON.stringify(figure)}\n`);
  else say(`${name}: ${figure.ratio.toFixed(2)} × baseline; ours ${figure.ours} ${unit}, baseline ${figure.baseline} ${unit}, medians of ${rounds} rounds`);
}
