import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Permission, Standing } from '@app/access';
import { newId } from '@app/kernel';
import { personalKeys, type PersonalKeys } from '@app/members';
import type { Type } from '@nestjs/common';
import { pino } from 'pino';
import request from 'supertest';
import { createApi, type Api } from '../../../apps/api/src/create-api.js';
import { Credentials } from '../../../apps/api/src/door/credentials.js';
import { readLimits } from '../../../apps/api/src/door/limits.js';
import type { Settings } from '../../../apps/api/src/door/settings.js';
import { cloneDatabase, type TestDatabase } from '../../support/database.js';

/** Stands in for the access room where a spec is about the door alone: a token is the name of a standing. */
export class KnownCredentials extends Credentials {
  readonly standings = new Map<string, Standing>();
  asked = 0;

  async claimsOf(token: string): Promise<object> {
    if (!this.standings.has(token)) throw new Error('no such token');
    return { token };
  }

  async standingOf(claims: object): Promise<Standing | null> {
    this.asked += 1;
    return this.standings.get((claims as { token: string }).token) ?? null;
  }

  async standingOfKey(key: string): Promise<Standing | null> {
    return this.standings.get(key) ?? null;
  }

  isPlatformKey(key: string): boolean {
    return key === platformKey;
  }
}

const newTokenKey = () => ({ kid: 'k1', privateJwk: generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }) as Record<string, unknown> });

export const platformKey = `sk_platform_${'x'.repeat(43)}`;

export interface Answer {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  readonly body: {
    readonly data?: Record<string, unknown> | null;
    readonly errors?: readonly { message: string; path?: unknown[]; extensions: Record<string, unknown> & { code: string } }[];
    readonly extensions?: { readonly cost: { readonly requested: number; readonly maximum: number } };
  };
}

export interface TestApi extends Api {
  readonly test: TestDatabase;
  readonly credentials: KnownCredentials;
  readonly networkId: string;
  readonly url: string;
  readonly filesDir: string;
  readonly lines: Record<string, unknown>[];
  readonly intake: { readonly personal: PersonalKeys };
  ask(query: string, options?: { as?: string; variables?: object; headers?: Record<string, string>; operationName?: string }): Promise<Answer>;
  raw(options: { method?: string; url?: string; headers?: Record<string, string>; payload?: string }): Promise<Answer>;
  close(): Promise<void>;
}

export interface TestApiOptions {
  readonly resolvers?: readonly Type[];
  readonly env?: Record<string, string>;
  readonly settings?: Partial<Settings>;
  readonly poolSize?: number;
  /** True where credentials are those that the access room issues. */
  readonly issued?: boolean;
}

/** The API on a database of its own, with one network, and people named `reader` and `nobody`. */
export async function testApi({ resolvers = [], env = {}, settings = {}, poolSize = 4, issued = false }: TestApiOptions = {}): Promise<TestApi> {
  // The specs' cluster need not survive a power cut.
  process.env.ALLOW_UNSAFE_FSYNC = 'yes';
  const test = await cloneDatabase();
  const networkId = newId();
  await test.asAdmin(`INSERT INTO network (id, name, currency, zone) VALUES ($1, '东方商城', 'CNY', 'Asia/Shanghai')`, [networkId]);
  const credentials = new KnownCredentials();
  const standing = (permissions: readonly Permission[], more: Partial<Standing> = {}): Standing => ({
    networkId, networkName: '东方商城', currency: 'CNY', zone: 'Asia/Shanghai', sandboxSeconds: null, backDays: 31, aheadDays: 0,
    personId: newId(), apiKeyId: null, membershipId: newId(), sessionId: newId(), memberId: null, roles: [], permissions, ...more,
  });
  credentials.standings.set('reader', standing(['network.read', 'fund.read', 'fund.hold']));
  credentials.standings.set('nobody', standing([]));
  credentials.standings.set('sk_integrator', standing(['network.read'], { personId: null, apiKeyId: newId() }));

  const filesDir = mkdtempSync(path.join(tmpdir(), 'surety-files-'));
  const secrets = { tokenKeys: [newTokenKey()], hashKey: randomBytes(32), personalKeys: [{ version: 1, key: randomBytes(32) }], platformKey };
  const lines: Record<string, unknown>[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) });
  const api = await createApi(
    {
      host: '127.0.0.1', port: 0, databaseUrl: test.appUrl, poolSize, production: true, introspection: false, graphiql: false, logLevel: 'info',
      secrets, limits: readLimits(env),
      filesDir, fileBytes: 10 * 1024 * 1024, webhookLoopback: false, ...settings,
    },
    // What is written beside all requests is written at the end, so that no test meets it half-way.
    { resolvers, log, notedEveryMs: 3_600_000, ...(issued ? {} : { credentials }) },
  );

  const base = await api.listen();
  const raw: TestApi['raw'] = async ({ method = 'POST', url = '/graphql', headers = {}, payload }) => {
    const asked = request(base)[method.toLowerCase() as 'post'](url).set(headers).buffer(true).parse(asText);
    const { status, headers: answered, body: text } = (await asked.send(payload)) as unknown as { status: number; headers: Record<string, unknown>; body: string };
    const json = String(answered['content-type']).includes('json');
    return { status, headers: answered, body: (json && typeof text === 'string' && text ? JSON.parse(text) : { text }) as Answer['body'] };
  };
  return {
    ...api, test, credentials, networkId, lines, raw, url: base, filesDir, intake: { personal: personalKeys(secrets.personalKeys, secrets.hashKey) },
    ask: (query, { as = 'reader', variables, headers = {}, operationName } = {}) =>
      raw({
        headers: { 'content-type': 'application/json', ...(as ? { authorization: `Bearer ${as}` } : {}), ...headers },
        payload: JSON.stringify({ query, variables, operationName }),
      }),
    close: async () => {
      await api.stop();
      await test.drop();
      rmSync(filesDir, { recursive: true, force: true });
    },
  };
}

function asText(answer: { on(event: string, heard: (chunk: Buffer) => void): void }, done: (error: null, text: string) => void): void {
  const chunks: Buffer[] = [];
  answer.on('data', (chunk) => chunks.push(chunk));
  answer.on('end', () => done(null, Buffer.concat(chunks).toString('utf8')));
}

export const codesOf = ({ body }: Answer): string[] => (body.errors ?? []).map(({ extensions }) => extensions.code);
