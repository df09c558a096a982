import { Database } from '@app/database';
import { MercuriusDriver, type MercuriusDriverConfig } from '@nestjs/mercurius';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NoSchemaIntrospectionCustomRule, type GraphQLError } from 'graphql';
import { isAbsent } from './absent.js';
import { answerTo, sayOnce, type Asked } from './answers.js';
import type { DoorContext } from './context.js';
import { Fault } from './fault.js';
import { hooksOf } from './hooks.js';
import { localeOf, Operation } from './operation.js';
import { errorTypes } from './room-errors.js';
import type { Settings } from './settings.js';

export const graphqlPath = '/graphql';

/** How Mercurius runs what comes to /graphql: one operation a request, checked before it is validated, compiled on its second use. */
export function graphqlOptions(settings: Settings, database: Database): MercuriusDriverConfig {
  const { limits, introspection } = settings;
  const reports = (request: FastifyRequest, outOfTime: boolean): Asked => ({
    requestId: request.id, locale: localeOf(request), outOfTime, limits, suggestions: !settings.production,
    report: (error) => request.log.error({ err: error }, 'an operation failed'),
  });

  return {
    driver: MercuriusDriver,
    autoSchemaFile: true,
    sortSchema: true,
    path: graphqlPath,
    jit: 1,
    allowBatchedQueries: false,
    subscription: false,
    graphiql: settings.graphiql,
    graphql: {
      parseOptions: { maxTokens: limits.tokens },
      validateOptions: { maxErrors: 10, hideSuggestions: settings.production },
    },
    validationRules: introspection ? [] : [NoSchemaIntrospectionCustomRule],
    buildSchemaOptions: { orphanedTypes: errorTypes, dateScalarMode: 'isoDate' },
    // Of its own, so that Fastify neither coerces a body into another nor answers by a schema that shapes the errors anew.
    additionalRouteOptions: { schema: {}, bodyLimit: limits.bodyBytes, preHandler: mustBeOneOperation } as never,
    context: (request: FastifyRequest, reply: FastifyReply) => {
      const operation = new Operation(request, reply, database, limits);
      operations.set(request, operation);
      return { req: request, operation };
    },
    hooks: hooksOf(limits),
    errorFormatter: (execution, context) => {
      const { reply, operation } = context as unknown as Partial<DoorContext> & { reply: FastifyReply };
      const asked = reports(reply.request, operation?.outOfTime ?? false);
      const errors = sayOnce((execution.errors ?? []).flatMap((error) => answerTo(error as GraphQLError, asked)));
      codes.set(reply.request, errors.map(({ extensions }) => extensions.code));
      return { statusCode: execution.data === undefined || execution.data === null ? statusOf(execution.errors ?? []) : 200, response: { data: execution.data ?? null, errors: errors as never } };
    },
  } as MercuriusDriverConfig;
}

/** What became of a request, for its one line in the log. */
export const operations = new WeakMap<FastifyRequest, Operation>();
export const codes = new WeakMap<FastifyRequest, readonly string[]>();

async function mustBeOneOperation({ body }: FastifyRequest): Promise<void> {
  if (Array.isArray(body)) throw new Fault('BATCHING_OFF');
  const { query, operationName, variables } = (body ?? {}) as Record<string, unknown>;
  const wrong =
    (typeof query !== 'string' || query.trim() === '') ? 'query must be text'
    : !isAbsent(operationName) && typeof operationName !== 'string' ? 'operationName must be text'
    : !isAbsent(variables) && (typeof variables !== 'object' || Array.isArray(variables)) ? 'variables must be an object'
    : null;
  if (wrong) throw new Fault('BAD_REQUEST', { problem: wrong });
}

/** 200 once an operation ran, whatever came of its fields; 4xx where it never did. */
function statusOf(errors: readonly { readonly path?: unknown; readonly originalError?: unknown }[]): number {
  const [first] = errors;
  if (!first || first.path) return 200;
  const { originalError } = first;
  if (originalError instanceof Fault) return originalError.status;
  const { statusCode } = (originalError ?? {}) as { statusCode?: number };
  return typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500 ? statusCode : 400;
}
