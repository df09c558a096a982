import { ModulesContainer } from '@nestjs/core';

// Nest's own words for what its decorators leave on a method or a class; it exports no names for them.
const typeKey = 'graphql:resolver_type';
const nameKey = 'graphql:resolver_name';
const propertyKey = 'graphql:resolve_property';

/** A method that GraphQL may call: an operation, or a field of a type. */
export interface ResolverMethod {
  readonly kind: 'operation' | 'field';
  /** Query, Mutation or Subscription; or the type whose field it is. */
  readonly type: string;
  readonly field: string;
  readonly instance: object;
  readonly method: (...given: unknown[]) => unknown;
  readonly where: string;
}

/** Every resolver method of every module, so that what must be said of each can be checked at boot. */
export function resolverMethods(modules: ModulesContainer): ResolverMethod[] {
  const instances = [...modules.values()].flatMap((module) => [...module.providers.values()]).map((wrapper) => wrapper.instance as unknown);
  return [...new Set(instances)].filter((one): one is object => typeof one === 'object' && one !== null).flatMap(methodsOf);
}

function methodsOf(instance: object): ResolverMethod[] {
  const prototype = Object.getPrototypeOf(instance) as object | null;
  if (!prototype || prototype === Object.prototype) return [];
  return namesOf(prototype).flatMap((name) => {
    const method = methodAt(prototype, name);
    if (!method) return [];
    const operation = Reflect.getMetadata(typeKey, method) as string | undefined;
    const isField = Reflect.getMetadata(propertyKey, method) === true;
    if (!operation && !isField) return [];
    const type = operation ?? (Reflect.getMetadata(typeKey, instance.constructor) as string);
    const field = (Reflect.getMetadata(nameKey, method) as string | undefined) ?? name;
    return [{ kind: isField ? 'field' : 'operation', type, field, instance, method, where: `${instance.constructor.name}.${name}` } as const];
  });
}

function namesOf(prototype: object): string[] {
  const names = new Set<string>();
  for (let at: object | null = prototype; at && at !== Object.prototype; at = Object.getPrototypeOf(at) as object | null) {
    for (const name of Object.getOwnPropertyNames(at)) if (name !== 'constructor') names.add(name);
  }
  return [...names];
}

function methodAt(prototype: object, name: string): ResolverMethod['method'] | null {
  for (let at: object | null = prototype; at; at = Object.getPrototypeOf(at) as object | null) {
    const found = Object.getOwnPropertyDescriptor(at, name);
    if (found) return typeof found.value === 'function' ? (found.value as ResolverMethod['method']) : null;
  }
  return null;
}
