import type { Database } from '@app/database';
import { MercuriusDriver, type MercuriusDriverConfig } from '@nestjs/mercurius';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NoSchemaIntrospectionCustomRule } from 'graphql';
import { isAbsent } from './absent.js';
import { Fault } from './fault.js';
import { formatErrors } from './format-errors.js';
import { operationHooks } from './hooks.js';
import { Operation } from './operation.js';
import { errorTypes } from './room-errors.js';
import type { Limits } from './limits.js';
import type { Settings } from './settings.js';

export const graphqlPath = '/graphql';

/** The operation of a request, for its line in the log. */
export const operations = new WeakMap<FastifyRequest, Operation>();

/** How Mercurius runs what comes to /graphql: one operation a request, checked before it is validated, compiled on its second use. */
export function graphqlOptions(settings: Settings, database: Database): MercuriusDriverConfig {
  const { limits, introspection, production } = settings;
  return {
    driver: MercuriusDriver,
    autoSchemaFile: true,
    sortSchema: true,
    path: graphqlPath,
    jit: 1,
    allowBatchedQueries: false,
    subscription: false,
    graphiql: settings.graphiql,
    graphql: { parseOptions: { maxTokens: limits.tokens }, validateOptions: { maxErrors: 10, hideSuggestions: production } },
    validationRules: introspection ? [] : [NoSchemaIntrospectionCustomRule],
    buildSchemaOptions: { orphanedTypes: errorTypes, dateScalarMode: 'isoDate' },
    // Of its own, so that Fastify neither coerces a body into another nor answers by a schema that shapes the errors anew.
    additionalRouteOptions: { schema: {}, bodyLimit: limits.bodyBytes, preHandler: mustBeOneOperation(limits) } as never,
    context: (request: FastifyRequest, reply: FastifyReply) => {
      const operation = new Operation(request, reply, database, limits);
      operations.set(request, operation);
      return { req: request, operation };
    },
    hooks: operationHooks(limits),
    errorFormatter: formatErrors(settings),
  } as MercuriusDriverConfig;
}

const mustBeOneOperation = (limits: Limits) => async ({ body }: FastifyRequest): Promise<void> => {
  if (Array.isArray(body)) throw new Fault('BATCHING_OFF');
  mustNotNest(body);
  const problem = problemOf((body ?? {}) as Record<string, unknown>, limits.depth);
  if (problem) throw new Fault('BAD_REQUEST', { problem });
};

// Tokens are limited too, but a parser that goes down a level with each of them runs out of stack first.
const mostNested = 100;

function mustNotNest(body: unknown): void {
  const query = (body as { query?: unknown } | null)?.query;
  let depth = 0;
  for (const [bracket] of typeof query === 'string' ? query.matchAll(/[[\](){}]/g) : []) {
    depth += '[({'.includes(bracket) ? 1 : -1;
    if (depth > mostNested) throw new Fault('TOO_DEEP', { asked: depth, limit: mostNested });
  }
}

function problemOf({ query, operationName, variables }: Record<string, unknown>, depth: number): string | null {
  if (typeof query !== 'string' || query.trim() === '') return 'query must be text';
  if (!isAbsent(operationName) && typeof operationName !== 'string') return 'operationName must be text';
  if (!isAbsent(variables) && (typeof variables !== 'object' || Array.isArray(variables))) return 'variables must be an object';
  if (isDeeper(variables, depth)) return `variables are more than ${depth} levels deep`;
  return null;
}

/** Asked level by level: what is nested far enough would overflow the stack of whoever walks it down. */
function isDeeper(value: unknown, levels: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; depth <= levels; depth++) {
    level = level.flatMap((one) => (one !== null && typeof one === 'object' ? Object.values(one) : []));
    if (level.length === 0) return false;
  }
  return true;
}
