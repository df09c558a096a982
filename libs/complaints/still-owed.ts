import type { ComplaintEvent } from './event.sql.js';
import type { Outcome } from './policy.js';

export interface Owed {
  readonly step: 'visited' | 'system_restored' | 'passed_on' | 'consumer_told';
  readonly rule: string;
}

/**
 * What must still be done before a complaint may be closed, or null: a visit where guidance by phone was refused; our own
 * system's repair, and the consumer told of it; where it is not our duty, the passing on, and the consumer told of that.
 */
export function stillOwed(events: readonly Pick<ComplaintEvent, 'code' | 'detail'>[], outcome: Outcome): Owed | null {
  const last = (code: string) => events.findLastIndex((event) => event.code === code);
  const told = events.findLastIndex(({ code, detail }) => code === 'contacted' && /^consumer \w+ outgoing$/.test(detail ?? ''));
  if (last('guidance_refused') > last('visited')) return { step: 'visited', rule: 'CX-15' };
  if (last('system_failed') > last('system_restored')) return { step: 'system_restored', rule: 'CX-14' };
  if (last('system_failed') > told) return { step: 'consumer_told', rule: 'CX-14' };
  if (outcome !== 'referred') return null;
  if (last('passed_on') < 0) return { step: 'passed_on', rule: 'CX-15' };
  return last('passed_on') > told ? { step: 'consumer_told', rule: 'CX-15' } : null;
}
