import { day, Refusal, type Day as KernelDay } from '@app/kernel';
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { GraphQLJSONObject as SharedJsonObject } from 'graphql-scalars';

const bad = (message: string) => new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } });

function readDay(value: unknown): KernelDay {
  try {
    return day(String(value));
  } catch (error) {
    if (error instanceof Refusal) throw bad('A day is written YYYY-MM-DD.');
    throw error;
  }
}

/** A calendar day. */
export const Day = new GraphQLScalarType<KernelDay, string>({
  name: 'Day',
  description: 'A calendar day in the network\'s zone, YYYY-MM-DD, such as 2026-05-01; from 1900 through 9999.',
  serialize: (value) => String(value),
  parseValue: readDay,
  parseLiteral: (node) => readDay(node.kind === Kind.STRING ? node.value : ''),
});

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)$/;

function readInstant(value: unknown): Date {
  const read = typeof value === 'string' && instant.test(value) ? new Date(value) : null;
  if (!read || Number.isNaN(read.getTime())) throw bad('An instant is written like 2026-05-01T08:30:00Z, with its offset.');
  return read;
}

/** An instant. */
export const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'An instant in ISO 8601 with its offset, such as 2026-05-01T08:30:00Z; answers are in UTC, with milliseconds.',
  serialize: (value) => (value instanceof Date ? value : new Date(String(value))).toISOString(),
  parseValue: readInstant,
  parseLiteral: (node) => readInstant(node.kind === Kind.STRING ? node.value : null),
});

/** An object whose fields depend on the case. */
export const GraphQLJSONObject = new GraphQLScalarType({
  ...SharedJsonObject.toConfig(),
  description: 'A JSON object whose fields depend on the case; each use says which.',
  specifiedByURL: null,
});
