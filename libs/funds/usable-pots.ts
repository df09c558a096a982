import { availableMinorOf } from './coverage.js';
import type { Fund } from './fund.entity.js';
import type { Purpose } from './pots.js';

/** The pots whose terms permit the purpose, in their agreed order of consumption, with what is available of each. */
export function usablePots(funds: readonly Fund[], purpose: Purpose): (Fund & { availableMinor: bigint })[] {
  return funds
    .filter((fund) => fund.uses.includes(purpose))
    .sort((a, b) => a.drawOrder - b.drawOrder)
    .map((fund) => ({ ...fund, availableMinor: availableMinorOf(fund) }));
}
