import { day, Refusal, type Day as KernelDay } from '@app/kernel';
import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { GraphQLJSONObject as SharedJsonObject } from 'graphql-scalars';

// With the place of a literal, or GraphQL cannot tell that the request is at fault and not we.
const bad = (message: string, nodes?: ValueNode) => new GraphQLError(message, { nodes, extensions: { code: 'BAD_REQUEST' } });

function readDay(value: unknown, node?: ValueNode): KernelDay {
  try {
    return day(String(value));
  } catch (error) {
    if (error instanceof Refusal) throw bad('A day is written YYYY-MM-DD.', node);
    throw error;
  }
}

/** A calendar day. */
export const Day = new GraphQLScalarType<KernelDay, string>({
  name: 'Day',
  description: 'A calendar day in the network\'s zone, YYYY-MM-DD, such as 2026-05-01; from 1900 through 9999.',
  serialize: (value) => String(value),
  parseValue: (value) => readDay(value),
  parseLiteral: (node) => readDay(node.kind === Kind.STRING ? node.value : '', node),
});

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)$/;

// The last instant whose year has four digits, whatever its offset was.
const latest = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

function readInstant(value: unknown, node?: ValueNode): Date {
  const read = typeof value === 'string' && instant.test(value) ? new Date(value) : null;
  if (!read || Number.isNaN(read.getTime()) || read.getTime() > latest) throw bad('An instant is written like 2026-05-01T08:30:00Z, with its offset.', node);
  return read;
}

/** An instant. */
export const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'An instant in ISO 8601 with its offset, such as 2026-05-01T08:30:00Z; answers are in UTC, with milliseconds.',
  serialize: (value) => (value instanceof Date ? value : new Date(String(value))).toISOString(),
  parseValue: (value) => readInstant(value),
  parseLiteral: (node) => readInstant(node.kind === Kind.STRING ? node.value : null, node),
});

/** An object whose fields depend on the case. */
export const GraphQLJSONObject = new GraphQLScalarType({
  ...SharedJsonObject.toConfig(),
  description: 'A JSON object whose fields depend on the case; each use says which.',
  specifiedByURL: null,
});
