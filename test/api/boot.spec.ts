import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Field, Mutation, ObjectType, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../apps/api/src/door/index.js';
import { readSettings } from '../../apps/api/src/door/settings.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { testApi } from './support/door.js';

@ObjectType({ description: 'A thing.' })
class Thing {
  @Field({ description: 'Its name.' })
  name!: string;
}

@Resolver()
class Unallowed {
  @Query(() => String, { description: 'Anyone could.' })
  unallowed(): string {
    return '';
  }
}

@Resolver()
class UnallowedMutation {
  @Mutation(() => Thing, { description: 'Anyone could.' })
  unallowedMutation(): Thing {
    return { name: '' };
  }
}

@Resolver(() => Thing)
class UnallowedField {
  @Allow.signedIn
  @Query(() => Thing, { description: 'A thing.' })
  thing(): Thing {
    return { name: '' };
  }

  @ResolveField(() => String, { description: 'Who sees it?' })
  shade(): string {
    return '';
  }
}

@Resolver()
class Undescribed {
  @Allow.signedIn
  @Query(() => String)
  undescribed(): string {
    return '';
  }
}

test.each([
  ['an operation that does not say who may', Unallowed, /Unallowed\.unallowed lacks @Allow/],
  ['a mutation that does not say who may', UnallowedMutation, /UnallowedMutation\.unallowedMutation lacks @Allow.*does not answer a Payload/],
  ['a field that does not say who sees it', UnallowedField, /UnallowedField\.shade lacks @AllowField/],
  ['a field without a description', Undescribed, /Query\.undescribed lacks a description/],
])('the API does not boot with %s', async (_, resolver, problem) => {
  await expect(testApi({ resolvers: [resolver] })).rejects.toThrow(problem);
});

