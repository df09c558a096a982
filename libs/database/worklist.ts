import pg from 'pg';
import { bind } from './bind.js';
import { HeardClient } from './heard-client.js';
import { rowsOf } from './rows.js';
import type { Statement } from './statement.js';

export interface WorkerPoolOptions {
  readonly url: string;
  readonly poolSize: number;
  readonly onConnectionLost: (error: Error) => void;
}

export type WorkerPool = pg.Pool;

/** The worker role's connections; a lost one is reported, never thrown where nobody waits for it. */
export function workerPool({ url, poolSize, onConnectionLost }: WorkerPoolOptions): WorkerPool {
  const pool = new pg.Pool({
    Client: HeardClient, connectionString: url, max: poolSize, application_name: 'surety-worker',
    connectionTimeoutMillis: 5_000, statement_timeout: 15_000, lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 20_000, keepAlive: true,
  });
  pool.on('error', onConnectionLost);
  pool.on('connect', (client) => client.on('error', onConnectionLost));
  return pool;
}

/** An open transaction of the worker's role. */
export interface WorklistTx {
  many<P, R>(statement: Statement<P, R>, params: P): Promise<R[]>;
  run<P, R>(statement: Statement<P, R>, params: P): Promise<number>;
}

/** Reads what is due across networks, as the worker's role: outside any network, and never the work itself. */
export class Worklist {
  constructor(private readonly pool: WorkerPool) {}

  /** The rows that a statement lists now. */
  many<P, R>(statement: Statement<P, R>, params: P): Promise<R[]> {
    return this.held((client) => txOn(client).many(statement, params));
  }

  /** Runs the work in one transaction: all of it, or nothing. */
  transaction<R>(work: (tx: WorklistTx) => Promise<R>): Promise<R> {
    return this.held(async (client) => {
      await client.query('BEGIN');
      const result = await work(txOn(client));
      const { command } = await client.query('COMMIT');
      if (command !== 'COMMIT') throw new Error(`The transaction answered ${command} to COMMIT.`);
      return result;
    });
  }

  /**
   * Lends a session of its own, for what a session holds; `lost` settles when its connection is lost or at the ending. It
   * is closed afterwards, not given back: what it held goes with it.
   */
  async session<R>(ending: AbortSignal, work: (tx: WorklistTx, lost: Promise<void>) => Promise<R>): Promise<R> {
    const client = await this.pool.connect();
    const lost = new Promise<void>((resolve) => {
      if (ending.aborted) resolve();
      ending.addEventListener('abort', () => resolve(), { once: true });
      client.once('end', () => resolve()).once('error', () => resolve());
    });
    try {
      return await work(txOn(client), lost);
    } finally {
      client.release(true);
    }
  }

  /** A connection on which anything failed is closed: that rolls back, and lets go what it had locked. */
  private async held<R>(work: (client: pg.PoolClient) => Promise<R>): Promise<R> {
    const client = await this.pool.connect();
    try {
      const result = await work(client);
      client.release();
      return result;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }
}

function txOn(client: pg.PoolClient): WorklistTx {
  return {
    many: async (statement, params) => rowsOf(statement.name, await client.query<unknown[]>(bind(statement, params, null))),
    run: async (statement, params) => (await client.query<unknown[]>(bind(statement, params, null))).rowCount ?? 0,
  };
}
