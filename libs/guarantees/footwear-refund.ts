import { addMonths, daysBetween, formatAmount, minus, money, share, showRate, zero, type Day, type Money } from '@app/kernel';
import type { Category, Defect, FootwearPolicy } from './policy.js';
import { refuse } from './refusals.js';

export interface FootwearFacts {
  readonly category: Category;
  readonly price: Money;
  readonly soldOn: Day;
  readonly returnedOn: Day;
  readonly defect: Defect;
  readonly hasVoucher: boolean;
}

/** One step of a decision: the rule that said it, what it came to, and how. */
export interface ExplainedLine {
  readonly rule: string;
  readonly amount: string;
  readonly formula: string;
}

export interface RefundDecision {
  readonly refund: Money;
  readonly wear: Money;
  readonly pack: string;
  readonly packVersion: number;
  readonly lines: readonly ExplainedLine[];
}

/** The refund that the mall's pack gives for faulty footwear: the price less wear by the day, or a refusal with its rule. */
export function footwearRefund(policy: FootwearPolicy, facts: FootwearFacts): RefundDecision {
  if (!facts.hasVoucher) throw refuse('NO_VOUCHER', { rule: 'TG-A1' });
  const lastDay = addMonths(facts.soldOn, policy.months[facts.category]);
  if (facts.returnedOn > lastDay) throw refuse('PERIOD_OVER', { lastDay, rule: 'TG-A2' }, 'returnedOn');
  const { letter, wear: charged } = policy.defects[facts.defect];
  const days = daysBetween(facts.soldOn, facts.returnedOn);
  const wear = charged ? wearOf(policy, facts.price, days) : zero(facts.price.currency);
  const refund = minus(facts.price, wear);
  const price = formatAmount(facts.price);
  return {
    refund, wear, pack: policy.pack, packVersion: policy.version,
    lines: [
      { rule: `TG-A4 ${letter}`, amount: price, formula: 'price' },
      charged
        ? { rule: 'TG-A6', amount: formatAmount(wear), formula: `${price} × ${showRate(policy.refundDailyRate)} × ${days}` }
        : { rule: 'TG-A5', amount: formatAmount(wear), formula: 'no wear is charged for this fault' },
      { rule: 'TG-A4', amount: formatAmount(refund), formula: `${price} − ${formatAmount(wear)}` },
    ],
  };
}

/** Rounded half up once, and never more than the price. */
function wearOf(policy: FootwearPolicy, price: Money, days: number): Money {
  const whole = money(price.minor * BigInt(days), price.currency);
  const wear = share(whole, policy.refundDailyRate);
  return wear.minor > price.minor ? price : wear;
}
