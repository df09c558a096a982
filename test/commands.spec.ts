import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { prepareDatabase, startPostgres } from '../scripts/embedded-postgres.mjs';

const folder = mkdtempSync(join(tmpdir(), 'surety-commands-'));
// As root the servers run under another account, which has to get here.
chmodSync(folder, 0o711);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs `npm start` without npm, with these settings and none of ours. */
function start(settings: Record<string, string>) {
  const { PATH = '', HOME = '' } = process.env;
  const env = { PATH, HOME, DATA_DIR: join(folder, 'data'), ...settings };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/start.mjs'], { env, encoding: 'utf8' });
  return { status, stdout, lines: stderr.trim().split('\n') };
}

describe('npm start explains in one line', () => {
  test.each([
    ['a single address of three', { DATABASE_URL: 'postgres://a@127.0.0.1/b' }, /missing: DATABASE_OWNER_URL, DATABASE_WORKER_URL/],
    ['an address that is none', { DATABASE_URL: 'x', DATABASE_OWNER_URL: 'x', DATABASE_WORKER_URL: 'x' }, /^DATABASE_URL must read/],
    ['a port that is no number', { PORT: '3000a' }, /^PORT must be a number/],
    ['a demonstration of no known size', { DEMO: 'big' }, /^DEMO must be on or small or off/],
    ['a secrets file that is not there', { SECRETS_FILE: '/nowhere.json' }, /^SECRETS_FILE/],
    ['a host of another machine', { HOST: '192.0.2.1', PORT: '30001' }, /^HOST 192\.0\.2\.1/],
  ])('%s', (_, settings, expected) => {
    const { status, stdout, lines } = start(settings);
    expect({ status, stdout, count: lines.length }).toEqual({ status: 1, stdout: '', count: 1 });
    expect(lines[0]).toMatch(expected);
  });

  test('a port that is taken', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    expect(start({ PORT: String(port) })).toEqual({
      status: 1,
      stdout: '',
      lines: [`Port ${port} is taken; set PORT to another.`],
    });
    server.close();
  });
});

describe('a command for who builds it', () => {
  const command = (name: string, ...words: string[]) => spawnSync(process.execPath, [`scripts/${name}.mjs`, ...words], { encoding: 'utf8', timeout: 60_000 });

  test.each([
    ['night', ['P99'], /^Unknown: P99\. Known are P1, P2, .*house\.\nUsage: npm run night /],
    ['night', ['P4', '--long'], /--long.*\nUsage: /],
    ['rulebook', ['--nonsense'], /--nonsense.*\nUsage: npm run rulebook /],
    ['rulebook', ['TG-A6'], /^Unknown: TG-A6\.\nUsage: /],
    ['controls', ['P1'], /^Unknown: P1\.\nUsage: npm run controls/],
  ])('fails with its usage at a word that it does not know: %s %j', (name, words, expected) => {
    const { status, stdout, stderr } = command(name, ...words);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(expected);
  });

  test.each(['night', 'rulebook', 'controls'])('tells its usage when asked for help, and does nothing else: %s', (name) => {
    expect(command(name, '--help')).toMatchObject({ status: 0, stdout: expect.stringMatching(/^Usage: .*\n$/), stderr: '' });
  });
});

test('the demonstration speaks of its half year only where it is told', () => {
  const linesFor = (halfYear: boolean) => spawnSync(process.execPath, ['--input-type=module', '-e',
    `import { linesFor } from './scripts/demo.mjs'; console.log(linesFor('http://127.0.0.1', 'ntw_1', ${halfYear}).join('\\n'));`], { encoding: 'utf8' }).stdout;
  expect(linesFor(true)).toMatch(/Half a year of 40 shops/);
  expect(linesFor(false)).toMatch(/^\nDemo network ntw_1(?![^]*Half a year)/);
});

test('an embedded PostgreSQL keeps what it acknowledged through a kill -9', async () => {
  const options = { dataDir: join(folder, 'server'), adminPassword: 'spec' };
  const passwords = { owner: 'o', app: 'a/b', worker: 'w' };
  const first = await startPostgres(options);
  try {
    const { ownerUrl, appUrl } = await prepareDatabase({ adminUrl: first.adminUrl, database: 'surety', passwords });
    await query(ownerUrl, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await expect(query(appUrl, 'SELECT answer FROM kept')).rejects.toThrow('permission denied');
    await expect(query(appUrl, 'CREATE TABLE mine ()')).rejects.toThrow('permission denied');
  } finally {
    await first.kill();
  }
  const second = await startPostgres(options);
  try {
    const { ownerUrl } = await prepareDatabase({ adminUrl: second.adminUrl, database: 'surety', passwords });
    expect(await query(ownerUrl, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    expect(await query(second.adminUrl, 'SHOW fsync')).toEqual([{ fsync: 'on' }]);
    expect(await query(second.adminUrl, 'SHOW data_checksums')).toEqual([{ data_checksums: 'on' }]);
  } finally {
    await second.stop();
  }
});

test('a server that an earlier run left is stopped before the next one starts', async () => {
  const options = { dataDir: join(folder, 'orphaned'), adminPassword: 'spec' };
  const orphan = await startPostgres(options);
  const next = await startPostgres(options);
  expect(next.pid).not.toBe(orphan.pid);
  expect(await orphan.exited).toMatchObject({ code: 0 });
  await next.stop();
});

test('secrets are made once, and for their owner alone', () => {
  const file = join(folder, 'secrets.json');
  const make = `import { openSecrets } from './scripts/support/secrets.mjs'; openSecrets(${JSON.stringify(file)});`;
  const contents = [1, 2].map(() => {
    spawnSync(process.execPath, ['--input-type=module', '-e', make]);
    return readFileSync(file, 'utf8');
  });
  expect(contents[1]).toBe(contents[0]);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(JSON.parse(contents[0] ?? '')).toMatchObject({
    platformKey: expect.stringMatching(/^sk_platform_[\w-]{43}$/),
    tokenKeys: [{ privateJwk: { kty: 'OKP', crv: 'Ed25519' } }],
  });
});

async function query(connectionString: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}
