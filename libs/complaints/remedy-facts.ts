import { factsOf, type RemedyFacts, type Repair } from '@app/guarantees';
import { money } from '@app/kernel';
import type { Complaint } from './complaint.sql.js';
import { missingFacts } from './missing-facts.js';
import { refuse } from './refusals.js';
import type { RepairRecord } from './repair.sql.js';

/** What whoever decides knows beyond the complaint. */
export type MoreFacts = Partial<Omit<RemedyFacts, 'goods' | 'price' | 'soldOn' | 'reportedOn' | 'defect' | 'repairs'>>;

/** The facts that the rules are asked with: the complaint's own, what is told besides, and the repairs on record. */
export function remedyFacts(complaint: Complaint, more: MoreFacts, repairs: readonly RepairRecord[]): RemedyFacts {
  const { category: goods, priceMinor, currency, soldOn, returnedOn, receivedOn, defect, hasVoucher } = complaint;
  if (goods === null || priceMinor === null) throw refuse('FACTS_MISSING', { facts: missingFacts(complaint).join(', ') }, 'complaintId');
  const known = Object.fromEntries(Object.entries(more).filter(([, value]) => value !== null && value !== undefined));
  return factsOf({
    voucher: hasVoucher, card: hasVoucher, ...known, goods, price: money(priceMinor, currency), soldOn, reportedOn: returnedOn ?? receivedOn, defect,
    repairs: repairs.map(asFact),
  });
}

const asFact = ({ receivedOn, returnedOn, fault, part, replaced }: RepairRecord): Repair => ({ receivedOn, returnedOn, hours: null, fault, part, component: null, replaced, late: [] });
