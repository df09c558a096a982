import type { Database, Done, Once } from '@app/database';
import { refuseKernel, type Caller, type Day } from '@app/kernel';
import { packsByIds, type Pack } from './pack.sql.js';
import { putForward } from './put-forward.js';
import { refuse } from './refusals.js';
import { shippedById } from './shipped-pack.js';

export interface AdoptPack extends Once {
  /** A shipped pack. */
  readonly packId: string;
  readonly effectiveFrom: Day;
  readonly reason: string;
}

/** Puts a shipped pack forward to become the network's own from a day on; in force once someone else approves. */
export function adoptPack(database: Database, caller: Caller, input: AdoptPack): Promise<Done<{ pack: Pack }>> {
  return database.writeOnce(caller, 'pack.adopt', input, async (tx, { packId, effectiveFrom, reason }) => {
    const shipped = shippedById(packId);
    if (!shipped) throw (await tx.maybe(packsByIds, { packIds: [packId] })) ? refuse('NOT_SHIPPED', {}, 'packId') : refuseKernel('NOT_FOUND', {}, 'packId');
    const { code, version, zh, en, rules } = shipped.pack;
    const pack = await putForward(tx, {
      kind: shipped.kind, code, nameZh: zh, nameEn: en, effectiveFrom, rules, basedOnId: packId, adoptedVersion: version, reason,
    });
    return { pack };
  });
}
