import type { Tx } from '@app/database';
import type { PackUsed } from '@app/policies';
import type { RemedyDecision } from './decision.js';
import type { RemedyFacts } from './facts.js';
import { packsFor } from './packs-for.js';
import { remedyFor } from './remedy.js';

/** What was decided, and by which versions of which packs, the table of goods before the others. */
export interface Assessed extends RemedyDecision {
  readonly packs: readonly PackUsed[];
}

/** What the network's packs in force on the day of the report give for facts. */
export async function assessRemedy(tx: Tx, facts: RemedyFacts, province: string | null): Promise<Assessed> {
  const { packs, used } = await packsFor(tx, facts.goods, province, facts.reportedOn);
  return { ...remedyFor(packs, facts), packs: used };
}
