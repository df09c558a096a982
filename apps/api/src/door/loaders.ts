import { isObjectType, type GraphQLField, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import { fieldAllowanceOf, mustSee, type FieldAllowance } from './allow-field.js';
import type { DoorContext } from './context.js';
import type { InputPipe } from './input.pipe.js';
import { loadFieldKey } from './load-field.js';
import type { Operation } from './operation.js';
import type { ResolverMethod } from './resolvers.js';

type Values = Readonly<Record<string, unknown>>;
type Load = (parents: readonly object[], context: DoorContext, args: Values) => Promise<readonly unknown[]>;

/** The parents of one field that were asked with the same arguments, until they are loaded together. */
interface Batch {
  readonly parents: object[];
  readonly loaded: Promise<readonly unknown[]>;
}

/** Has every @LoadField called once for all parents of its field with the same arguments. */
export function loadFields(schema: GraphQLSchema, methods: readonly ResolverMethod[], pipe: InputPipe): void {
  for (const found of methods.filter(({ method }) => Reflect.getMetadata(loadFieldKey, method))) {
    fieldOf(schema, found).resolve = gathered(loadOf(found, fieldAllowanceOf(found.method)!, pipe));
  }
}

/** Mercurius' own loaders do the same, but tell parents apart by the text of their whole rows. */
function gathered(load: Load): GraphQLFieldResolver<unknown, DoorContext, Values> {
  const open = new WeakMap<Operation, Map<string, Batch>>();
  return async (parent, args, context) => {
    const batches = open.get(context.operation) ?? new Map<string, Batch>();
    open.set(context.operation, batches);
    const key = JSON.stringify(args);
    const batch = batches.get(key) ?? begin((parents) => {
      batches.delete(key);
      return load(parents, context, args);
    });
    batches.set(key, batch);
    const place = batch.parents.push(parent as object) - 1;
    return (await batch.loaded)[place];
  };
}

/** Whoever else resolves before the next tick still joins. */
function begin(load: (parents: readonly object[]) => Promise<readonly unknown[]>): Batch {
  const parents: object[] = [];
  const loaded = new Promise<void>((resolve) => process.nextTick(resolve)).then(() => load(parents));
  return { parents, loaded };
}

function loadOf({ instance, method, where }: ResolverMethod, allowance: FieldAllowance, pipe: InputPipe): Load {
  const paramTypes = (Reflect.getMetadata('design:paramtypes', instance.constructor.prototype as object, where.split('.')[1]!) ?? []) as (new () => object)[];
  return async (parents, { operation }, given) => {
    mustSee(allowance, operation);
    const tx = await operation.tx();
    const args: unknown = paramTypes[2] ? await pipe.transform(given, { type: 'body', metatype: paramTypes[2] }) : given;
    const loaded = (await method.call(instance, parents, { tx, caller: operation.caller }, args)) as unknown[];
    if (!Array.isArray(loaded) || loaded.length !== parents.length) throw new Error(`${where} did not answer one value for each parent.`);
    return loaded;
  };
}

/** Puts the permission of every plain @ResolveField before it. */
export function guardFields(schema: GraphQLSchema, methods: readonly ResolverMethod[]): void {
  for (const { kind, type, field, method } of methods) {
    const allowance = fieldAllowanceOf(method);
    if (kind !== 'field' || !allowance || allowance === 'parent' || Reflect.getMetadata(loadFieldKey, method)) continue;
    const target = fieldOf(schema, { type, field });
    if (!target.resolve) throw new Error(`The field ${type}.${field} cannot be guarded.`);
    const resolve: GraphQLFieldResolver<unknown, DoorContext> = target.resolve;
    target.resolve = (source, args, context: DoorContext, info) => {
      mustSee(allowance, context.operation);
      return resolve(source, args, context, info) as unknown;
    };
  }
}

function fieldOf(schema: GraphQLSchema, { type, field }: Pick<ResolverMethod, 'type' | 'field'>): GraphQLField<unknown, DoorContext> {
  const owner = schema.getType(type);
  const found = isObjectType(owner) ? owner.getFields()[field] : undefined;
  if (!found) throw new Error(`There is no field ${type}.${field}.`);
  return found;
}
