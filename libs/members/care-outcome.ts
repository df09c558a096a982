import type { CareOutcome, ComplaintReason } from './policy.js';
import { refuse } from './refusals.js';

/** Refuses an outcome that is not whole: who complains is told by the class of the reason, and nobody else has one (QM-7). */
export function mustBeClassed(outcome: CareOutcome, reasonClass: ComplaintReason | null): void {
  if (outcome === 'complained' && reasonClass === null) throw refuse('REASON_UNCLASSED', {}, 'reasonClass');
  if (outcome !== 'complained' && reasonClass !== null) throw refuse('REASON_WITHOUT_COMPLAINT', {}, 'reasonClass');
}
