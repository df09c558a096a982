import { type Permission, permissions } from '@app/access';
import { SetMetadata } from '@nestjs/common';

/** Who may use an operation. */
export type Allowance =
  | { readonly who: 'permitted'; readonly permission: Permission }
  | { readonly who: 'signedIn' | 'anyone' | 'platform' };

export const allowKey = Symbol('allow');

const known: readonly string[] = permissions;

function permitted(permission: Permission): MethodDecorator {
  if (!known.includes(permission)) throw new Error(`There is no permission ${permission}.`);
  return SetMetadata<symbol, Allowance>(allowKey, { who: 'permitted', permission });
}

/** Says who may use an operation: holders of a permission, whoever is signed in, anyone, or the platform's key. */
export const Allow = Object.assign(permitted, {
  signedIn: SetMetadata<symbol, Allowance>(allowKey, { who: 'signedIn' }) as MethodDecorator,
  anyone: SetMetadata<symbol, Allowance>(allowKey, { who: 'anyone' }) as MethodDecorator,
  platform: SetMetadata<symbol, Allowance>(allowKey, { who: 'platform' }) as MethodDecorator,
});

export function allowanceOf(method: object): Allowance | undefined {
  return Reflect.getMetadata(allowKey, method) as Allowance | undefined;
}
