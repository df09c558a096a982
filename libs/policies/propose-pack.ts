import type { Database, Done, NetworkTx, Once } from '@app/database';
import { refuseKernel, type Caller, type Day } from '@app/kernel';
import { packKind } from './pack-kind.js';
import { readPacks } from './read-packs.js';
import type { Pack } from './pack.sql.js';
import { putForward } from './put-forward.js';
import { refuse } from './refusals.js';
import { validRules } from './valid-rules.js';

export interface ProposePack extends Once {
  readonly kind: string;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly effectiveFrom: Day;
  readonly basedOnId: string | null;
  /** As JSON, in the shape of its kind. */
  readonly rules: unknown;
  readonly reason: string;
}

/** Puts rules of the network's own forward, changed from another pack or new; in force once someone else approves. */
export function proposePack(database: Database, caller: Caller, input: ProposePack): Promise<Done<{ pack: Pack }>> {
  return database.writeOnce(caller, 'pack.propose', input, async (tx, request) => {
    if (!packKind(request.kind)) throw refuse('UNKNOWN_KIND', { kind: request.kind }, 'kind');
    if (request.basedOnId) await mustBeOfKind(tx, request.basedOnId, request.kind);
    const rules = await validRules(tx, request);
    return { pack: await putForward(tx, { ...request, rules, adoptedVersion: null }) };
  });
}

async function mustBeOfKind(tx: NetworkTx, packId: string, kind: string): Promise<void> {
  const [base] = await readPacks(tx, [packId]);
  if (!base) throw refuseKernel('NOT_FOUND', {}, 'basedOnId');
  if (base.kind !== kind) throw refuse('OTHER_KIND', { kind: base.kind }, 'basedOnId');
}
