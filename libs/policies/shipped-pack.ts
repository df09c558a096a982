import { shippedHeads, type ShippedHead } from './pack-kind.js';
import type { Pack } from './pack.sql.js';

/** A shipped pack in the shape of a network's own. */
export function shippedPack({ id, digest, kind, pack }: ShippedHead): Pack {
  return {
    id, digest, kind, code: pack.code, version: pack.version, nameZh: pack.zh, nameEn: pack.en, effectiveFrom: pack.effectiveFrom,
    state: 'shipped', adopted: false, basedOnId: null, reason: null, proposedBy: null, proposedOn: null, decidedBy: null, decidedOn: null,
    decisionReason: null,
  };
}

export const shippedById = (id: string): ShippedHead | null => shippedHeads().find((one) => one.id === id) ?? null;
