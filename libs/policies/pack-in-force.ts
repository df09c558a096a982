import type { Tx } from '@app/database';
import type { Day } from '@app/kernel';
import { packKind, shippedHeads, type PackKind, type ShippedHead } from './pack-kind.js';
import { approvedOn, type Pack } from './pack.sql.js';
import { refuse } from './refusals.js';
import { rulesOf } from './rules-of.js';
import { shippedPack } from './shipped-pack.js';

/** A pack that is in force on a day: what a decision is made by, and names by id, version and digest. */
export interface PackInForce<Rules extends object = object> {
  readonly id: string;
  readonly kind: string;
  readonly code: string;
  readonly version: number;
  readonly digest: string;
  readonly effectiveFrom: Day;
  readonly zh: string;
  readonly en: string;
  /** True of a shipped pack that is in force because the network has no version of its own by that day. */
  readonly byDefault: boolean;
  readonly rules: Rules;
}

/** By what a decision names a pack that it was made by, for ever. */
export type PackUsed = Pick<PackInForce, 'id' | 'kind' | 'code' | 'version' | 'digest'>;

export const usedPack = ({ id, kind, code, version, digest }: PackUsed): PackUsed => ({ id, kind, code, version, digest });

/** The pack of a code that is in force on a day: the network's approved version, else the shipped one, else null. */
export async function packInForce<Rules extends object>(
  tx: Tx, { kind, code, on }: { kind: PackKind<Rules>; code: string; on: Day },
): Promise<PackInForce<Rules> | null> {
  return (await packsInForce(tx, { kind, codes: [code], on }))[0] ?? null;
}

/** The packs of a kind that are in force on a day, one of each code or of those that are named, in the order of the codes. */
export async function packsInForce<Rules extends object>(
  tx: Tx, { kind, codes = null, on }: { kind: PackKind<Rules>; codes?: readonly string[] | null; on: Day },
): Promise<PackInForce<Rules>[]> {
  const heads = await headsInForce(tx, { kind: kind.kind, codes, on });
  const rules = await rulesOf(tx, heads);
  return heads.map(({ id, code, version, digest, effectiveFrom, nameZh, nameEn, state }, i) => ({
    id, kind: kind.kind, code, version, digest, effectiveFrom, zh: nameZh, en: nameEn, byDefault: state === 'shipped',
    // By the digest: these are rules that this kind's own parser read.
    rules: rules[i] as Rules,
  }));
}

/** The same without their rules, for who only names them; refuses a kind that no room registered. */
export async function headsInForce(tx: Tx, { kind, codes = null, on }: { kind: string; codes?: readonly string[] | null; on: Day }): Promise<Pack[]> {
  if (!packKind(kind)) throw refuse('UNKNOWN_KIND', { kind }, 'kind');
  const own = await tx.many(approvedOn, { kind, codes: codes && [...codes], on });
  const covered = new Set(own.map(({ code }) => code));
  const byDefault = shippedOn(kind, on).filter(({ pack: { code } }) => (codes?.includes(code) ?? true) && !covered.has(code)).map(shippedPack);
  return [...own, ...byDefault].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Of each shipped code the version that started last by a day. */
function shippedOn(kind: string, on: Day): ShippedHead[] {
  const begun = shippedHeads(kind).filter(({ pack }) => pack.effectiveFrom <= on);
  return [...new Map(begun.map((one) => [one.pack.code, one])).values()];
}
