import type { Database } from '@app/database';
import type { PoolClient } from 'pg';

type Query = (...words: unknown[]) => Promise<unknown>;

/**
 * Changes what a database says to its connections: `say` gets the words and a way to send others, so that a fault can be
 * planted without a copy of the code under test. Whatever happens, the connection claims to be idle when it is given back.
 */
export function tamper(database: Database, say: (words: string, send: Query) => Promise<unknown> | null): Database {
  const { source } = database;
  const make = source.createQueryRunner.bind(source);
  source.createQueryRunner = (mode) => {
    const runner = make(mode);
    const connect = runner.connect.bind(runner);
    runner.connect = async () => tampered((await connect()) as PoolClient, say);
    return runner;
  };
  return database;
}

function tampered(client: PoolClient, say: (words: string, send: Query) => Promise<unknown> | null): PoolClient {
  const send: Query = (...words) => (client.query as unknown as Query).apply(client, words);
  return new Proxy(client, {
    get(target, key) {
      if (key === 'query') return (...words: unknown[]) => (typeof words[0] === 'string' && say(words[0], send)) || send(...words);
      if (key === 'getTransactionStatus') return () => 'I';
      const value = Reflect.get(target, key) as unknown;
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
