import {
  getNamedType, isEnumType, isInputObjectType, isInterfaceType, isLeafType, isListType, isNonNullType, isObjectType, isRequiredArgument,
  type GraphQLArgument, type GraphQLField, type GraphQLInputType, type GraphQLNamedType, type GraphQLSchema,
} from 'graphql';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
export type Given = Readonly<Record<string, Json>>;
export type Path = readonly (string | number)[];

/** A field that takes arguments or is an operation, such as `Mutation.callFund` or `Fund.history`. */
export interface Place {
  readonly name: string;
  readonly owner: string;
  readonly field: GraphQLField<unknown, unknown>;
}

const roots = ['Query', 'Mutation', 'Subscription'];

/** Every operation, and every field of a type that takes arguments: read from the schema, so that a new one is among them. */
export function placesOf(schema: GraphQLSchema): Place[] {
  return Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && !type.name.startsWith('__')).flatMap((owner) =>
    Object.values(isObjectType(owner) ? owner.getFields() : {})
      .filter((field) => roots.includes(owner.name) || field.args.length > 0)
      .map((field) => ({ name: `${owner.name}.${field.name}`, owner: owner.name, field: field as GraphQLField<unknown, unknown> })));
}

export const isOperation = ({ owner }: Place): boolean => roots.includes(owner);

/** One value that a caller gives: where it stands, and its type. */
export interface Slot {
  readonly path: Path;
  readonly type: GraphQLInputType;
}

/** Every value of the arguments, however deep; of a list its first. */
export function slotsOf(args: readonly GraphQLArgument[]): Slot[] {
  return args.flatMap((arg) => slotsBelow(arg.type, [arg.name]));
}

function slotsBelow(type: GraphQLInputType, path: Path): Slot[] {
  const bare = isNonNullType(type) ? (type.ofType as GraphQLInputType) : type;
  const own = [{ path, type }];
  if (isListType(bare)) return [...own, ...slotsBelow(bare.ofType as GraphQLInputType, [...path, 0])];
  if (!isInputObjectType(bare)) return own;
  return [...own, ...Object.values(bare.getFields()).flatMap((field) => slotsBelow(field.type, [...path, field.name]))];
}

export const idSlotsOf = (place: Place): Slot[] => slotsOf(place.field.args).filter(({ type }) => bareName(type) === 'ID');

const bareName = (type: GraphQLInputType): string | null => {
  const bare = isNonNullType(type) ? (type.ofType as GraphQLInputType) : type;
  return isListType(bare) ? null : getNamedType(bare).name;
};

export function at(given: Given, path: Path): Json | undefined {
  return path.reduce<Json | undefined>((value, step) => (typeof value === 'object' && value !== null ? (value as Record<string | number, Json>)[step] : undefined), given);
}

/** The same, with another value at that place; objects and lists on the way are made where they lack. */
export function withAt(given: Given, path: Path, value: unknown): Given {
  const [step, ...rest] = path;
  if (step === undefined) return value as Given;
  const copy: Record<string | number, unknown> = Array.isArray(given) ? ([...given] as never) : { ...given };
  copy[step] = withAt((copy[step] ?? (typeof rest[0] === 'number' ? [] : {})) as Given, rest, value);
  return copy as Given;
}

/** Values that fit the types and mean nothing: enough for the question who is let in at all. */
export function hollow(args: readonly GraphQLArgument[]): Given {
  return Object.fromEntries(args.filter(isRequiredArgument).map(({ name, type }) => [name, hollowOf(type)]));
}

function hollowOf(type: GraphQLInputType): Json {
  const bare = isNonNullType(type) ? (type.ofType as GraphQLInputType) : type;
  if (isListType(bare)) return [];
  if (isEnumType(bare)) return bare.getValues()[0]!.name;
  if (!isInputObjectType(bare)) return { Int: 0, Boolean: false, Day: '2026-01-01', DateTime: '2026-01-01T00:00:00Z', JSONObject: {} }[getNamedType(bare).name] ?? '';
  const fields = Object.values(bare.getFields());
  const needed = fields.filter((field) => isNonNullType(field.type) && field.defaultValue === undefined);
  const values: Record<string, Json> = Object.fromEntries(needed.map((field) => [field.name, hollowOf(field.type)]));
  return fields.some(({ name }) => name === 'validateOnly') ? { ...values, validateOnly: true } : values;
}

/** Everything that an object shows, as deep as that; fields that must be given something are left out. */
export function selection(schema: GraphQLSchema, type: GraphQLNamedType, depth: number, prefix = ''): string {
  if (isLeafType(type)) return '';
  if (isInterfaceType(type) && type.name === 'Node') {
    const each = schema.getPossibleTypes(type).map((one) => `... on ${one.name} { ${fieldsOf(schema, one, depth, `${one.name}_`)} }`);
    return `{ __typename id ${each.join(' ')} }`;
  }
  return `{ ${fieldsOf(schema, type, depth, prefix)} }`;
}

function fieldsOf(schema: GraphQLSchema, type: GraphQLNamedType, depth: number, prefix: string): string {
  const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
  const shown = fields.filter((field) => !field.args.some(isRequiredArgument)).flatMap((field) => {
    const of = getNamedType(field.type);
    if (!isLeafType(of) && depth === 0) return [];
    return [`${prefix ? `${prefix}${field.name}: ` : ''}${field.name} ${selection(schema, of, depth - 1)}`];
  });
  return ['__typename', ...shown].join(' ');
}

/** The document that calls a place with all its arguments as variables, and shows what comes of it as deep as that. */
export function documentOf(schema: GraphQLSchema, place: Place, given: Given, depth = 3): string {
  const args = place.field.args.filter(({ name }) => name in given);
  const declared = args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const passed = args.map(({ name }) => `${name}: $${name}`).join(', ');
  const call = `${place.field.name}${passed ? `(${passed})` : ''} ${selection(schema, getNamedType(place.field.type), depth)}`;
  const kind = place.owner === 'Mutation' ? 'mutation' : 'query';
  return `${kind}${declared ? `(${declared})` : ''} { ${isOperation(place) ? call : wayTo(schema, place.owner, call)} }`;
}

/** One field on the way to another. */
export interface Step {
  readonly type: string;
  readonly field: string;
}

const wayTo = (schema: GraphQLSchema, owner: string, inner: string): string =>
  stepsTo(schema, owner).reduceRight((text, { field }) => `${field} { ${text} }`, inner);

/** The shortest way from a query to objects of a type, by fields that need nothing given. */
export function stepsTo(schema: GraphQLSchema, owner: string): readonly Step[] {
  const queue: { readonly type: GraphQLNamedType; readonly steps: readonly Step[] }[] = [{ type: schema.getQueryType()!, steps: [] }];
  const seen = new Set<string>();
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { type, steps } = next;
    if (type.name === owner) return steps;
    if (seen.has(type.name) || !isObjectType(type)) continue;
    seen.add(type.name);
    for (const field of Object.values(type.getFields())) {
      if (!field.args.some(isRequiredArgument)) queue.push({ type: getNamedType(field.type), steps: [...steps, { type: type.name, field: field.name }] });
    }
  }
  throw new Error(`No query leads to ${owner}.`);
}