describe('the settings', () => {
  const folder = mkdtempSync(join(tmpdir(), 'surety-settings-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const secretsFile = (content: unknown) => {
    const file = join(folder, `${randomBytes(4).toString('hex')}.json`);
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    return file;
  };
  const secrets = { tokenKeys: [{ kid: 'a', privateJwk: {} }], hashKey: randomBytes(32).toString('base64'), personalKeys: [{ version: 1, key: randomBytes(32).toString('base64') }], platformKey: `sk_platform_${'x'.repeat(43)}` };
  const good = () => ({ DATABASE_URL: 'postgres://x', SECRETS_FILE: secretsFile(secrets) });

  test('have defaults that are safe in production', () => {
    expect(readSettings({ ...good(), NODE_ENV: 'production' })).toMatchObject({ host: '127.0.0.1', port: 3000, poolSize: 16, production: true, introspection: false, graphiql: false });
    expect(readSettings({ ...good(), NODE_ENV: 'production', INTROSPECTION: 'on' })).toMatchObject({ introspection: true, graphiql: false });
    expect(readSettings(good())).toMatchObject({ introspection: true, graphiql: true });
  });

  test.each([
    [{ DATABASE_URL: '' }, /^DATABASE_URL is missing/], [{ SECRETS_FILE: '' }, /^SECRETS_FILE is missing/], [{ SECRETS_FILE: '/nowhere' }, /cannot be read \(ENOENT\)/],
    [{ SECRETS_FILE: secretsFile('{') }, /cannot be read \(not JSON\)/], [{ SECRETS_FILE: secretsFile({ ...secrets, hashKey: 'short' }) }, /lacks hashKey/],
    [{ SECRETS_FILE: secretsFile({ ...secrets, personalKeys: [{ version: 1, key: 'short' }] }) }, /lacks personalKeys/],
    [{ SECRETS_FILE: secretsFile({ ...secrets, tokenKeys: [] }) }, /lacks tokenKeys/], [{ SECRETS_FILE: secretsFile({ ...secrets, platformKey: 'guess' }) }, /lacks platformKey/],
    [{ PORT: 'http' }, /^PORT must be/], [{ PORT: '70000' }, /^PORT must be/], [{ POOL_SIZE: '0' }, /^POOL_SIZE must be/], [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL must be/],
    [{ INTROSPECTION: 'yes' }, /^INTROSPECTION must be/], [{ LIMIT_DEPTH: '-1' }, /^LIMIT_DEPTH must be/], [{ BODY_LIMIT: '1e9' }, /^BODY_LIMIT must be/],
  ])('that are wrong are named: %j', (wrong, problem) => {
    expect(() => readSettings({ ...good(), ...wrong } as NodeJS.ProcessEnv)).toThrow(problem);
  });
});

test('probes and numbers are there, and a line for each request without what was in it', async () => {
  const api = await testApi();
  try {
    expect((await api.raw({ method: 'get', url: '/healthz' })).body).toEqual({ status: 'ok' });
    expect((await api.raw({ method: 'get', url: '/readyz' })).status).toBe(200);
    await api.ask('query mine ($id: ID!) { node(id: $id) { id } }', { variables: { id: 'private-13800138000' }, headers: { 'x-request-id': 'trace-5678' } });
    await api.ask('{ network { id } }', { as: 'nobody' });
    const { text } = (await api.raw({ method: 'get', url: '/metrics' })).body as unknown as { text: string };
    expect(text).toMatch(/surety_request_seconds_count\{route="\/graphql",type="query",status="200"\} 2/);
    expect(text).toMatch(/surety_errors_total\{code="FORBIDDEN"\} 1/);
    expect(text).toMatch(/surety_pool_connections\{state="idle"\} \d/);
    expect(api.lines.find(({ reqId }) => reqId === 'trace-5678')).toMatchObject({ msg: 'request', operation: 'mine', type: 'query', status: 200, networkId: api.networkId, errors: [], durationMs: expect.any(Number) });
    expect(JSON.stringify(api.lines)).not.toMatch(/private|13800138000|Bearer|reader/);
  } finally {
    await api.close();
  }
});

describe('the process', () => {
  let test_: TestDatabase;
  const folder = mkdtempSync(join(tmpdir(), 'surety-main-'));
  beforeAll(async () => {
    test_ = await cloneDatabase();
    const { generateKeyPairSync } = await import('node:crypto');
    const privateJwk = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
    writeFileSync(join(folder, 'secrets.json'), JSON.stringify({ tokenKeys: [{ kid: 'a', privateJwk }], hashKey: randomBytes(32).toString('base64'), personalKeys: [{ version: 1, key: randomBytes(32).toString('base64') }], platformKey: `sk_platform_${'x'.repeat(43)}` }));
  });
  afterAll(async () => {
    await test_.drop();
    rmSync(folder, { recursive: true });
  });

  function start(env: Record<string, string>) {
    const child = spawn(process.execPath, ['dist/apps/api/src/main.js'], {
      env: { PATH: process.env.PATH, PORT: '0', ALLOW_UNSAFE_FSYNC: 'yes', SECRETS_FILE: join(folder, 'secrets.json'), ...env }, stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (out += chunk.toString()));
    const exited = once(child, 'exit') as Promise<[number | null, string | null]>;
    const listening = async () => {
      for (let i = 0; i < 600; i++) {
        const [, url] = /"url":"(http[^"]+)"/.exec(out) ?? [];
        if (url) return url;
        await sleep(50);
      }
      throw new Error(out);
    };
    return { child, exited, listening, said: () => out };
  }

  test('says in one line what is missing, and exits with 1', async () => {
    const { exited, said } = start({});
    expect((await exited)[0]).toBe(1);
    expect(said().trim()).toBe('The API does not start: DATABASE_URL is missing: the URL of the role that serves, surety_app.');
  });

  test('refuses to serve as a role that could step around row security', async () => {
    const { exited, said } = start({ DATABASE_URL: test_.ownerUrl });
    expect((await exited)[0]).toBe(1);
    expect(said().trim()).toMatch(/^The API does not start: The database is not fit to serve on: .*owns tables[^\n]*$/);
  });

  test.each(['SIGTERM', 'SIGINT'] as const)('lets what is under way end on %s, and exits with 0', async (signal) => {
    const { child, exited, listening, said } = start({ DATABASE_URL: test_.appUrl });
    const url = await listening();
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    const answer = fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{__typename}"}' });
    expect((await answer).status).toBe(200);
    child.kill(signal);
    expect(await exited).toEqual([0, null]);
    expect(said()).not.toMatch(/"level":50/);
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
  });
});
