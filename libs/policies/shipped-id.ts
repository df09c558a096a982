import { createHash } from 'node:crypto';

/**
 * The id of a shipped pack, made of what names it: the same in every network, so that decisions can keep it. It begins with
 * zeros, by which it is seen to be nobody's own.
 */
export function shippedId(kind: string, code: string, version: number): string {
  const hex = createHash('sha256').update(JSON.stringify(['surety pack', kind, code, version])).digest('hex');
  return `00000000-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
