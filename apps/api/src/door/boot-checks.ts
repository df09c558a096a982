import { getNamedType, isEnumType, isInputObjectType, isInterfaceType, isIntrospectionType, isObjectType, isSpecifiedScalarType, type GraphQLSchema } from 'graphql';
import { fieldAllowanceOf } from './allow-field.js';
import { allowanceOf } from './allow.js';
import { nodeTypes } from './node.js';
import type { ResolverMethod } from './resolvers.js';

/** What is wrong with the API as it was written; the process does not boot while there is anything. */
export function problemsOf(schema: GraphQLSchema, methods: readonly ResolverMethod[]): string[] {
  return [...unallowed(methods), ...undescribed(schema), ...payloadless(schema), ...unreachable(schema)];
}

/** Every operation says who may, and every field with a resolver of its own who sees it. */
function unallowed(methods: readonly ResolverMethod[]): string[] {
  return methods.flatMap(({ kind, method, where }) => {
    if (kind === 'operation') return allowanceOf(method) ? [] : [`${where} lacks @Allow`];
    return fieldAllowanceOf(method) ? [] : [`${where} lacks @AllowField`];
  });
}

/** Everything that a caller sees says what it means. */
function undescribed(schema: GraphQLSchema): string[] {
  const lacking: string[] = [];
  const need = (what: string, description: string | null | undefined) => void (description?.trim() || lacking.push(`${what} lacks a description`));
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
    if (!['Query', 'Mutation', 'Subscription'].includes(type.name)) need(type.name, type.description);
    if (isEnumType(type)) for (const value of type.getValues()) need(`${type.name}.${value.name}`, value.description);
    if (isInputObjectType(type)) for (const field of Object.values(type.getFields())) need(`${type.name}.${field.name}`, field.description);
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      need(`${type.name}.${field.name}`, field.description);
      for (const arg of field.args) need(`${type.name}.${field.name}(${arg.name})`, arg.description);
    }
  }
  return lacking;
}

/** Every mutation answers a payload, so that a refusal has where to go. */
function payloadless(schema: GraphQLSchema): string[] {
  return Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap(({ name, type }) => {
    const payload = getNamedType(type);
    const fields = isObjectType(payload) ? payload.getFields() : {};
    return ['errors', 'replayed', 'preview'].every((needed) => needed in fields) ? [] : [`the mutation ${name} does not answer a Payload`];
  });
}

/** Whatever says that it is a Node is found by its id. */
function unreachable(schema: GraphQLSchema): string[] {
  const known = nodeTypes();
  return Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node') && !known.has(type.name) ? [`${type.name} is a Node without nodeOf()`] : [],
  );
}
