import type { Day } from '@app/kernel';
import type { Purchase } from './purchase.sql.js';

export type SaleFacts = Omit<Purchase, 'id' | 'memberId' | 'consumerId'>;

/** What cannot be true of a sale, and the field that says so. */
export interface SaleProblem {
  readonly code: 'CATEGORY_UNREADABLE' | 'SALESPERSON_UNREADABLE' | 'SOLD_IN_FUTURE' | 'INVOICED_IN_FUTURE' | 'DELIVERED_IN_FUTURE' | 'INVOICED_BEFORE_SALE' | 'DELIVERED_BEFORE_SALE';
  readonly field: string;
}

/** The first thing that cannot be true of a sale on the day it is recorded, or null. */
export function saleProblem({ category, salesperson = null, soldOn, invoicedOn, deliveredOn }: Omit<SaleFacts, 'salesperson' | 'knownBy'> & Partial<SaleFacts>, today: Day): SaleProblem | null {
  if (!/^[a-z][a-z0-9_]{0,59}$/.test(category)) return { code: 'CATEGORY_UNREADABLE', field: 'category' };
  if (salesperson !== null && !/^[0-9A-Za-z-]{1,20}$/.test(salesperson)) return { code: 'SALESPERSON_UNREADABLE', field: 'salesperson' };
  if (soldOn > today) return { code: 'SOLD_IN_FUTURE', field: 'soldOn' };
  if (invoicedOn && invoicedOn > today) return { code: 'INVOICED_IN_FUTURE', field: 'invoicedOn' };
  if (deliveredOn && deliveredOn > today) return { code: 'DELIVERED_IN_FUTURE', field: 'deliveredOn' };
  if (invoicedOn && invoicedOn < soldOn) return { code: 'INVOICED_BEFORE_SALE', field: 'invoicedOn' };
  if (deliveredOn && deliveredOn < soldOn) return { code: 'DELIVERED_BEFORE_SALE', field: 'deliveredOn' };
  return null;
}
