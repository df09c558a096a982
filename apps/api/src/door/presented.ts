import type { IncomingHttpHeaders } from 'node:http';

/** The one credential that a request presents. */
export type Presented =
  | { readonly kind: 'none' }
  | { readonly kind: 'unclear' }
  | { readonly kind: 'token' | 'key' | 'platform'; readonly secret: string };

/** Finds the credential of a request; two at once are unclear, and good for nothing. */
export function presented(headers: IncomingHttpHeaders): Presented {
  const { authorization, 'x-api-key': apiKey } = headers;
  if (authorization !== undefined && apiKey !== undefined) return { kind: 'unclear' };
  if (apiKey !== undefined) return typeof apiKey === 'string' && apiKey.startsWith('sk_') ? keyed(apiKey) : { kind: 'unclear' };
  if (authorization === undefined) return { kind: 'none' };
  const [, secret] = /^Bearer ([\w.~+/=-]{1,4096})$/i.exec(authorization) ?? [];
  if (!secret) return { kind: 'unclear' };
  return secret.startsWith('sk_') ? keyed(secret) : { kind: 'token', secret };
}

function keyed(secret: string): Presented {
  return { kind: secret.startsWith('sk_platform_') ? 'platform' : 'key', secret };
}
