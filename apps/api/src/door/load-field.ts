import type { MemberTx } from '@app/database';
import type { Caller } from '@app/kernel';
import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ResolveField, type ReturnTypeFunc } from '@nestjs/graphql';
import { AllowField, type FieldAllowance } from './allow-field.js';

/** What a loader works with: the operation's one read transaction, and its caller. */
export interface Loading {
  readonly tx: MemberTx;
  readonly caller: Caller;
}

export interface LoadedField {
  readonly description: string;
  readonly allow: FieldAllowance;
  readonly nullable?: boolean;
}

export const loadFieldKey = Symbol('load-field');

/**
 * A field loaded for all parents at once: the method gets them as a list, and answers a list in the same order. One
 * statement serves them all, however many there are.
 */
export function LoadField(name: string, type: ReturnTypeFunc, { description, allow, nullable = false }: LoadedField): MethodDecorator {
  if (allow !== 'parent' && !nullable) throw new Error(`The field ${name} may be forbidden, so it must be nullable.`);
  return applyDecorators(
    ResolveField(name, type, { description, nullable }) as MethodDecorator,
    allow === 'parent' ? AllowField.asParent : AllowField(allow),
    SetMetadata(loadFieldKey, true),
  );
}

/** The rows in the order of the keys, null where there is none. */
export function inOrder<Key, Row>(keys: readonly Key[], rows: readonly Row[], keyOf: (row: Row) => Key): (Row | null)[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => byKey.get(key) ?? null);
}

/** All rows of each key, in the order of the keys; rows keep their own order. */
export function groupedInOrder<Key, Row>(keys: readonly Key[], rows: readonly Row[], keyOf: (row: Row) => Key): Row[][] {
  const byKey = new Map<Key, Row[]>();
  for (const row of rows) {
    const group = byKey.get(keyOf(row));
    if (group) group.push(row);
    else byKey.set(keyOf(row), [row]);
  }
  return keys.map((key) => byKey.get(key) ?? []);
}
