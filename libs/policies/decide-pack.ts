import { violated, type Database, type Done, type Once } from '@app/database';
import { refuseKernel, type Caller } from '@app/kernel';
import { canonicalText } from './canonical.js';
import { insertDecision, lockCode, packsByIds, type Pack } from './pack.sql.js';
import { mustStart } from './put-forward.js';
import { refuse } from './refusals.js';
import { rulesOf } from './rules-of.js';
import { validRules } from './valid-rules.js';

export interface DecidePack extends Once {
  readonly packId: string;
  readonly approve: boolean;
  readonly reason: string;
}

/** Decides on a pack that was put forward, never by who did so: it is in force from its day on, or stays refused. */
export function decidePack(database: Database, caller: Caller, input: DecidePack): Promise<Done<{ pack: Pack }>> {
  return database.writeOnce(caller, 'pack.decide', input, async (tx, { packId, approve, reason }) => {
    const found = await tx.maybe(packsByIds, { packIds: [packId] });
    if (!found) throw refuseKernel('NOT_FOUND', {}, 'packId');
    const { kind, code, version, effectiveFrom, proposedBy, adopted } = found;
    await tx.one(lockCode, { kind, code });
    const { state } = await tx.one(packsByIds, { packIds: [packId] });
    if (state !== 'proposed') throw refuse('ALREADY_DECIDED', { state });
    const decidedBy = caller.personId ?? caller.apiKeyId;
    if (proposedBy === decidedBy) throw refuse('OWN_PROPOSAL');
    if (approve) {
      await mustStart(tx, found, adopted);
      const [rules] = await rulesOf(tx, [found]);
      await validRules(tx, { kind, rules: JSON.parse(canonicalText(rules)), effectiveFrom });
    }
    await tx.run(insertDecision, { packId, kind, code, effectiveFrom, proposedBy, approved: approve, reason, decidedBy, decidedOn: caller.today })
      .catch((error: unknown) => {
        throw violated(error) === 'pack_starts_once' ? refuse('STARTS_TWICE', { effectiveFrom }, 'packId') : error;
      });
    tx.touch(packId);
    tx.emit({ type: `pack.${approve ? 'approved' : 'refused'}`, aggregateId: packId, payload: { kind, code, version } });
    return { pack: await tx.one(packsByIds, { packIds: [packId] }) };
  });
}
