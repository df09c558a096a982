import {
  getNamedType, isLeafType, isListType, isNonNullType, isObjectType, isRequiredArgument, type GraphQLField, type GraphQLNamedType, type GraphQLObjectType, type GraphQLOutputType, type GraphQLSchema,
} from 'graphql';

type Field = GraphQLField<unknown, unknown>;

/** One way from a list of Query down to one field, by fields that need nothing given. */
export interface Chain {
  /** The field that is asked about, such as `Fund.member`; all fields without a selection are asked about together. */
  readonly place: string;
  readonly steps: readonly Field[];
  /** The document, with pages of so many. */
  readonly query: (first: number) => string;
}

const fieldsOf = (field: Field) => (shapeOf(field) as GraphQLObjectType).getFields() as Record<string, Field>;

/** The way to the rows of a list: a connection's stand below its edges. */
function rowsOf(root: Field): Field[] {
  const { edges } = fieldsOf(root);
  return edges && isConnection(root) ? [root, edges, fieldsOf(edges).node!] : [root];
}

const isConnection = (field: Field): boolean => shapeOf(field).name.endsWith('Connection');
const isList = (type: GraphQLOutputType): boolean => isListType(isNonNullType(type) ? type.ofType : type);
const shapeOf = (field: Field): GraphQLNamedType => getNamedType(field.type);
const goesOn = (field: Field): boolean => isObjectType(shapeOf(field)) && !field.args.some(isRequiredArgument);

/** Every list that stands directly below Query, connections among them. */
export function rootLists(schema: GraphQLSchema): Field[] {
  return Object.values(schema.getQueryType()!.getFields()).filter((field) => goesOn(field) && (isList(field.type) || isConnection(field)));
}

/** From each list of Query the shortest way to every field below it: read from the schema, so that a new one is among them. */
export function chainsOf(schema: GraphQLSchema): Chain[] {
  return rootLists(schema).flatMap((root) => {
    const first = rowsOf(root);
    const queue: { readonly type: GraphQLObjectType; readonly steps: readonly Field[] }[] = [{ type: shapeOf(first.at(-1)!) as GraphQLObjectType, steps: first }];
    const seen = new Set<string>();
    const counted = first.length > 1 ? 'totalCount pageInfo { hasNextPage }' : '';
    const chains: Chain[] = [{ place: `Query.${root.name}`, steps: first, query: written(first, '__typename', counted) }];
    for (let next = queue.shift(); next; next = queue.shift()) {
      const { type, steps } = next;
      if (seen.has(type.name)) continue;
      seen.add(type.name);
      const fields = Object.values(type.getFields()) as Field[];
      const leaves = fields.filter((field) => isLeafType(shapeOf(field)) && !field.args.some(isRequiredArgument));
      chains.push({ place: `${type.name}, its values`, steps, query: written(steps, ['__typename', ...leaves.map(({ name }) => name)].join(' ')) });
      for (const field of fields.filter(goesOn)) {
        const further = [...steps, field];
        chains.push({ place: `${type.name}.${field.name}`, steps: further, query: written(further, '__typename') });
        queue.push({ type: shapeOf(field) as GraphQLObjectType, steps: further });
      }
    }
    return chains;
  });
}

/** The document of a chain; `beside` is asked for of the list itself. */
function written(steps: readonly Field[], inner: string, beside = ''): Chain['query'] {
  const paged = (field: Field, first: number) => (field.args.some(({ name }) => name === 'first') ? `(first: ${first})` : '');
  return (first) => `{ ${steps.reduceRight((text, field, i) => `${field.name}${paged(field, first)} { ${i === 0 ? beside : ''} ${text} }`, inner)} }`;
}

/** How many values stand in an answer where a chain's steps lead. */
export function reached(data: unknown, steps: readonly Field[]): number {
  const below = (values: unknown[], { name }: Field): unknown[] =>
    values.flatMap((value) => [(value as Record<string, unknown>)[name]].flat()).filter((value) => value !== null && value !== undefined);
  return steps.reduce(below, [data ?? {}]).length;
}
