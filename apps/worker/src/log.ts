import { pino, type Logger } from 'pino';

/** The worker's log: one JSON object a line, on standard output, with opaque ids and no secrets. */
export function openLog(level: string): Logger {
  return pino({ level, base: { app: 'worker' }, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: errorOf } });
}

// Only these: a database error also carries its detail, which quotes the values of a row.
function errorOf(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { code, constraint } = error as { code?: string; constraint?: string };
  const cause = error.cause === undefined ? undefined : errorOf(error.cause);
  return { name: error.name, message: error.message, code, constraint, stack: error.stack, cause };
}
