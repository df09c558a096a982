import { missingFacts, refuseComplaints, standingDecision, type Complaint, type DecisionRow } from '@app/complaints';
import type { NetworkTx } from '@app/database';
import { assessRemedy, factsOf, refuseGuarantees, type RemedyOption } from '@app/guarantees';
import { money, type Money } from '@app/kernel';
import type { PackUsed } from '@app/policies';
import { refuse } from './refusals.js';

/** A refund, and the packs by which it was decided. */
type RefundGiven = RemedyOption & { readonly refund: Money; readonly packs: readonly PackUsed[] };

/**
 * The refund that a recorded decision gives and the consumer chose; without one, what the rules give for the complaint as it
 * was taken in.
 */
export async function refundChosen(tx: NetworkTx, complaint: Complaint, row: DecisionRow | null): Promise<RefundGiven> {
  if (!row) return refundDue(tx, complaint);
  const kept = standingDecision(complaint, row);
  if (kept.covered !== 'covered') throw refuseGuarantees('NO_REFUND', { rules: kept.because.join(', ') });
  if (!kept.chosen) throw refuse('CHOICE_NEEDED', {}, 'complaintId');
  if (kept.chosen.refund === null) throw refuse('CHOSEN_OTHERWISE', { chosen: kept.chosen.remedy }, 'complaintId');
  return { ...kept.chosen, refund: kept.chosen.refund, packs: kept.packs };
}

/** The refund that the rules give for a complaint as it was taken in, or a refusal that names the rules or the missing facts. */
async function refundDue(tx: NetworkTx, complaint: Complaint): Promise<RefundGiven> {
  const { category, priceMinor, currency, soldOn, returnedOn, defect, hasVoucher } = complaint;
  if (category === null || priceMinor === null || returnedOn === null) {
    throw refuseComplaints('FACTS_MISSING', { facts: missingFacts(complaint).join(', ') }, 'complaintId');
  }
  const decision = await assessRemedy(tx, factsOf({
    goods: category, price: money(priceMinor, currency), soldOn, reportedOn: returnedOn, defect,
    // The desk has looked at the papers and the goods, and knows of no earlier repair.
    voucher: hasVoucher, card: hasVoucher, acknowledged: false, circumstances: [], repairs: [], exchanges: [],
  }), null);
  const option = decision.options.find(({ remedy }) => remedy === 'refund');
  if (option?.refund) return { ...option, refund: option.refund, packs: decision.packs };
  if (decision.covered === 'undecided') throw refuseGuarantees('FACTS_MISSING', { facts: decision.missing.map(({ fact }) => fact).join(', ') });
  throw refuseGuarantees('NO_REFUND', { rules: decision.because.join(', ') });
}
