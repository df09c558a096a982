import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { idsIn, titlesIn } from '../scripts/support/spec-titles.mjs';
import { read, root } from './architecture/source.js';

const rules = JSON.parse(read('test/support/rules.json')) as Record<string, string>;
const rulebook = (...words: string[]) => spawnSync(process.execPath, [path.join(root, 'scripts/rulebook.mjs'), ...words], { encoding: 'utf8' });

describe('The rulebook', () => {
  it('has every rule once', () => {
    const families: Record<string, number> = {
      'TG-A': 15, 'TG-B': 9, 'TG-C': 7, 'TG-D': 9, 'FR-': 11, 'QF-': 10, 'CX-': 16, 'SN-': 10, 'AG-': 1, 'SO-': 19, 'LR-': 12, 'DS-': 1, 'CS-': 6,
      'QM-': 8, 'RO-': 16, 'GB-': 8, 'N-': 10, 'ZJ-': 4, 'REG-': 2, 'CAR-': 12, 'CL-': 6,
    };
    const counted = Object.fromEntries(Object.keys(families).map((family) => [family, Object.keys(rules).filter((id) => id.startsWith(family)).length]));
    expect(counted).toEqual(families);
  });

  it('is named rightly by every test that names it', () => {
    expect(rulebook()).toMatchObject({ status: 0, stderr: '' });
  });

  it('says in words which tests prove a rule, and which rules have none', () => {
    const { stdout } = rulebook();
    expect(stdout).toMatch(/\nTG-A6 {2}Depreciation.*\n {4}libs\/guarantees\/apparel\.spec\.ts: .*TG-A6 /);
    expect(stdout).toMatch(/\nNot yet covered, \d+ of 192:\n/);
  });

  it('says as JSON nothing but an array of tests for each rule', () => {
    const tests = JSON.parse(rulebook('--json').stdout) as Record<string, string[]>;
    expect(Object.keys(tests)).toEqual(Object.keys(rules));
    expect(Object.values(tests).every((list) => Array.isArray(list))).toBe(true);
    expect(tests['TG-A6']).toContainEqual(expect.stringMatching(/^libs\/guarantees\/apparel\.spec\.ts: .*TG-A6/));
  });
});

describe('A test names a rule', () => {
  const titles = (text: string) => titlesIn('x.spec.ts', text);

  it('by its own title, or that of a describe around it', () => {
    expect(titles(`describe('QF-5 the bond', () => { describe('late', () => { it('bears interest', () => {}); }); });`)).toEqual(['QF-5 the bond › late › bears interest']);
    expect(titles("test('QF-5 is returned', async () => {});")).toEqual(['QF-5 is returned']);
  });

  it('by the rows of its table', () => {
    expect(titles(`it.each([['TG-A5', 'wear'], ['TG-A6', 'none']])('%s charges %s', () => {});`)).toEqual(['TG-A5 charges wear', 'TG-A6 charges none']);
    expect(titles(`const rows = [{ rule: 'RO-1' }] as const; it.each(rows)('$rule may', () => {});`)).toEqual(['RO-1 may']);
    expect(titles(`describe.each(['CX-1', 'CX-2'])('%s', () => { it('stops', () => {}); });`)).toEqual(['CX-1 › stops', 'CX-2 › stops']);
  });

  it('not by a comment, a string inside, or a test that does not run', () => {
    expect(titles(`// QF-5\nit('works', () => { expect('QF-6').toBe(1); });`).flatMap(idsIn)).toEqual([]);
    expect(titles(`it.skip('QF-5', () => {}); it.todo('QF-6'); xit('QF-7', () => {}); describe.skip('QF-8', () => { it('x', () => {}); });`)).toEqual([]);
    expect(titles(`describe('QF-5', () => {});`)).toEqual([]);
  });

  it('one by one, never by a range', () => {
    expect(idsIn('TG-A4 A and TG-A6')).toEqual(['TG-A4', 'TG-A6']);
    expect(idsIn('N-7, N-RETa and N-30U')).toEqual(['N-7', 'N-RETa', 'N-30U']);
    expect(idsIn('CAR-3, ZJ-RET, ZJ-RESET, REG-PAID and CL-55')).toEqual(['CAR-3', 'ZJ-RET', 'ZJ-RESET', 'REG-PAID', 'CL-55']);
    for (const range of ['RO-1 to RO-16', 'TG-A1…15', 'TG-A1–A9', 'QF-1..QF-3', 'QF-1 — QF-3']) expect(idsIn(range)).toEqual([]);
    expect(idsIn('XTG-A1, TG-A1x and TG-A1-2')).toEqual([]);
  });
});
