import {
  daysBetween, formatAmount, isWithin, larger, minus, money, parseAmount, perThousand, plus, rate, showRate, simpleInterest, zero, type Money,
} from '@app/kernel';
import type { ExplainedLine } from './decision.js';
import type { FactName, RemedyFacts } from './facts.js';
import type { Fee, Gives, GuaranteePack, RateRow } from './policy.js';
import { daysAway } from './repair-history.js';
import { startingDay } from './starting-day.js';

export interface Amounts {
  readonly fee: Money;
  readonly refund: Money | null;
  readonly lines: readonly ExplainedLine[];
}

type Missing = { readonly missing: readonly FactName[] };
type Line = { readonly amount: Money; readonly formula: string };

/** What a remedy costs the consumer and gives back, each line rounded half up once; or the facts that are missing for it. */
export function amountsOf(gives: Gives, rule: string, pack: GuaranteePack, rates: readonly RateRow[], facts: RemedyFacts): Amounts | Missing {
  const basis = pack.priceBasis === 'paid' ? facts.paid : facts.price;
  if (!basis && (gives.remedy === 'refund' || gives.fee)) return { missing: ['paid'] };
  const price = basis ?? facts.price;
  const fee = gives.fee ? feeOf(gives.fee, price, rates, facts) : null;
  if (fee && 'missing' in fee) return fee;
  const nothing = zero(price.currency);
  if (gives.remedy !== 'refund') {
    return { fee: fee?.amount ?? nothing, refund: null, lines: fee ? [line(gives.fee!.rule, fee)] : [] };
  }
  const whole = wholeOf(gives, price);
  const lines = whole.map((one) => line(rule, one));
  const sum = whole.reduce((total, one) => plus(total, one.amount), nothing);
  if (!fee) return { fee: nothing, refund: sum, lines };
  const refund = minus(sum, fee.amount);
  const rest = line(rule, { amount: refund, formula: `${formatAmount(sum)} − ${formatAmount(fee.amount)}` });
  return { fee: fee.amount, refund, lines: [...lines, line(gives.fee!.rule, fee), rest] };
}

const line = (rule: string, { amount, formula }: Line): ExplainedLine => ({ rule, amount: formatAmount(amount), formula });

/** The price, so many times it in all, or so many times it more. */
function wholeOf({ times = 1, more }: Gives, price: Money): Line[] {
  const shown = formatAmount(price);
  const first = { amount: money(price.minor * BigInt(times), price.currency), formula: times === 1 ? 'price' : `${shown} × ${times}` };
  if (!more) return [first];
  const least = parseAmount(more.atLeast, price.currency);
  const amount = money(larger(price.minor * BigInt(more.times), least.minor), price.currency);
  return [first, { amount, formula: `${shown} × ${more.times}, at least ${more.atLeast}` }];
}

/** Capped at the price: nobody pays more for wear than the goods cost. */
function feeOf(fee: Fee, price: Money, rates: readonly RateRow[], facts: RemedyFacts): Line | Missing {
  const wear = 'makersRateAtMost' in fee.by ? byDistance(fee.by.makersRateAtMost, price, facts) : byDays(fee, price, rates, facts);
  if ('missing' in wear) return wear;
  const capped = wear.amount.minor > price.minor ? { amount: price, formula: `${wear.formula}, at most the price` } : wear;
  if (!fee.plusRefurbishing) return capped;
  if (!facts.refurbishing) return { missing: ['refurbishing'] };
  return { amount: plus(capped.amount, facts.refurbishing), formula: `${capped.formula} + ${formatAmount(facts.refurbishing)}` };
}

function byDays({ by, from = ['sale'], notCountingRepair }: Fee, price: Money, rates: readonly RateRow[], facts: RemedyFacts): Line | Missing {
  const daily = 'daily' in by ? by.daily : 'table' in by ? rates[0]?.daily : undefined;
  if (daily === undefined) return { missing: ['rate'] };
  const start = startingDay(from, facts);
  if ('missing' in start) return { missing: [start.missing] };
  if (notCountingRepair && !facts.repairs) return { missing: ['repairs'] };
  const elapsed = Math.max(0, daysBetween(start.day, facts.reportedOn));
  const away = notCountingRepair ? daysAway(facts.repairs!, start.day, facts.reportedOn) : 0;
  const days = Math.max(0, elapsed - away);
  const counted = away > 0 ? `(${elapsed} − ${away})` : String(days);
  return { amount: simpleInterest(price, rate(daily), days), formula: `${formatAmount(price)} × ${showRate(rate(daily))} × ${counted}` };
}

function byDistance(most: string, price: Money, { km, makersRate }: RemedyFacts): Line | Missing {
  if (km === null) return { missing: ['km'] };
  if (makersRate === null) return { missing: ['makersRate'] };
  const used = isWithin(makersRate, rate('0'), rate(most)) ? makersRate : rate(most);
  return { amount: simpleInterest(price, perThousand(used), km), formula: `${formatAmount(price)} × ${km} ÷ 1000 × ${showRate(used)}` };
}
