/** The database could not be reached or gave way; the same request may be sent again, with the same key. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';

  constructor(cause: unknown) {
    super('The database is not reachable at the moment.', { cause });
  }
}

interface PgError {
  readonly name?: string;
  readonly code?: string;
  readonly constraint?: string;
  readonly message?: string;
}

const socketCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOENT', 'EHOSTUNREACH', 'ENOTFOUND']);
// Admin shutdown, crash recovery, starting up, too many connections, idle-in-transaction and statement timeouts.
const givenWay = new Set(['57P01', '57P02', '57P03', '53300', '25P03', '57014', '55P03']);

// TypeORM gives a connection back as soon as it is lost, and answers the next mapped step by this.
const lostMeanwhile = 'QueryRunnerAlreadyReleasedError';

export function isUnavailable(error: unknown): boolean {
  const { name, code = '', message = '' } = (error ?? {}) as PgError;
  return (
    name === lostMeanwhile ||
    error instanceof Unavailable ||
    socketCodes.has(code) || givenWay.has(code) || code.startsWith('08') ||
    /Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Client was closed/i.test(message)
  );
}

/** A serialization failure or a deadlock: nothing was written, and the whole action may run again. */
export function isRetryable(error: unknown): boolean {
  const code = (error as PgError | null)?.code;
  return code === '40001' || code === '40P01';
}

/** Said of a statement for no fault of its own: one before it had failed, and ended the transaction. */
export function endedBefore(error: unknown): boolean {
  return (error as PgError | null)?.code === '25P02';
}

/** The name of the constraint that said no, or null. */
export function violated(error: unknown): string | null {
  const { code, constraint } = (error ?? {}) as PgError;
  return code?.startsWith('23') ? (constraint ?? null) : null;
}
