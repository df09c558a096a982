import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import { isObjectType } from 'graphql';
import type { MercuriusLoaders } from 'mercurius';
import { fieldAllowanceOf, mustSee, type FieldAllowance } from './allow-field.js';
import type { DoorContext } from './context.js';
import type { InputPipe } from './input.pipe.js';
import { loadFieldKey } from './load-field.js';
import type { ResolverMethod } from './resolvers.js';

interface Asked {
  readonly obj: object;
  readonly params: Record<string, unknown>;
}

/** Mercurius' loaders of every @LoadField; each is called once for all parents of its field with the same arguments. */
export function loadersOf(methods: readonly ResolverMethod[], pipe: InputPipe): MercuriusLoaders {
  const loaders: Record<string, Record<string, unknown>> = {};
  for (const found of methods.filter(({ method }) => Reflect.getMetadata(loadFieldKey, method))) {
    const load = loaderOf(found, fieldAllowanceOf(found.method)!, pipe);
    // Kept for the batch only: what Mercurius would keep longer it keeps by the text of the whole row.
    (loaders[found.type] ??= {})[found.field] = { loader: load, opts: { cache: false } };
  }
  return loaders as MercuriusLoaders;
}

function loaderOf({ instance, method, where }: ResolverMethod, allowance: FieldAllowance, pipe: InputPipe) {
  const paramTypes = (Reflect.getMetadata('design:paramtypes', instance.constructor.prototype as object, where.split('.')[1]!) ?? []) as (new () => object)[];
  return async (asked: readonly Asked[], { operation }: DoorContext): Promise<unknown[]> => {
    mustSee(allowance, operation);
    const tx = await operation.tx();
    const answers: unknown[] = [];
    for (const group of groupsOf(asked)) {
      const given = asked[group[0]!]!.params;
      const args: unknown = paramTypes[2] ? await pipe.transform(given, { type: 'body', metatype: paramTypes[2] }) : given;
      const loaded = (await method.call(instance, group.map((i) => asked[i]!.obj), { tx, caller: operation.caller }, args)) as unknown[];
      if (!Array.isArray(loaded) || loaded.length !== group.length) throw new Error(`${where} did not answer one value for each parent.`);
      group.forEach((i, n) => (answers[i] = loaded[n]));
    }
    return answers;
  };
}

/** Which of the questions came with the same arguments; under an alias a field may be asked for twice. */
function groupsOf(asked: readonly Asked[]): number[][] {
  const groups = new Map<string, number[]>();
  asked.forEach(({ params }, i) => {
    const key = JSON.stringify(params);
    const group = groups.get(key);
    if (group) group.push(i);
    else groups.set(key, [i]);
  });
  return [...groups.values()];
}

/** Puts the permission of every plain @ResolveField before it. */
export function guardFields(schema: GraphQLSchema, methods: readonly ResolverMethod[]): void {
  for (const { kind, type, field, method } of methods) {
    const allowance = fieldAllowanceOf(method);
    if (kind !== 'field' || !allowance || allowance === 'parent' || Reflect.getMetadata(loadFieldKey, method)) continue;
    const owner = schema.getType(type);
    const target = isObjectType(owner) ? owner.getFields()[field] : undefined;
    if (!target?.resolve) throw new Error(`The field ${type}.${field} cannot be guarded.`);
    const resolve: GraphQLFieldResolver<unknown, DoorContext> = target.resolve;
    target.resolve = (source, args, context: DoorContext, info) => {
      mustSee(allowance, context.operation);
      return resolve(source, args, context, info) as unknown;
    };
  }
}
