import type { PoolClient } from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';
import { isUnavailable, Unavailable } from './faults.js';

/** A checked-out connection inside an open transaction frame. */
export interface Frame {
  readonly runner: QueryRunner;
  readonly client: PoolClient;
  /** Settles once the first words are answered: what is sent behind them need not wait, but must not be kept without them. */
  readonly begun: Promise<unknown>;
}

interface Socket {
  cork(): void;
  uncork(): void;
}

/** Lets whatever is sent before the next tick go out together: one system call of ours, one awakening of the database. */
export function gather(client: PoolClient): PoolClient {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
  return client;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Only a parsed UUID is ever quoted into a `SET LOCAL`. */
function quoted(id: string): string {
  if (!uuid.test(id)) throw new Error('A network or member id is not a UUID.');
  return `'${id}'`;
}

/** The first words of every transaction: they begin it and bind it to its network, in one round trip. */
export function opening(scope: { networkId: string; memberId: string | null } | null, reading: boolean): string {
  const begin = reading ? 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY' : 'BEGIN';
  if (!scope) return begin;
  const member = reading && scope.memberId ? `; SET LOCAL app.member_id = ${quoted(scope.memberId)}` : '';
  return `${begin}; SET LOCAL app.network_id = ${quoted(scope.networkId)}${member}`;
}

export async function open(source: DataSource, words: string): Promise<Frame> {
  const runner = source.createQueryRunner('master');
  try {
    const client = (await runner.connect()) as PoolClient;
    const begun = gather(client).query(words);
    // Whoever ends the frame hears of it; until then this only keeps it from counting as unhandled.
    begun.catch(() => undefined);
    return { runner, client, begun };
  } catch (error) {
    await discard(runner, error);
    throw isUnavailable(error) ? new Unavailable(error) : error;
  }
}

/**
 * Ends the frame and gives the connection back. A connection that is not idle afterwards is destroyed: a pool would
 * hand on its open transaction, and its network, to the next caller.
 */
export async function end({ runner, client, begun }: Frame, word: 'COMMIT' | 'ROLLBACK'): Promise<void> {
  try {
    const [{ command }] = await Promise.all([gather(client).query(word), begun]);
    if (command !== word) throw new Error(`The transaction answered ${command} to ${word}.`);
  } catch (error) {
    await discard(runner, error);
    if (word === 'ROLLBACK') return;
    throw error;
  }
  const idle = (client as PoolClient & { getTransactionStatus(): string | null }).getTransactionStatus() === 'I';
  if (idle) await runner.release();
  else await discard(runner, new Error('not idle'));
}

async function discard(runner: QueryRunner, error: unknown): Promise<void> {
  const gone = error instanceof Error ? error : new Error(String(error));
  await (runner as QueryRunner & { releasePostgresConnection(error: Error): Promise<void> }).releasePostgresConnection(gone);
}
