import { AsyncLocalStorage } from 'node:async_hooks';
import { Refusal, type Caller } from '@app/kernel';
import type { DataSource } from 'typeorm';
import { auditOf, type Secrets } from './audit.js';
import { end, open, opening } from './connection.js';
import { isRetryable, isUnavailable, Unavailable } from './faults.js';
import { claimKey, digestOf, keepResult } from './request-key.js';
import { leaveRecords } from './records.js';
import { Transaction } from './transaction.js';
import type { GlobalTx, MemberTx, NetworkTx } from './tx.js';

/** What a write is called, and what was asked: the audit record keeps a keyed digest of it. */
export interface Act {
  readonly action: string;
  readonly request?: unknown;
}

/** An act that must happen once for its key, or that is only tried (`validateOnly`, which needs no key). */
export interface OnceAct extends Act {
  readonly key: string | null;
  readonly request: unknown;
  readonly validateOnly?: boolean | null;
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

  /** Opens a read that sees what the caller may see, at one moment; the caller of this must end it. */
  async reading(caller: Caller): Promise<{ tx: MemberTx; end: () => Promise<void> }> {
    const frame = await open(this.source, opening(caller, true));
    const tx = new Transaction(frame.runner, frame.client, caller);
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
    const done = await this.attempt(caller, { ...act, key: null, request: act.request ?? null }, work);
    return done.result;
  }

  /** A write that a repeated request does not repeat: the same key and input give the same answer. */
  async writeOnce<R>(caller: Caller, act: OnceAct, work: (tx: NetworkTx) => Promise<R>): Promise<Done<R>> {
    return this.attempt(caller, act, work);
  }

  /** A transaction on the global tables only: without a network, row security shows no network's row. */
  async outside<R>(work: (tx: GlobalTx) => Promise<R>): Promise<R> {
    const frame = await open(this.source, opening(null, false));
    const tx = new Transaction(frame.runner, frame.client, null as unknown as Caller);
    try {
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

  private async attempt<R>(caller: Caller, act: OnceAct, work: (tx: NetworkTx) => Promise<R>): Promise<Done<R>> {
    const outer = writing.getStore();
    if (outer) throw new Error(`${act.action} opens a transaction inside that of ${outer}; pass the tx instead.`);
    const digest = digestOf(this.secrets, act.request);
    for (let left = attempts - 1; ; left--) {
      try {
        return await writing.run(act.action, () => this.once(caller, act, digest, work));
      } catch (error) {
        if (isRetryable(error) && left > 0) continue;
        const fault = isUnavailable(error) ? new Unavailable(error) : error;
        if (!act.validateOnly) await this.recordFailure(caller, act, digest, fault);
        throw fault;
      }
    }
  }

  private async once<R>(caller: Caller, act: OnceAct, digest: Buffer, work: (tx: NetworkTx) => Promise<R>): Promise<Done<R>> {
    const frame = await open(this.source, opening(caller, false));
    const tx = new Transaction(frame.runner, frame.client, caller);
    const preview = act.validateOnly === true;
    try {
      if (act.key !== null && !preview) {
        const kept = await claimKey<R>(tx, act.action, act.key, digest);
        if (kept) {
          tx.close();
          await end(frame, 'ROLLBACK');
          return { result: kept.result, replayed: true, preview: false };
        }
      }
      const result = await work(tx as unknown as NetworkTx);
      if (preview) await frame.client.query('SET CONSTRAINTS ALL IMMEDIATE');
      else {
        await leaveRecords(tx, auditOf(caller, act.action, digest, tx.touched, 'done'), tx.events);
        if (act.key !== null) await keepResult(tx, act.action, act.key, result);
      }
      tx.close();
      await end(frame, preview ? 'ROLLBACK' : 'COMMIT');
      return { result, replayed: false, preview };
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
    const tx = new Transaction(frame.runner, frame.client, caller);
    const kept = await leaveRecords(tx, auditOf(caller, act.action, digest, new Set(), outcome), []).then(() => true, () => false);
    await end(frame, kept ? 'COMMIT' : 'ROLLBACK').catch(() => undefined);
  }
}
