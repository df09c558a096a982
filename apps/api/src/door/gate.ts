import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { answerTo } from './answers.js';
import { Fault } from './fault.js';
import { codes } from './format-errors.js';
import { graphqlPath } from './graphql.js';
import { localeOf } from './operation.js';
import type { Settings } from './settings.js';

/**
 * What no request passes before its body is read. Only POST with application/json: a browser sends neither to another
 * site without asking first, so no page elsewhere can act as the person who is logged in here.
 */
export function addGate(server: FastifyInstance, settings: Settings): void {
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id).header('x-content-type-options', 'nosniff');
    if (pathOf(request) !== graphqlPath) return;
    reply.header('cache-control', 'no-store');
    if (request.method !== 'POST') return refuse(request, reply.header('allow', 'POST'), new Fault('METHOD_NOT_ALLOWED'), settings);
    if (!isJson(request.headers['content-type'])) return refuse(request, reply, new Fault('UNSUPPORTED_MEDIA_TYPE', { accepted: 'application/json' }), settings);
  });
}

const pathOf = ({ url }: FastifyRequest) => url.split('?', 1)[0]!.replace(/\/+$/, '');
const isJson = (type: string | undefined) => /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type?.trim() ?? '');

function refuse(request: FastifyRequest, reply: FastifyReply, fault: Fault, { limits }: Settings) {
  const errors = answerTo(new GraphQLError(fault.code, { originalError: fault }), {
    requestId: request.id, locale: localeOf(request), outOfTime: false, limits, suggestions: false, report: () => undefined,
  });
  codes.set(request, errors.map(({ extensions }) => extensions.code));
  return reply.code(fault.status).send({ data: null, errors });
}
