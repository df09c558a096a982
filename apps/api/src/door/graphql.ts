import { Database } from '@app/database';
import { MercuriusDriver, type MercuriusDriverConfig } from '@nestjs/mercurius';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { getOperationAST, GraphQLError, Location, NoSchemaIntrospectionCustomRule, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { ExecutionResult } from 'graphql';
import { answerTo, sayOnce, type Asked } from './answers.js';
import type { DoorContext } from './context.js';
import { costOf } from './cost.js';
import { checkDocument } from './document.js';
import { Fault } from './fault.js';
import { Operation } from './operation.js';
import { localeOf } from './operation.js';
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

/** What is asked of each operation before it is validated and before it runs, and what its answer carries. */
function hooksOf(limits: Settings['limits']): MercuriusDriverConfig['hooks'] {
  return {
    preValidation: async (_schema: GraphQLSchema, document: DocumentNode) => {
      // Mercurius would also take a document that is already parsed, which no limit on tokens has seen.
      if (!(document.loc instanceof Location)) throw new Fault('BAD_REQUEST', { problem: 'the query is not GraphQL' });
      checkDocument(document, limits);
    },
    preExecution: async (schema: GraphQLSchema, document: DocumentNode, context: unknown, variables: unknown) => {
      const { operation, reply } = context as DoorContext;
      const { operationName } = reply.request.body as { operationName?: string };
      const asked = getOperationAST(document, operationName);
      if (!asked) throw new Fault('BAD_REQUEST', { problem: 'operationName names none of the operations' });
      const cost = costOf(schema, document, asked, (variables ?? {}) as Record<string, unknown>);
      operation.facts = { type: asked.operation, name: asked.name?.value.slice(0, 80) ?? null, cost };
      if (cost > limits.cost) throw new Fault('TOO_COSTLY', { asked: cost, limit: limits.cost });
      // Mercurius keeps one compiled query a text, so where a text holds several operations it must not compile any.
      return document.definitions.filter(({ kind }) => kind === 'OperationDefinition').length > 1 ? { document } : undefined;
    },
    onResolution: async (execution: ExecutionResult, context: unknown) => {
      const { operation } = context as DoorContext;
      await operation.end();
      const cost = { requested: operation.facts?.cost ?? 0, maximum: limits.cost };
      (execution as { extensions?: object }).extensions = { ...execution.extensions, cost };
    },
  } as unknown as MercuriusDriverConfig['hooks'];
}

/** What became of a request, for its one line in the log. */
export const operations = new WeakMap<FastifyRequest, Operation>();
export const codes = new WeakMap<FastifyRequest, readonly string[]>();

async function mustBeOneOperation({ body }: FastifyRequest): Promise<void> {
  if (Array.isArray(body)) throw new Fault('BATCHING_OFF');
  const { query, operationName, variables } = (body ?? {}) as Record<string, unknown>;
  const wrong =
    (typeof query !== 'string' || query.trim() === '') ? 'query must be text'
    : operationName != null && typeof operationName !== 'string' ? 'operationName must be text'
    : variables != null && (typeof variables !== 'object' || Array.isArray(variables)) ? 'variables must be an object'
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
