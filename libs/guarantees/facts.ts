import type { Day, Money, Rate } from '@app/kernel';
import type { Category, Channel, Circumstance, Defect, Delay, Flag, Part } from './vocabulary.js';

/** One repair on record. */
export interface Repair {
  readonly receivedOn: Day;
  /** Null while the goods are still there. */
  readonly returnedOn: Day | null;
  /** How long it took, where the hours were kept; else the days tell. */
  readonly hours: number | null;
  readonly fault: Defect;
  readonly part: Part | null;
  /** The very part, by its name, where parts of one kind must be told apart. */
  readonly component: string | null;
  readonly replaced: boolean;
  /** What it was late for, and for how many days of it. */
  readonly late: readonly { readonly by: Delay; readonly days: number }[];
}

/** What is known of a case. Null means: not known. A rule that needs it is then neither granted nor refused. */
export interface RemedyFacts extends Readonly<Record<Flag, boolean | null>> {
  readonly goods: Category;
  readonly price: Money;
  /** What was really paid, where that differs from the invoice or is known at all. */
  readonly paid: Money | null;
  readonly reportedOn: Day;
  readonly soldOn: Day | null;
  readonly invoicedOn: Day | null;
  readonly deliveredOn: Day | null;
  readonly acceptedOn: Day | null;
  readonly installedOn: Day | null;
  readonly madeOn: Day | null;
  /** The slip by which a dealer took the unit from the brand, and the day the unit came back there. */
  readonly pickedUpOn: Day | null;
  readonly reachedBrandOn: Day | null;
  readonly partReturnedOn: Day | null;
  readonly turnoverMonths: number | null;
  readonly contractMonths: number | null;
  readonly defect: Defect | null;
  readonly part: Part | null;
  readonly component: string | null;
  readonly circumstances: readonly Circumstance[] | null;
  readonly soldBy: Channel | null;
  readonly km: number | null;
  readonly repairs: readonly Repair[] | null;
  /** The days on which the goods were exchanged before. */
  readonly exchanges: readonly Day[] | null;
  readonly hoursUnrepaired: number | null;
  readonly refurbishing: Money | null;
  /** The maker's rate for each 1,000 km driven. */
  readonly makersRate: Rate | null;
}

export type FactName = keyof RemedyFacts | 'period' | 'rate';

const nothingKnown: Omit<RemedyFacts, 'goods' | 'price' | 'reportedOn'> = {
  paid: null, soldOn: null, invoicedOn: null, deliveredOn: null, acceptedOn: null, installedOn: null, madeOn: null, pickedUpOn: null, reachedBrandOn: null,
  partReturnedOn: null, turnoverMonths: null, contractMonths: null, defect: null, part: null, component: null, circumstances: null, soldBy: null, km: null, repairs: null, exchanges: null, hoursUnrepaired: null,
  refurbishing: null, makersRate: null, voucher: null, card: null, acknowledged: null, unworn: null, outOfTown: null, likeModel: null, member: null, usable: null,
  unrepairable: null, appraised: null, fraud: null, leaseEnded: null, durable: null,
};

/** The facts as given, and everything else not known. */
export function factsOf(given: Pick<RemedyFacts, 'goods' | 'price' | 'reportedOn'> & Partial<RemedyFacts>): RemedyFacts {
  return { ...nothingKnown, ...given };
}
