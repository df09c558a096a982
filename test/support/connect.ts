import pg from 'pg';
import type { TestDatabase } from './database.js';

export type Seat = 'admin' | 'owner' | 'app' | 'worker';

/** A connection of its own to a test database: as the superuser, whom nothing binds, or as a role that serves. */
export async function connect(to: TestDatabase, seat: Seat): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: urlOf(to, seat) });
  // A backend that a test ends must not end the test run.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

export function urlOf(to: TestDatabase, seat: Seat): string {
  const url = new URL(process.env.TEST_ADMIN_URL!);
  url.pathname = `/${to.name}`;
  const password = { owner: process.env.TEST_OWNER_PASSWORD, app: process.env.TEST_APP_PASSWORD, worker: process.env.TEST_WORKER_PASSWORD };
  if (seat !== 'admin') {
    url.username = `surety_${seat}`;
    url.password = encodeURIComponent(password[seat] ?? '');
  }
  return url.href;
}

/** Runs work in a transaction that is always taken back, schema changes included. */
export async function takenBack<R>(client: pg.Client, work: () => Promise<R>): Promise<R> {
  await client.query('BEGIN');
  try {
    return await work();
  } finally {
    await client.query('ROLLBACK');
  }
}
