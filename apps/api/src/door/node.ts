import type { Permission } from '@app/access';
import type { MemberTx } from '@app/database';
import { parseId, type Caller, type IdKind } from '@app/kernel';
import { Inject, type Abstract, type Type } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { Args, Context, Field, ID, InterfaceType, Query, Resolver, TypeMetadataStorage } from '@nestjs/graphql';
import { Allow } from './allow.js';
import { By } from './by.js';
import type { DoorContext } from './context.js';
import type { Operation } from './operation.js';

const nodeType = Symbol('node-type');

@InterfaceType('Node', {
  description: 'Whatever has an id of its own.',
  resolveType: (row: { [nodeType]?: string }) => row[nodeType],
})
export abstract class Node {
  @Field(() => ID, { description: 'Its id, with a prefix that says what it is.' })
  id!: string;
}

/** What a kind needs besides the tx: the operation, and what the application provides. */
interface NodeMeans {
  readonly operation: Operation;
  readonly provided: <T>(token: Abstract<T>) => T;
}

interface NodeKind {
  readonly type: () => Type;
  readonly allow: Permission;
  readonly load: (tx: MemberTx, id: string, means: NodeMeans) => Promise<object | null>;
}

const kinds = new Map<IdKind, NodeKind>();

/** Makes rows of a kind reachable by `node(id)`. */
export function nodeOf(kind: IdKind, how: NodeKind): void {
  if (kinds.has(kind)) throw new Error(`Two types are found by ids of ${kind}.`);
  kinds.set(kind, how);
}

@Resolver(() => Node)
export class NodeResolver {
  constructor(@Inject(ModuleRef) private readonly modules: ModuleRef) {}

  @Allow.signedIn
  @Query(() => Node, { nullable: true, description: 'Anything by its id; null when it is missing, of another network, or not the caller\'s to see.' })
  async node(
    @By() caller: Caller,
    @Context() { operation }: DoorContext,
    @Args('id', { type: () => ID, description: 'The id of anything.' }) shown: string,
  ): Promise<object | null> {
    const parsed = parseId(shown);
    const kind = parsed && kinds.get(parsed.kind);
    if (!parsed || !kind || !caller.permissions.has(kind.allow)) return null;
    const row = await kind.load(await operation.tx(), parsed.id, { operation, provided: (token) => this.modules.get(token, { strict: false }) });
    return row && { ...row, [nodeType]: typeNameOf(kind.type()) };
  }
}

/** The types whose rows `node(id)` finds. */
export const nodeTypes = (): ReadonlySet<string> => new Set([...kinds.values()].map(({ type }) => typeNameOf(type())));

function typeNameOf(type: Type): string {
  return TypeMetadataStorage.getObjectTypeMetadataByTarget(type)?.name ?? type.name;
}
