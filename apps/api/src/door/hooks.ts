import type { MercuriusDriverConfig } from '@nestjs/mercurius';
import { getOperationAST, Kind, Location, type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql';
import type { DoorContext } from './context.js';
import { costOf } from './cost.js';
import { checkDocument } from './document.js';
import { Fault } from './fault.js';
import { withInputDefaults } from './input-defaults.js';
import type { Limits } from './limits.js';

type Values = Readonly<Record<string, unknown>>;

/** What happens to each operation on its way: measured before it is validated, priced before it runs, closed after. */
export function operationHooks(limits: Limits): MercuriusDriverConfig['hooks'] {
  return {
    preValidation: async (_schema: GraphQLSchema, document: DocumentNode) => {
      // Mercurius would also take a document that is already parsed, which no limit on tokens has seen.
      if (!(document.loc instanceof Location)) throw new Fault('BAD_REQUEST', { problem: 'the query is not GraphQL' });
      checkDocument(document, limits);
    },
    preExecution: async (schema: GraphQLSchema, document: DocumentNode, context: DoorContext, variables: Values | null | undefined) =>
      prepare(schema, document, context, variables ?? {}, limits),
    onResolution: async (execution: ExecutionResult & { extensions?: object }, { operation }: DoorContext) => {
      await operation.end();
      execution.extensions = { ...execution.extensions, cost: { requested: operation.facts?.cost ?? 0, maximum: limits.cost } };
    },
  } as unknown as MercuriusDriverConfig['hooks'];
}

function prepare(schema: GraphQLSchema, document: DocumentNode, { operation, reply }: DoorContext, variables: Values, limits: Limits): object {
  const { operationName } = reply.request.body as { operationName?: string | null };
  const asked = getOperationAST(document, operationName);
  if (!asked) throw new Fault('BAD_REQUEST', { problem: 'operationName names none of the operations' });
  const cost = costOf(schema, document, asked, variables);
  operation.facts = { type: asked.operation, name: asked.name?.value.slice(0, 80) ?? null, cost };
  if (cost > limits.cost) throw new Fault('TOO_COSTLY', { asked: cost, limit: limits.cost });
  const several = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length > 1;
  // Mercurius keeps one compiled query a text, so where a text holds several operations it must not compile any; a
  // document that is handed back it leaves as it is.
  return { variables: withInputDefaults(schema, asked, variables), ...(several ? { document } : {}) };
}
