import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { answerTo } from './answers.js';
import { codes } from './format-errors.js';
import type { Limits } from './limits.js';
import { localeOf } from './operation.js';

const statuses: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401, FORBIDDEN: 403, NOT_FOUND: 404, METHOD_NOT_ALLOWED: 405, BODY_TOO_LARGE: 413, FILE_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415, TYPE_NOT_ALLOWED: 415, BAD_REQUEST: 400, INVALID_INPUT: 400, INTERNAL: 500, UNAVAILABLE: 503, TIMEOUT: 503,
};
// Whatever else a room refuses: what was sent is understood, and not right.
const refusedStatus = 422;

/** Answers what went wrong on a route beside GraphQL in GraphQL's own shape, with a status that says it too. */
export function answerHttp(request: FastifyRequest, reply: FastifyReply, error: unknown, limits: Limits, accepted?: string): FastifyReply {
  const original = error instanceof Error ? error : new Error(String(error));
  const errors = answerTo(new GraphQLError(original.message, { originalError: original }), {
    requestId: request.id, locale: localeOf(request), outOfTime: false, limits, suggestions: false, ...(accepted ? { accepted } : {}),
    report: (cause) => request.log.error({ err: cause }, 'a request failed'),
  });
  codes.set(request, errors.map(({ extensions }) => extensions.code));
  const status = statuses[errors[0]!.extensions.code] ?? refusedStatus;
  // What is left of a body that nobody will read would be taken for the next request.
  if (status === 401 || status === 413 || status === 415) reply.header('connection', 'close');
  return reply.code(status).header('cache-control', 'no-store').type('application/json; charset=utf-8').send({ data: null, errors });
}
