import { AsyncLocalStorage } from 'node:async_hooks';
import { hkdfSync } from 'node:crypto';
import { Refusal, type Caller } from '@app/kernel';
import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { auditOf, type Secrets } from './audit.js';
import { bind } from './bind.js';
import { end, open, opening } from './connection.js';
import { isRetryable, isUnavailable, Unavailable } from './faults.js';
import { claimKey, digestOf, keepResult } from './request-key.js';
import { leaveRecords, recordsOf } from './records.js';
import { rowsOf } from './rows.js';
import type { Statement } from './statement.js';
import { toStored } from './stored.js';
import { together } from './together.js';
import { Transaction } from './transaction.js';
import type { GlobalTx, MemberTx, NetworkTx } from './tx.js';

/** What a write is called, and what was asked: the audit record keeps a keyed digest of it. */
export interface Act {
  readonly action: string;
  readonly request?: unknown;
}

/** What every once-only input carries: the key of its one effect, or that it is only tried and needs none. */
export interface Once {
  readonly idempotencyKey?: string | null;
  readonly validateOnly?: boolean | null;
}

interface Attempt extends Act {
  readonly key: string | null;
  readonly preview: boolean;
}

/** What an act came to; `replayed` when the same request had been answered before, `preview` when nothing was kept. */
export interface Done<R> {
  readonly result: R;
  readonly replayed: boolean;
  readonly preview: boolean;
}

const attempts = 4;
const writing = new AsyncLocalStorage<string>();

/** The only way to a transaction: it begins it, binds it to its network, and ends it on every path. */
export class Database {
  constructor(
    readonly source: DataSource,
    private readonly secrets: Secrets,
  ) {}

