import { createHash } from 'node:crypto';

/** The id of a shipped pack, the same in every network: a UUIDv8 made of what names it, so that decisions can keep it. */
export function shippedId(kind: string, code: string, version: number): string {
  const hex = createHash('sha256').update(JSON.stringify(['surety pack', kind, code, version])).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
