import { addDays, daysBetween, rate, simpleInterest, type Day, type Money } from '@app/kernel';

/** From when a fund may be returned, and by when it is owed. */
export interface ReturnTerms {
  readonly endsOn: Day;
  readonly tailDays: number;
  readonly returnDays: number;
  readonly lateReturnDailyRate: string;
}

/** The last day of the tail: until then the fund stays, whatever is asked. */
export const tailEndsOn = (terms: Pick<ReturnTerms, 'endsOn' | 'tailDays'>): Day => addDays(terms.endsOn, terms.tailDays);

/** The last day on which returning the fund is in time. */
export const returnDueOn = (terms: Omit<ReturnTerms, 'lateReturnDailyRate'>): Day => addDays(tailEndsOn(terms), terms.returnDays);

/**
 * What the operator owes on a principal that it returns late: simple interest at the agreed daily rate, from the day
 * after it was due through the day it is paid, rounded once. The operator owes it, never the member.
 */
export function lateReturnFee(terms: ReturnTerms, principal: Money, paidOn: Day): Money {
  const daysLate = daysBetween(returnDueOn(terms), paidOn);
  return simpleInterest(principal, rate(terms.lateReturnDailyRate), daysLate > 0 ? daysLate : 0);
}
