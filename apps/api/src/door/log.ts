import type { LoggerService } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { pino, type Logger } from 'pino';
import { codes } from './format-errors.js';
import { operations } from './graphql.js';

/** Structured lines on stdout. Nothing logs headers, bodies or variables, so neither secrets nor persons can stand there. */
export function makeLog(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: errorOf, req: () => undefined, res: () => undefined } });
}

/** An error of ours by its stack; of the database's only its code and constraint, for its text may quote a row. */
function errorOf(error: unknown): object {
  const { name, code, constraint, severity, cause, stack, message } = (error ?? {}) as Record<string, unknown>;
  const inner = cause ? { cause: errorOf(cause) } : {};
  if (typeof severity === 'string') return { name, code, constraint, stack: frames(stack), ...inner };
  return { name, code, message, stack: frames(stack), ...inner };
}

const frames = (stack: unknown) => (typeof stack === 'string' ? stack.split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 12).join('\n') : undefined);

/** One line for each request that is not a probe: what was asked for, how long it took and what came of it. */
export function logRequests(server: FastifyInstance): void {
  server.addHook('onResponse', async (request, reply) => {
    if (/^\/(healthz|readyz|metrics)$/.test(request.routeOptions.url ?? '')) return;
    const { facts, maybeCaller } = operations.get(request) ?? {};
    request.log.info({
      method: request.method, route: request.routeOptions.url ?? null, status: reply.statusCode, durationMs: Math.round(reply.elapsedTime * 10) / 10,
      operation: facts?.name ?? null, type: facts?.type ?? null, cost: facts?.cost ?? null,
      networkId: maybeCaller?.networkId ?? null, errors: codes.get(request) ?? [],
    }, 'request');
  });
}

/** Nest's own lines in the same log. */
export function nestLog(log: Logger): LoggerService {
  const at = (level: 'debug' | 'info' | 'warn' | 'error') => (message: unknown, ...rest: unknown[]) => {
    const context = rest.findLast((one) => typeof one === 'string');
    log[level]({ context, ...(message instanceof Error ? { err: message } : {}) }, message instanceof Error ? message.message : String(message));
  };
  return { log: at('debug'), debug: at('debug'), verbose: at('debug'), warn: at('warn'), error: at('error') };
}
