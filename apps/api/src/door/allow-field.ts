import { type Permission, permissions } from '@app/access';
import { SetMetadata } from '@nestjs/common';
import type { Operation } from './operation.js';
import { Fault } from './fault.js';

/** Who sees a field that is loaded for itself: holders of a permission, or whoever sees its parent. */
export type FieldAllowance = Permission | 'parent';

export const allowFieldKey = Symbol('allow-field');

const known: readonly string[] = permissions;

function permitted(permission: Permission): MethodDecorator {
  if (!known.includes(permission)) throw new Error(`There is no permission ${permission}.`);
  return SetMetadata<symbol, FieldAllowance>(allowFieldKey, permission);
}

/**
 * Says who sees a field with a resolver of its own, since guards stand before operations only. Without the permission
 * the field is null, and the answer carries one FORBIDDEN error for it.
 */
export const AllowField = Object.assign(permitted, {
  asParent: SetMetadata<symbol, FieldAllowance>(allowFieldKey, 'parent') as MethodDecorator,
});

/** Refuses the field to whom it is not allowed. */
export function mustSee(allowance: FieldAllowance, operation: Operation): void {
  if (allowance !== 'parent' && !operation.caller.permissions.has(allowance)) throw new Fault('FORBIDDEN');
}

export function fieldAllowanceOf(method: object): FieldAllowance | undefined {
  return Reflect.getMetadata(allowFieldKey, method) as FieldAllowance | undefined;
}
