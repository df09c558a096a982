export { isRole, permissions, permissionsOf, roles, type Permission, type Role, type RoleName } from './permissions.js';
export type { Standing } from './standing.js';
