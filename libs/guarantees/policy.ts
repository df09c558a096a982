import type { Day } from '@app/kernel';
import type { Mark, PackRow, PriceBasis } from '@app/policies';
import type { Bearer, Category, Channel, Charge, Circumstance, Defect, Delay, Flag, Part, Remedy, Right, Start, Term, Unit } from './vocabulary.js';

export type { Mark };

/** What a guarantee pack says. All of it is data: another mall, brand or province has other figures. */
export interface GuaranteeRules {
  /** Null everywhere; else the province in which it holds, by ISO 3166-2. */
  readonly province: string | null;
  /** Refunds and fees are reckoned from the price on the invoice, or from what was really paid. */
  readonly priceBasis: PriceBasis;
  /** What the pack speaks of; a row without goods of its own is about all of them. */
  readonly goods: readonly Category[] | 'all';
  readonly periods: readonly PeriodRow[];
  readonly rates: readonly RateRow[];
  readonly rows: readonly Row[];
}

/** A published version of rules, as the rule reads it. */
export interface GuaranteePack extends GuaranteeRules {
  readonly code: string;
  readonly version: number;
}

/** A version that comes with the program. */
export interface ShippedGuarantee extends GuaranteePack {
  readonly name: { readonly zh: string; readonly en: string };
  readonly effectiveFrom: Day;
}

/** How long a guarantee lasts for some goods, and from when. Of several lengths the first that is reached ends it. */
export interface PeriodRow extends PackRow {
  /** Conditions name it by this; rows of one name divide goods and parts among themselves. */
  readonly name: string;
  readonly goods?: readonly Category[];
  /** Only for these parts; a row without parts is for the rest. */
  readonly parts?: readonly Part[];
  readonly lasts: Lengths;
  /** For members of the consumers' club; the longer of the two holds. */
  readonly lastsForMembers?: Lengths;
  readonly from: readonly Start[];
  /** Where none of those days is known: so many days after the goods were made. */
  readonly elseDaysFromMaking?: number;
  /** Time in repair and waiting is added. */
  readonly extendedByRepair?: true;
  /** The period begins anew with an exchange, or when the part that now fails was repaired or replaced. */
  readonly restartsOn?: readonly ('exchange' | 'part_repaired' | 'part_replaced')[];
  /** So many months as the agreement states are added: for the turnover of stock, or the term itself. */
  readonly plus?: 'turnoverMonths' | 'contractMonths';
  /** Measured on the day the unit reached the brand, not on the day of the report. */
  readonly whenAtBrand?: true;
}

export interface Lengths {
  readonly days?: number;
  readonly months?: number;
  readonly years?: number;
  readonly km?: number;
}

/** The daily rate of wear of some goods, as an exact decimal. */
export interface RateRow extends PackRow {
  readonly goods: readonly Category[];
  readonly daily: string;
}

/** One rule: for these goods, when all of this holds, it gives or denies that. */
export interface Row extends PackRow {
  readonly goods?: readonly Category[];
  readonly when: When;
  readonly gives?: readonly Gives[];
  /** Takes these remedies of the same pack away … */
  readonly denies?: readonly Remedy[];
  /** … save where this holds. */
  readonly save?: When;
}

/** Conditions; all that are named must hold. The words are closed: a pack cannot ask what the facts do not tell. */
export interface When {
  readonly defect?: readonly Defect[];
  /** Whether there is a quality problem at all. */
  readonly quality?: boolean;
  readonly part?: readonly Part[];
  readonly inPeriod?: string;
  readonly outOfPeriod?: string;
  /** No later than all of these, the last day included … */
  readonly within?: readonly Window[];
  /** … and later than all of these. */
  readonly past?: readonly Window[];
  readonly repairs?: RepairCount;
  readonly inRepair?: RepairTime;
  readonly hoursUnrepairedOver?: number;
  readonly priceAtLeast?: string;
  readonly soldBy?: readonly Channel[];
  /** Any of these is so. */
  readonly circumstance?: readonly Circumstance[];
  readonly noCircumstance?: readonly Circumstance[];
  readonly is?: Readonly<Partial<Record<Flag, boolean>>>;
  /** One of these rules has already given something. */
  readonly dueBy?: readonly string[];
  /** No row of this pack has given anything so far. */
  readonly otherwise?: true;
  /** No other pack speaks of these goods. */
  readonly unruled?: true;
  readonly anyOf?: readonly When[];
}

export interface Window {
  readonly n: number;
  readonly unit: 'days' | 'months' | 'years' | 'km';
  readonly of?: readonly Start[];
}

/** At least so many repairs that are done: of any kind, of the same fault, of the same part, or that replaced the same part. */
export interface RepairCount {
  readonly atLeast: number;
  readonly same?: 'fault' | 'part' | 'replaced_part';
}

/** More than so many days in repair. */
export interface RepairTime {
  readonly over: number;
  /** Of one repair, or of all together. */
  readonly of: 'one' | 'all';
  /** By calendar days from handing in to return, or each started 24 hours a day of its own. */
  readonly rounding: 'calendar_days' | 'started_24_hours';
  /** Only repairs that were late for this. */
  readonly lateBy?: Delay;
  readonly notCounting?: readonly Delay[];
}

/** What a row gives: a remedy that the consumer may choose, or a right beside it. */
export interface Gives {
  readonly remedy?: Remedy;
  readonly right?: Right;
  readonly fee?: Fee;
  /** A refund of so many times the price in all; once where absent. */
  readonly times?: number;
  /** So many times the price more, and no less than an amount. */
  readonly more?: { readonly times: number; readonly atLeast: string };
  readonly within?: Deadline;
  readonly bearer?: Bearer;
  readonly terms?: readonly Term[];
  readonly charges?: readonly Charge[];
}

/** What the consumer pays for an exchange, or what is kept of a refund: never more than the price. */
export interface Fee {
  readonly rule: string;
  /** An exact decimal a day; or the pack's table of rates by goods; or the maker's rate for each 1,000 km, up to a most. */
  readonly by: { readonly daily: string } | { readonly table: true } | { readonly makersRateAtMost: string };
  readonly from?: readonly Start[];
  readonly notCountingRepair?: true;
  /** Refurbishing, at what it came to, is added. */
  readonly plusRefurbishing?: true;
}

export interface Deadline {
  readonly n: number;
  readonly unit: Exclude<Unit, 'km'>;
  readonly from: 'report' | 'goods_back' | 'acceptance' | 'signing' | 'repair_done' | 'warranty_end' | 'each_time' | 'arrival';
}
