import type { Client } from 'pg';
import { DataSource, DefaultNamingStrategy, type EntitySchema, type MixedList } from 'typeorm';
import { HeardClient } from './heard-client.js';
import { rowTypes, snake } from './rows.js';

class SnakeNames extends DefaultNamingStrategy {
  override columnName(property: string, custom: string): string {
    return custom || snake(property);
  }
}

export interface SourceOptions {
  readonly url: string;
  readonly poolSize: number;
  readonly entities?: MixedList<(new () => object) | EntitySchema>;
  readonly applicationName?: string;
  readonly onConnectionLost?: (error: Error) => void;
}

/** The pool of connections, owned by TypeORM, with our row types and with limits that end what hangs. */
export function dataSource(options: SourceOptions): DataSource {
  const lost = options.onConnectionLost ?? (() => undefined);
  return new DataSource({
    type: 'postgres',
    url: options.url,
    entities: (options.entities ?? []) as never,
    namingStrategy: new SnakeNames(),
    installExtensions: false,
    poolSize: options.poolSize,
    applicationName: options.applicationName ?? 'surety',
    poolErrorHandler: lost,
    extra: {
      Client: HeardClient,
      types: rowTypes,
      connectionTimeoutMillis: 5_000,
      statement_timeout: 15_000,
      lock_timeout: 10_000,
      idle_in_transaction_session_timeout: 20_000,
      keepAlive: true,
      // Statements are sent as they come, in their order, without waiting for the answer to the one before.
      pipeline: true,
      // It may be cut between being made and being handed over, when nobody else listens yet.
      onConnect: (client: Client) => void client.on('error', () => undefined),
    },
  });
}