  /** A key of the deployment for one purpose, so that what is sealed for one says nothing to another. */
  keyFor(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.secrets.hashKey, '', `surety ${purpose}`, 32));
  }

  /** Opens a read that sees what the caller may see, at one moment; the caller of this must end it. */
  async reading(caller: Caller): Promise<{ tx: MemberTx; end: () => Promise<void> }> {
    const frame = await open(this.source, opening(caller, true));
    const tx = new Transaction(frame, caller);
    return {
      tx: tx as unknown as MemberTx,
      end: async () => {
        tx.close();
        await end(frame, 'ROLLBACK');
      },
    };
  }

  /** Reads at one moment what the caller may see. */
  async read<R>(caller: Caller, work: (tx: MemberTx) => Promise<R>): Promise<R> {
    const { tx, end: finish } = await this.reading(caller);
    try {
      return await work(tx);
    } catch (error) {
      throw isUnavailable(error) ? new Unavailable(error) : error;
    } finally {
      await finish();
    }
  }

  /** Writes once the work succeeds: all of it, its audit record and its events, or nothing. */
  async write<R>(caller: Caller, act: Act, work: (tx: NetworkTx) => Promise<R>): Promise<R> {
    return (await this.attempt(caller, { ...act, key: null, preview: false }, work)).result;
  }

  /**
   * A write that a repeated request does not repeat: the same key and input give the same answer. With `validateOnly` the
   * work runs, what it came to is taken as a preview, and all of it is rolled back.
   */
  async writeOnce<I extends Once, R>(
    caller: Caller,
    action: string,
    input: I,
    work: (tx: NetworkTx, request: Omit<I, keyof Once>) => Promise<R>,
  ): Promise<Done<R>> {
    const { idempotencyKey = null, validateOnly, ...request } = input;
    const preview = validateOnly === true;
    return this.attempt(caller, { action, request, key: preview ? null : idempotencyKey, preview }, (tx) => work(tx, request));
  }

  /** A transaction on the global tables only: without a network, row security shows no network's row. */
  async outside<R>(work: (tx: GlobalTx) => Promise<R>): Promise<R> {
    const frame = await open(this.source, opening(null, false));
    const tx = new Transaction(frame, null as unknown as Caller);
    try {
      // Nothing keeps a statement on a global table from being done by itself, if ever the transaction did not begin.
      await frame.begun;
      const result = await work(tx as unknown as GlobalTx);
      tx.close();
      await end(frame, 'COMMIT');
      return result;
    } catch (error) {
      tx.close();
      await end(frame, 'ROLLBACK');
      throw isUnavailable(error) ? new Unavailable(error) : error;
    }
  }

  /** One statement on the global tables, by itself: the database gives it a transaction of its own. */
  async look<P, R>(statement: Statement<P, R>, params: P): Promise<R | null> {
    const runner = this.source.createQueryRunner('master');
    try {
      const client = (await runner.connect()) as PoolClient;
      return rowsOf<R>(statement.name, await client.query<unknown[]>(bind(statement, params, null)))[0] ?? null;
    } catch (error) {
      throw isUnavailable(error) ? new Unavailable(error) : error;
    } finally {
      await runner.release();
    }
  }

  private async attempt<R>(caller: Caller, act: Attempt, work: (tx: NetworkTx) => Promise<R>): Promise<Done<R>> {
    const outer = writing.getStore();
    if (outer) throw new Error(`${act.action} opens a transaction inside that of ${outer}; pass the tx instead.`);
    const digest = digestOf(this.secrets, act.request ?? null);
    for (let left = attempts - 1; ; left--) {
      try {
        return await writing.run(act.action, () => this.once(caller, act, digest, work));
      } catch (error) {
        if (isRetryable(error) && left > 0) continue;
        const fault = isUnavailable(error) ? new Unavailable(error) : error;
        if (!act.preview) await this.recordFailure(caller, act, digest, fault);
        throw fault;
      }
    }
  }

  private async once<R>(caller: Caller, act: Attempt, digest: Buffer, work: (tx: NetworkTx) => Promise<R>): Promise<Done<R>> {
    const frame = await open(this.source, opening(caller, false));
    const tx = new Transaction(frame, caller);
    try {
      if (act.key !== null) {
        const kept = await claimKey<R>(tx, act.action, act.key, digest);
        if (kept) {
          tx.close();
          await end(frame, 'ROLLBACK');
          return { result: kept.result, replayed: true, preview: false };
        }
      }
      // A key is claimed in its network or not at all, so it need not wait; whatever else comes first may.
      await frame.begun;
      const result = await work(tx as unknown as NetworkTx);
      // What cannot be written down fails here, before the commit is on its way.
      const records = recordsOf(auditOf(caller, act.action, digest, tx.touched, 'done'), tx.events);
      const stored = act.key === null ? '' : toStored(result);
      const last: Promise<unknown>[] = [];
      if (act.preview) last.push(frame.client.query('SET CONSTRAINTS ALL IMMEDIATE'));
      else last.push(leaveRecords(tx, records));
      if (act.key !== null) last.push(keepResult(tx, act.action, act.key, stored));
      tx.close();
      // All in one go: after one that failed, the commit is answered by a rollback.
      last.push(end(frame, act.preview ? 'ROLLBACK' : 'COMMIT'));
      await together(last);
      return { result, replayed: false, preview: act.preview };
    } catch (error) {
      if (!frame.runner.isReleased) {
        tx.close();
        await end(frame, 'ROLLBACK');
      }
      throw error;
    }
  }

  /** The write rolled back and its record with it, so the refusal is put on record by itself. */
  private async recordFailure(caller: Caller, act: Act, digest: Buffer, error: unknown): Promise<void> {
    if (error instanceof Unavailable) return;
    const outcome = error instanceof Refusal ? `refused:${error.code}` : 'failed';
    const frame = await open(this.source, opening(caller, false)).catch(() => null);
    if (!frame) return;
    const tx = new Transaction(frame, caller);
    const kept = await leaveRecords(tx, recordsOf(auditOf(caller, act.action, digest, new Set(), outcome), [])).then(() => true, () => false);
    await end(frame, kept ? 'COMMIT' : 'ROLLBACK').catch(() => undefined);
  }
}
