import type { Pool } from 'pg';
import type { Database } from './database.js';

/** Whether the database answers at all; for probes, within the statement limits of the pool. */
export function answers(database: Database): Promise<boolean> {
  return database.source.query('SELECT 1').then(() => true, () => false);
}

/** How many connections the pool has, how many of them are idle, and how many callers wait for one. */
export function connectionsOf(database: Database): { total: number; idle: number; waiting: number } {
  const { master } = database.source.driver as unknown as { master?: Pool };
  return { total: master?.totalCount ?? 0, idle: master?.idleCount ?? 0, waiting: master?.waitingCount ?? 0 };
}
