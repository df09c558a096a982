import { readdirSync } from 'node:fs';
import path from 'node:path';
import { firstToFail, testsOf, type Collected } from './collected.js';
import { mutantsOf } from './mutations.js';
import { subjects } from './subjects.js';

const root = path.resolve(import.meta.dirname, '../..');
const only = process.env.MUTATE ?? '';

/** By file: a module is read once. */
const collected = new Map<string, Collected[]>();
async function testsFor(folder: string, specs: RegExp): Promise<Collected[]> {
  const files = readdirSync(path.join(root, folder)).filter((file) => specs.test(file)).sort().map((file) => path.join(root, folder, file));
  for (const file of files) if (!collected.has(file)) collected.set(file, await testsOf([file]));
  return files.flatMap((file) => collected.get(file)!);
}

it.each(subjects.filter(({ name }) => name.startsWith(only)))('every parameter of $name is held by a test', async ({ name, folder, specs, read, write }) => {
  const tests = await testsFor(folder, specs);
  expect(await firstToFail(tests)).toBeNull();
  const shipped = read();
  const survivors: string[] = [];
  let tried = 0;
  for (const { at, value } of mutantsOf(shipped)) {
    tried += 1;
    write(value);
    const killer = await firstToFail(tests);
    write(shipped);
    if (!killer) survivors.push(`${name}${at}`);
    // Neighbours mostly fall to the same test, so it is asked first.
    else tests.unshift(...tests.splice(tests.indexOf(killer), 1));
  }
  expect(tried).toBeGreaterThan(0);
  expect(survivors).toEqual([]);
});
