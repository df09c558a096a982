import {
  astFromValue, isInputObjectType, isInputType, isListType, isNonNullType, typeFromAST, valueFromASTUntyped, type GraphQLInputType, type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

type Values = Readonly<Record<string, unknown>>;

/**
 * Writes the defaults of input fields into the variables, as a caller would have. GraphQL does so itself, but a compiled
 * query takes a field that is left out for missing, whatever default it has.
 */
export function withInputDefaults(schema: GraphQLSchema, operation: OperationDefinitionNode, variables: Values): Values {
  const filled = { ...variables };
  for (const { variable, type: node } of operation.variableDefinitions ?? []) {
    const type = typeFromAST(schema, node as never) as GraphQLInputType | undefined;
    const name = variable.name.value;
    if (type && isInputType(type) && Object.hasOwn(filled, name)) filled[name] = fill(type, filled[name]);
  }
  return filled;
}

function fill(type: GraphQLInputType, value: unknown): unknown {
  if (isNonNullType(type)) return fill(type.ofType as GraphQLInputType, value);
  if (isListType(type)) return Array.isArray(value) ? value.map((one) => fill(type.ofType as GraphQLInputType, one)) : value;
  if (!isInputObjectType(type) || typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const given = value as Values;
  const filled: Record<string, unknown> = { ...given };
  for (const field of Object.values(type.getFields())) {
    if (Object.hasOwn(given, field.name)) filled[field.name] = fill(field.type, given[field.name]);
    else if (field.defaultValue !== undefined) filled[field.name] = asWritten(field.defaultValue, field.type);
  }
  return filled;
}

/** The default as a caller would write it: an enum by its name, an amount as text. */
function asWritten(value: unknown, type: GraphQLInputType): unknown {
  const node = astFromValue(value, type);
  return node ? valueFromASTUntyped(node) : undefined;
}
