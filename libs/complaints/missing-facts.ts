import type { Complaint } from './complaint.sql.js';

export const askedFacts = ['category', 'price', 'soldOn', 'returnedOn', 'defect', 'demand', 'hasVoucher', 'shopPresent', 'hotlineNumber'] as const;
export type AskedFact = (typeof askedFacts)[number];

/** What the desk still has to ask for, in the order of the form; the hotline's number only where the hotline passed it on. */
export function missingFacts(complaint: Complaint): AskedFact[] {
  const known: Record<AskedFact, unknown> = {
    ...complaint, price: complaint.priceMinor, hotlineNumber: complaint.channel === 'hotline_12315' ? complaint.hotlineNumber : 'not asked',
  };
  return askedFacts.filter((fact) => known[fact] === null);
}
