import { permissions, roles, type Permission, type RoleName } from '@app/access';
import { registerEnumType } from '@nestjs/graphql';

const upper = (name: string) => name.replace(/\W/g, '_').toUpperCase();
const byUpperName = <Name extends string>(names: readonly Name[]) => Object.fromEntries(names.map((name) => [upper(name), name]));

const roleNames = Object.keys(roles) as RoleName[];

/** The roles of the rulebook, as GraphQL names them. */
export const Role = byUpperName(roleNames);
registerEnumType(Role, {
  name: 'Role',
  description: 'What a person is in a network (角色); each grants permissions. Some stand in the rulebook only and are given to nobody who logs in.',
  valuesMap: Object.fromEntries(roleNames.map((name) => [upper(name), { description: `${roles[name].rule}: ${roles[name].en} ${roles[name].zh}.` }])),
});

/** The permissions, as GraphQL names them. */
export const PermissionName = byUpperName(permissions);
registerEnumType(PermissionName, {
  name: 'Permission',
  description: 'What may be done (权限). People have them by their roles, API keys by their scopes.',
  valuesMap: Object.fromEntries(permissions.map((name) => [upper(name), { description: `${name}. ${grantedBy(name)}` }])),
});

function grantedBy(permission: Permission): string {
  const holders = roleNames.filter((name) => (roles[name].may as readonly string[]).includes(permission));
  return holders.length > 0 ? `Granted by ${holders.map((name) => `${roles[name].en} ${roles[name].zh}`).join(', ')}.` : 'Granted by no role.';
}
