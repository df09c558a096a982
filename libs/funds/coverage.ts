import type { Fund } from './fund.entity.js';

type Levels = Pick<Fund, 'requiredMinor' | 'postedMinor' | 'heldMinor' | 'calledMinor'>;

/** What of the required level is not there. */
export function shortfallMinor(levels: Levels): bigint {
  const missing = levels.requiredMinor - levels.postedMinor;
  return missing > 0n ? missing : 0n;
}

/** What of the shortfall is not called yet: each crossing is called once, whatever else is open. */
export function toCallMinor(levels: Levels): bigint {
  const missing = shortfallMinor(levels) - levels.calledMinor;
  return missing > 0n ? missing : 0n;
}

export const availableMinorOf = (levels: Levels): bigint => levels.postedMinor - levels.heldMinor;
