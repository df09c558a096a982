#!/usr/bin/env node
/**
 * `npm run rulebook [-- --json]`: each rule of the rulebook with the tests that prove it, and the rules that have none.
 * `npm run rulebook -- --mutate [pack]`: shifts each parameter of the shipped packs one step, and names those that no test holds.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { idsIn, titlesIn } from './support/spec-titles.mjs';
import { readWords } from './support/words.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const { values: { json, mutate: mutating }, positionals: [pack = ''] } = readWords('Usage: npm run rulebook [-- --json | -- --mutate [PACK]]', {
  options: { json: { type: 'boolean' }, mutate: { type: 'boolean' } }, most: process.argv.includes('--mutate') ? 1 : 0,
});
if (mutating) process.exit(mutate(pack));

const rules = JSON.parse(readFileSync(join(ROOT, 'test/support/rules.json'), 'utf8'));
const proofs = specs().flatMap((file) =>
  titlesIn(file, readFileSync(join(ROOT, file), 'utf8')).flatMap((title) => idsIn(title).map((id) => ({ id, file, title }))));

const testsOf = (id) => proofs.filter((proof) => proof.id === id).map(({ file, title }) => `${file}: ${title}`);
const all = Object.fromEntries(Object.keys(rules).map((id) => [id, testsOf(id)]));
// A test that names a rule which is not in the rulebook proves nothing, and is most likely misspelt.
const unknown = proofs.filter(({ id }) => !Object.hasOwn(rules, id));

process.stdout.write(json ? `${JSON.stringify(all)}\n` : inWords());
for (const { id, file, title } of unknown) process.stderr.write(`${id} is in no rulebook, and named by ${file}: ${title}\n`);
if (unknown.length > 0) process.exitCode = 1;

function specs() {
  return ['apps', 'libs', 'test'].flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true })
    .filter((name) => name.endsWith('.spec.ts'))
    .map((name) => relative(ROOT, join(ROOT, folder, name)).split(sep).join('/')).sort());
}

function mutate(pack) {
  const words = [join(ROOT, 'node_modules/jest/bin/jest.js'), '--config', join(ROOT, 'test/mutants/jest.config.mjs')];
  const env = { ...process.env, MUTATE: pack, NODE_OPTIONS: '--experimental-vm-modules --no-warnings' };
  return spawnSync(process.execPath, words, { cwd: ROOT, stdio: 'inherit', env }).status ?? 1;
}

function inWords() {
  const line = (id) => `${id}  ${short(rules[id])}`;
  const covered = Object.keys(all).filter((id) => all[id].length > 0);
  const uncovered = Object.keys(all).filter((id) => all[id].length === 0);
  return [
    ...covered.flatMap((id) => [line(id), ...all[id].map((test) => `    ${test}`)]),
    '', `Not yet covered, ${uncovered.length} of ${Object.keys(all).length}:`,
    ...uncovered.map(line), '',
  ].join('\n');
}

function short(text) {
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}
