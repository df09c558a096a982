import type { Caller } from '@app/kernel';

/** Whoever acts: a person, a key, or null for the worker. */
export const actorOf = (caller: Caller): string | null => caller.personId ?? caller.apiKeyId;

/** In which capacity: the first of their roles. */
export const roleOf = (caller: Caller): string => caller.roles[0] ?? (caller.personId ? 'person' : caller.apiKeyId ? 'integrator' : 'system');
