import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLError } from 'graphql';
import type { MercuriusOptions } from 'mercurius';
import { answerTo, sayOnce } from './answers.js';
import type { DoorContext } from './context.js';
import { Fault } from './fault.js';
import { localeOf } from './operation.js';
import type { Settings } from './settings.js';

/** The codes that a request was answered with, for its line in the log. */
export const codes = new WeakMap<FastifyRequest, readonly string[]>();

/** Turns whatever went wrong into what the caller is told, and tells the log the rest. */
export function formatErrors({ limits, production }: Settings): NonNullable<MercuriusOptions['errorFormatter']> {
  return (execution, context) => {
    const { reply, operation } = context as unknown as Partial<DoorContext> & { reply: FastifyReply };
    const { request } = reply;
    const errors = (execution.errors ?? []) as readonly GraphQLError[];
    const answered = sayOnce(errors.flatMap((error) => answerTo(error, {
      requestId: request.id, locale: localeOf(request), outOfTime: operation?.outOfTime ?? false, limits, suggestions: !production,
      report: (cause) => request.log.error({ err: cause }, 'an operation failed'),
    })));
    codes.set(request, answered.map(({ extensions }) => extensions.code));
    const data = execution.data ?? null;
    return { statusCode: data === null ? statusOf(errors) : 200, response: { data, errors: answered as never } };
  };
}

/** 200 once an operation ran, whatever came of its fields; 4xx where it never did. */
function statusOf([first]: readonly GraphQLError[]): number {
  if (!first || first.path) return 200;
  const { originalError } = first;
  if (originalError instanceof Fault) return originalError.status;
  const { statusCode } = (originalError ?? {}) as { statusCode?: number };
  return typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500 ? statusCode : 400;
}
