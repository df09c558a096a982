import { filesIn, read } from './architecture/source.js';

// Of the machine's, not ours.
const ambient = new Set(['PATH', 'NODE_OPTIONS', 'npm_execpath', 'CI', 'HOME', 'TMPDIR']);

/** The variables that a source reads: `env.NAME`, `env['NAME']`, or by a reader of settings. */
function variablesOf(text: string): string[] {
  return [...text.matchAll(/\benv(?:\.|\?\.|\[')([A-Z][A-Z0-9_]+)|Setting\(env, '([A-Z0-9_]+)'|onOff\(env, '([A-Z0-9_]+)'|\['((?:BODY_)?LIMIT[A-Z_]*)',/g)]
    .map((match) => (match[1] ?? match[2] ?? match[3] ?? match[4])!);
}

it('the README documents every setting that a process of ours reads', () => {
  const readme = read('README.md');
  const variables = new Set(filesIn('apps', 'libs', 'scripts').flatMap((file) => variablesOf(read(file))));
  expect(variables.size).toBeGreaterThan(20);
  expect([...variables].filter((name) => !ambient.has(name) && !readme.includes(`\`${name}\``))).toEqual([]);
});
