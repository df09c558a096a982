import { missingFacts, refuseComplaints, type Complaint, type KeptDecision } from '@app/complaints';
import { factsOf, packsFor, refuseGuarantees, remedyFor, type RemedyOption } from '@app/guarantees';
import { money, type Money } from '@app/kernel';
import { refuse } from './refusals.js';

/**
 * The refund that a recorded decision gives and the consumer chose; without one, what the rules give for the complaint as it
 * was taken in.
 */
export function refundChosen(complaint: Complaint, kept: KeptDecision | null): RemedyOption & { readonly refund: Money } {
  if (!kept) return refundDue(complaint);
  if (kept.covered !== 'covered') throw refuseGuarantees('NO_REFUND', { rules: kept.because.join(', ') });
  if (!kept.chosen) throw refuse('CHOICE_NEEDED', {}, 'complaintId');
  if (kept.chosen.refund === null) throw refuse('CHOSEN_OTHERWISE', { chosen: kept.chosen.remedy }, 'complaintId');
  return { ...kept.chosen, refund: kept.chosen.refund };
}

/** The refund that the rules give for a complaint as it was taken in, or a refusal that names the rules or the missing facts. */
function refundDue(complaint: Complaint): RemedyOption & { readonly refund: Money } {
  const { category, priceMinor, currency, soldOn, returnedOn, defect, hasVoucher } = complaint;
  if (category === null || priceMinor === null || returnedOn === null) {
    throw refuseComplaints('FACTS_MISSING', { facts: missingFacts(complaint).join(', ') }, 'complaintId');
  }
  const decision = remedyFor(packsFor(category, null, returnedOn), factsOf({
    goods: category, price: money(priceMinor, currency), soldOn, reportedOn: returnedOn, defect,
    // The desk has looked at the papers and the goods, and knows of no earlier repair.
    voucher: hasVoucher, card: hasVoucher, acknowledged: false, circumstances: [], repairs: [], exchanges: [],
  }));
  const option = decision.options.find(({ remedy }) => remedy === 'refund');
  if (option?.refund) return { ...option, refund: option.refund };
  if (decision.covered === 'undecided') throw refuseGuarantees('FACTS_MISSING', { facts: decision.missing.map(({ fact }) => fact).join(', ') });
  throw refuseGuarantees('NO_REFUND', { rules: decision.because.join(', ') });
}
