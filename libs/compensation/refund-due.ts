import { missingFacts, refuseComplaints, type Complaint } from '@app/complaints';
import { factsOf, packsFor, refuseGuarantees, remedyFor, type RemedyOption } from '@app/guarantees';
import { money, type Money } from '@app/kernel';

/** The refund that the rules give for a complaint as it was taken in, or a refusal that names the rules or the missing facts. */
export function refundDue(complaint: Complaint): RemedyOption & { readonly refund: Money } {
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
