import pg from 'pg';

/**
 * A connection that somebody listens to from its first moment. The pool's listener is taken off when a connection is
 * handed out, TypeORM's comes on a little later, and an error that nobody hears ends the process.
 */
export class HeardClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    // Whoever uses it learns of its loss by the next query; the pool, by its own listener.
    this.on('error', () => undefined);
  }
}
