import type { Caller } from '@app/kernel';

/** Who it is that brought, attached or withdrew a file: a person, or an API key. */
export const actorOf = ({ personId, apiKeyId }: Caller): string => (personId ?? apiKeyId)!;
