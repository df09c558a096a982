import { randomBytes } from 'node:crypto';
import { Database, dataSource, type Secrets } from '@app/database';
import pg from 'pg';
import { entities } from '../../apps/api/src/rooms.js';

/** A database of one spec file, cloned from the migrated template; `drop` it when the file is done. */
export interface TestDatabase {
  readonly database: Database;
  readonly secrets: Secrets;
  readonly name: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly workerUrl: string;
  /** A second pool on the same database, as another process would have. */
  another(): Promise<Database>;
  /** Runs SQL as the superuser, whom row security does not bind. */
  asAdmin(sql: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  /** Locks a table against everybody until the answer is called. */
  lock(table: string): Promise<() => Promise<void>>;
  /** While the work runs, the database takes no connections; those that stood are cut. */
  closed(work: () => Promise<void>): Promise<void>;
  drop(): Promise<void>;
}

// Cloning locks the template: one at a time, over all processes of the run.
const turn = 7_310_426;

export async function cloneDatabase(poolSize = 10): Promise<TestDatabase> {
  const adminUrl = process.env.TEST_ADMIN_URL;
  if (!adminUrl) throw new Error('TEST_ADMIN_URL is missing: run through npm test.');
  const name = `surety_${randomBytes(6).toString('hex')}`;
  await withClient(adminUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [turn]);
    await client.query(`CREATE DATABASE ${name} OWNER surety_owner TEMPLATE surety_template`);
    await client.query(`GRANT CONNECT ON DATABASE ${name} TO surety_app, surety_worker`);
    // As the migration does for its database; rights on a database are not cloned.
    await client.query(`GRANT CREATE ON DATABASE ${name} TO surety_worker`);
  });
  const ownerUrl = urlOf(adminUrl, 'surety_owner', process.env.TEST_OWNER_PASSWORD, name);
  const appUrl = urlOf(adminUrl, 'surety_app', process.env.TEST_APP_PASSWORD, name);
  const workerUrl = urlOf(adminUrl, 'surety_worker', process.env.TEST_WORKER_PASSWORD, name);
  const secrets = { hashKey: randomBytes(32) };
  const opened: Database[] = [];
  const another = async () => {
    const database = new Database(await dataSource({ url: appUrl, poolSize, entities }).initialize(), secrets);
    opened.push(database);
    return database;
  };
  return {
    database: await another(), secrets, name, ownerUrl, appUrl, workerUrl, another,
    asAdmin: async (sql, values = []) => {
      const url = new URL(adminUrl);
      url.pathname = `/${name}`;
      return withClient(url.href, async (client) => (await client.query<Record<string, unknown>>(sql, values)).rows);
    },
    lock: async (table) => {
      const url = new URL(adminUrl);
      url.pathname = `/${name}`;
      const client = new pg.Client({ connectionString: url.href });
      client.on('error', () => undefined);
      await client.connect();
      await client.query(`BEGIN; LOCK TABLE ${table}`);
      return () => client.end();
    },
    closed: (work) => withClient(adminUrl, async (client) => {
      await client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
      await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
      await work().finally(() => client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`));
    }),
    drop: async () => {
      for (const { source } of opened) await source.destroy();
      await withClient(adminUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}

async function withClient<R>(url: string, work: (client: pg.Client) => Promise<R>): Promise<R> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function urlOf(adminUrl: string, role: string, password: string | undefined, name: string): string {
  const url = new URL(adminUrl);
  url.username = role;
  url.password = encodeURIComponent(password ?? '');
  url.pathname = `/${name}`;
  return url.href;
}
