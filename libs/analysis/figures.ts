import { difference, formatAmount, money, proportion, rate, reaches, type Rate } from '@app/kernel';
import { indicatorNames, indicators, type Indicator, type IndicatorName } from './indicators.js';
import type { TargetRow } from './policy.js';
import type { Tally } from './tally.sql.js';

/** One figure of a row: as decimal text, beside that of the period before. */
export interface Figure {
  readonly indicator: IndicatorName;
  readonly value: string | null;
  readonly part: number | null;
  readonly whole: number | null;
  readonly last: string | null;
  readonly change: string | null;
  readonly target: Rate | null;
  /** Judged by the parts, before any rounding; null without a target or a figure. */
  readonly met: boolean | null;
}

export type Targets = ReadonlyMap<IndicatorName, TargetRow>;

/** A row of which nothing is known. */
export const nothing: Tally = {
  received: 0, counted: 0, withdrawn: 0, unfounded: 0, merged: 0, open: 0, reopened: 0, repaired: 0, exchanged: 0, refunded: 0, compensated: 0, agreed: 0,
  rejected: 0, referred: 0, responded: 0, responseMedian: null, responseP90: null, respondedInTime: 0, respondedLate: 0, resolutionMedian: null,
  resolutionP90: null, clocksInTime: 0, clocksLate: 0, repairs: 0, fixedFirst: 0, reached: 0, content: 0, scores: 0, scoreSum: 0, sales: null, turnoverMinor: null,
};

/** The figures of a row, in the order of the indicators; a clock has none but whether it was kept. */
export function figuresOf(by: string, now: Tally, before: Tally, { targets, currency }: { readonly targets: Targets; readonly currency: string }): Figure[] {
  return indicatorNames.filter((name) => by !== 'clock' || name === 'timely').map((indicator) => {
    const { part, whole } = partsOf(indicator, now);
    const value = valueOf(indicator, now, currency);
    const last = valueOf(indicator, before, currency);
    const target = targets.get(indicator);
    return {
      indicator, value, part, whole, last, change: value === null || last === null ? null : difference(rate(value), rate(last)), target: target?.value ?? null,
      met: target && part !== null && whole ? reaches(part, whole, target.bound, target.value) : null,
    };
  });
}

function partsOf(name: IndicatorName, tally: Tally): { part: number | null; whole: number | null } {
  const one: Indicator = indicators[name];
  return { part: one.part(tally), whole: one.whole?.(tally) ?? null };
}

function valueOf(name: IndicatorName, tally: Tally, currency: string): string | null {
  const { unit } = indicators[name];
  if (unit === 'money') return tally.turnoverMinor === null ? null : formatAmount(money(tally.turnoverMinor, currency));
  const { part, whole } = partsOf(name, tally);
  if (unit === 'share' || unit === 'score') return part !== null && whole ? proportion(part, whole, unit === 'share' ? 4 : 2) : null;
  return part === null ? null : String(part);
}
