import type { NetworkTx } from '@app/database';
import { newId, type Day } from '@app/kernel';
import { canonicalText, digestOf } from './canonical.js';
import { shippedHeads } from './pack-kind.js';
import { checkStart, leastVersion } from './pack-start.js';
import { approvedStarts, insertPack, nextVersion, packsByIds, type Pack } from './pack.sql.js';
import { refuse } from './refusals.js';

export interface Forward {
  readonly kind: string;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly effectiveFrom: Day;
  readonly rules: object;
  readonly basedOnId: string | null;
  /** The version of the shipped pack that is adopted; null where the rules are the network's own. */
  readonly adoptedVersion: number | null;
  readonly reason: string;
}

/** Puts a version forward, to be decided by someone else; until then nothing changes. */
export async function putForward(tx: NetworkTx, { adoptedVersion, rules, ...forward }: Forward): Promise<Pack> {
  const { kind, code } = forward;
  const shipped = shippedHeads(kind).filter(({ pack }) => pack.code === code).map(({ pack }) => pack.version);
  const { lastVersion: version } = await tx.one(nextVersion, { kind, code, least: leastVersion(Math.max(0, ...shipped), adoptedVersion) });
  await mustStart(tx, forward, adoptedVersion !== null);
  const id = newId();
  await tx.run(insertPack, {
    ...forward, id, version, rules: canonicalText(rules), digest: digestOf(rules), adopted: adoptedVersion !== null,
    proposedBy: tx.caller.personId ?? tx.caller.apiKeyId, proposedOn: tx.caller.today,
  });
  tx.touch(id);
  tx.emit({ type: 'pack.proposed', aggregateId: id, payload: { kind, code, version } });
  return tx.one(packsByIds, { packIds: [id] });
}

/** Under the lock of the code's counter: the day is permitted, and no approved version starts on it. */
export async function mustStart(tx: NetworkTx, { kind, code, effectiveFrom }: Pick<Pack, 'kind' | 'code' | 'effectiveFrom'>, adopted: boolean): Promise<void> {
  const { any, thatDay } = await tx.one(approvedStarts, { kind, code, on: effectiveFrom });
  if (thatDay) throw refuse('STARTS_TWICE', { effectiveFrom }, 'effectiveFrom');
  checkStart(tx.caller, effectiveFrom, adopted && !any);
}
