import type { Tx } from '@app/database';
import { refuseKernel } from '@app/kernel';
import { shippedHeads, packKind } from './pack-kind.js';
import { packDifference, shownRows, type RowChange, type ShownRow } from './pack-difference.js';
import { listPacks, packsByIds, type Pack, type PackState } from './pack.sql.js';
import { refuse } from './refusals.js';
import { rulesOf } from './rules-of.js';
import { shippedById, shippedPack } from './shipped-pack.js';
import { readRules } from './valid-rules.js';

/** Packs by their ids, shipped ones and the network's own, in no order. A member finds no proposals. */
export async function readPacks(tx: Tx, packIds: readonly string[]): Promise<Pack[]> {
  const shipped = packIds.map(shippedById).filter((one) => one !== null).map(shippedPack);
  const own = shipped.length < packIds.length ? await tx.many(packsByIds, { packIds: [...packIds] }) : [];
  return [...shipped, ...own.filter(({ state }) => tx.caller.memberId === null || state === 'approved')];
}

/** What is shipped of a kind, or of all. */
export function shippedPacks(kind: string | null): Pack[] {
  if (kind !== null && !packKind(kind)) throw refuse('UNKNOWN_KIND', { kind }, 'kind');
  return shippedHeads(kind).map(shippedPack);
}

export interface PackFilter {
  readonly kind: string | null;
  readonly code: string | null;
  readonly state: PackState | null;
}

/** A page of the network's own packs; to a member those that were approved. */
export function packsAfter(tx: Tx, filter: PackFilter, after: string | null, count: number): Promise<Pack[]> {
  return tx.many(listPacks, { ...filter, approvedOnly: tx.caller.memberId !== null, after, count });
}

/** The rules of packs as JSON, in the order of the packs; null where a pack was only tried. */
export async function rulesAsJson(tx: Tx, packs: readonly Pack[]): Promise<(object | null)[]> {
  return (await rulesOf(tx, packs)).map((rules) => rules && (JSON.parse(JSON.stringify(rules, bigintsAsText)) as object));
}

/** The rows of packs, in the order of the packs. */
export async function rowsOfPacks(tx: Tx, packs: readonly Pack[]): Promise<(ShownRow[] | null)[]> {
  return (await rulesOf(tx, packs)).map((rules) => rules && shownRows(rules));
}

/** What turns one pack into another, or into rules that are not put forward yet. */
export async function comparePacks(
  tx: Tx, { fromId, toId, toRules }: { fromId: string; toId: string | null; toRules: unknown },
): Promise<RowChange[]> {
  if ((toId === null) === (toRules === null)) throw refuseKernel('INVALID_INPUT', { problem: 'toId or toRules, one of them' }, 'toId');
  const from = await onePack(tx, fromId, 'fromId');
  const [before] = await rulesOf(tx, [from]);
  if (toId === null) return packDifference(before!, readRules(from.kind, toRules));
  const to = await onePack(tx, toId, 'toId');
  if (to.kind !== from.kind) throw refuse('OTHER_KIND', { kind: to.kind }, 'toId');
  const [after] = await rulesOf(tx, [to]);
  return packDifference(before!, after!);
}

async function onePack(tx: Tx, packId: string, field: string): Promise<Pack> {
  const [pack] = await readPacks(tx, [packId]);
  if (!pack) throw refuseKernel('NOT_FOUND', {}, field);
  return pack;
}

const bigintsAsText = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? value.toString() : value);
