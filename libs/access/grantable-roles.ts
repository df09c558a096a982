import type { Caller } from '@app/kernel';
import { isRole, roles as allRoles, type RoleName } from './permissions.js';
import { refuse } from './refusals.js';

/**
 * The roles as they may be granted together, each once; refused where one is unknown, held by nobody, or of the other
 * side: with a member only a member's roles go, without one only the operator's.
 */
export function grantableRoles(names: readonly string[], memberId: string | null, field = 'roles'): RoleName[] {
  if (names.length === 0) throw refuse('ROLES_EMPTY', {}, field);
  return [...new Set(names)].map((role) => {
    if (!isRole(role)) throw refuse('ROLE_UNKNOWN', { role: role.slice(0, 60) }, field);
    const { of } = allRoles[role];
    if (of === 'nobody') throw refuse('ROLE_NOT_GRANTABLE', { role }, field);
    if (of === 'member' && memberId === null) throw refuse('ROLE_NEEDS_MEMBER', { role }, 'memberId');
    if (of === 'operator' && memberId !== null) throw refuse('ROLE_FORBIDS_MEMBER', { role }, 'memberId');
    return role;
  });
}

/** Refuses a caller who may not say what others may do. The door asks too; roles are not left to one lock. */
export function mustGrant(caller: Caller): void {
  if (!caller.permissions.has('people.invite')) throw refuse('MAY_NOT_GRANT');
}
