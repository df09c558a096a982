import type { MercuriusDriverConfig } from '@nestjs/mercurius';
import { getOperationAST, Location, type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql';
import type { DoorContext } from './context.js';
import { costOf } from './cost.js';
import { checkDocument } from './document.js';
import { Fault } from './fault.js';
import type { Limits } from './limits.js';
import { withInputDefaults } from './input-defaults.js';

/** What is asked of each operation before it is validated and before it runs, and what its answer carries. */
export function hooksOf(limits: Limits): MercuriusDriverConfig['hooks'] {
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
      const given = (variables ?? {}) as Record<string, unknown>;
      const cost = costOf(schema, document, asked, given);
      operation.facts = { type: asked.operation, name: asked.name?.value.slice(0, 80) ?? null, cost };
      if (cost > limits.cost) throw new Fault('TOO_COSTLY', { asked: cost, limit: limits.cost });
      // Mercurius keeps one compiled query a text, so where a text holds several operations it must not compile any.
      const several = document.definitions.filter(({ kind }) => kind === 'OperationDefinition').length > 1;
      return { variables: withInputDefaults(schema, asked, given), ...(several ? { document } : {}) };
    },
    onResolution: async (execution: ExecutionResult, context: unknown) => {
      const { operation } = context as DoorContext;
      await operation.end();
      const cost = { requested: operation.facts?.cost ?? 0, maximum: limits.cost };
      (execution as { extensions?: object }).extensions = { ...execution.extensions, cost };
    },
  } as unknown as MercuriusDriverConfig['hooks'];
}
