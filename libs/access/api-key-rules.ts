import type { Caller } from '@app/kernel';
import { refuseKernel } from '@app/kernel';
import { permissions, type Permission } from './permissions.js';
import { refuse } from './refusals.js';

/** How long a key may be good for, from when it is made; and how long a replaced one may still work. */
export const apiKeyLimits = { days: 366, overlapHours: 168 } as const;

// With these a key could make itself a successor that outlives it, or a person who may do more than it.
const forPeopleOnly: readonly Permission[] = ['api_key.manage', 'people.invite'];

const isPermission = (name: string): name is Permission => (permissions as readonly string[]).includes(name);

/** The scopes as a key may hold them, each once: what its maker holds, and nothing that makes keys or people. */
export function grantableScopes(caller: Caller, names: readonly string[], field = 'scopes'): Permission[] {
  if (names.length === 0) throw refuse('SCOPES_EMPTY', {}, field);
  return [...new Set(names)].map((scope) => {
    if (!isPermission(scope)) throw refuse('SCOPE_UNKNOWN', { scope: scope.slice(0, 60) }, field);
    if (forPeopleOnly.includes(scope)) throw refuse('SCOPE_NOT_FOR_KEYS', { scope }, field);
    if (!caller.permissions.has(scope)) throw refuse('SCOPE_NOT_HELD', { scope }, field);
    return scope;
  });
}

/** Refuses an end that has passed or that lies more than a year ahead. */
export function checkExpiry(wallAt: Date, expiresAt: Date, field = 'expiresAt'): void {
  const latest = new Date(wallAt.getTime() + apiKeyLimits.days * 86_400_000);
  // Written so that an invalid date, which compares with nothing, is out of range too.
  if (!(expiresAt > wallAt && expiresAt <= latest)) throw refuse('EXPIRY_OUT_OF_RANGE', { latest: latest.toISOString() }, field);
}

/** A key's name as it is kept. */
export function keyName(text: string): string {
  const name = text.trim();
  if (name.length < 1 || name.length > 100) throw refuseKernel('INVALID_INPUT', { problem: 'name' }, 'name');
  return name;
}

/** Refuses an overlap that is no whole number of hours within a week. */
export function checkOverlap(hours: number): void {
  const allowed = Number.isInteger(hours) && hours >= 0 && hours <= apiKeyLimits.overlapHours;
  if (!allowed) throw refuseKernel('INVALID_INPUT', { problem: 'overlapHours' }, 'overlapHours');
}
