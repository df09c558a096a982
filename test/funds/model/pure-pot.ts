import type { PotName } from './commands.js';

/** What the agreement says of a pot; the rate in thousandths a day. */
export interface PotPlan {
  readonly name: PotName;
  readonly required: bigint;
  readonly uses: readonly ('compensation' | 'penalty')[];
  readonly topUpDays: number;
  readonly tailDays: number;
  readonly returnDays: number;
  readonly thousandths: bigint;
  readonly keptOnBreach: boolean;
}

export const plans: readonly PotPlan[] = [
  { name: 'guarantee_fund', required: 500n, uses: ['compensation'], topUpDays: 5, tailDays: 0, returnDays: 5, thousandths: 3n, keptOnBreach: false },
  { name: 'deposit', required: 300n, uses: ['compensation', 'penalty'], topUpDays: 3, tailDays: 10, returnDays: 10, thousandths: 10n, keptOnBreach: true },
];

interface Call {
  readonly amount: bigint;
  readonly due: number;
  met: bigint;
}

export type Line = readonly [what: string, posted: bigint, held: bigint];

/** One pot as it is meant: its money, its lines, and the calls on it. */
export class PurePot {
  posted = 0n;
  held = 0n;
  readonly lines: Line[] = [];
  readonly references = new Set<string>();
  private readonly calls: Call[] = [];

  constructor(readonly plan: PotPlan) {}

  get available(): bigint {
    return this.posted - this.held;
  }

  get called(): bigint {
    return this.calls.reduce((sum, call) => sum + call.amount - call.met, 0n);
  }

  move(what: string, posted: bigint, held = 0n): void {
    this.posted += posted;
    this.held += held;
    this.lines.push([what, posted, held]);
  }

  /** Puts a receipt against the open calls, the oldest due first; answers what is left of each it went to. */
  meet(minor: bigint): bigint[] {
    const touched: bigint[] = [];
    let left = minor;
    for (const call of [...this.calls].sort((a, b) => a.due - b.due)) {
      const unmet = call.amount - call.met;
      if (unmet === 0n || left === 0n) continue;
      const part = unmet < left ? unmet : left;
      call.met += part;
      left -= part;
      touched.push(call.amount - call.met);
    }
    return touched;
  }

  /** Calls what is short and not called yet; null where nothing is. */
  call(required: bigint, today: number): { pot: PotName; amount: bigint; due: number } | null {
    const amount = (required > this.posted ? required - this.posted : 0n) - this.called;
    if (amount <= 0n) return null;
    const due = today + this.plan.topUpDays;
    this.calls.push({ amount, due, met: 0n });
    return { pot: this.plan.name, amount, due };
  }
}

/** What the operator owes for so many days too late: rounded once, half up. */
export function feeOf(plan: PotPlan, minor: bigint, daysLate: number): bigint {
  return daysLate > 0 ? (minor * plan.thousandths * BigInt(daysLate) * 2n + 1_000n) / 2_000n : 0n;
}
