import { defects, goodsCategories } from '@app/guarantees';
import type { Day } from '@app/kernel';
import type { Facts } from './complaint.sql.js';
import { refuse } from './refusals.js';

/** Refuses facts of a request that cannot be, naming the field and the rule that asks for it; what is not known is no fault. */
export function checkFacts(facts: Omit<Facts, 'hotlineNumber'>, { receivedOn, today }: { readonly receivedOn: Day; readonly today: Day }): void {
  const { category, defect, priceMinor, soldOn, returnedOn } = facts;
  if (category !== null && !isOneOf(goodsCategories, category)) throw refuse('UNKNOWN_CATEGORY', { category, rule: 'TG-A2' }, 'category');
  if (defect !== null && !isOneOf(defects, defect)) throw refuse('UNKNOWN_DEFECT', { defect, rule: 'TG-A4' }, 'defect');
  if (priceMinor !== null && priceMinor <= 0n) throw refuse('PRICE_NOT_POSITIVE', { rule: 'TG-A6' }, 'price');
  if (soldOn !== null && soldOn > today) throw refuse('SOLD_IN_FUTURE', { rule: 'TG-A2' }, 'soldOn');
  if (soldOn !== null && soldOn > receivedOn) throw refuse('SOLD_AFTER_REQUEST', { receivedOn, rule: 'CX-13' }, 'soldOn');
  if (returnedOn !== null && soldOn !== null && returnedOn < soldOn) throw refuse('RETURNED_BEFORE_SALE', { rule: 'TG-A6' }, 'returnedOn');
  if (returnedOn !== null && returnedOn > today) throw refuse('RETURNED_IN_FUTURE', { rule: 'TG-A6' }, 'returnedOn');
}

const isOneOf = (words: readonly string[], word: string): boolean => words.includes(word);
