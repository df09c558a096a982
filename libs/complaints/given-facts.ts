import type { Category, Defect } from '@app/guarantees';
import type { Day, Money } from '@app/kernel';
import type { Facts } from './complaint.sql.js';
import type { Demand } from './policy.js';
import { refuse } from './refusals.js';

/** Facts as the desk gives them; what is absent is not known yet. */
export interface GivenFacts {
  readonly category?: Category | null;
  readonly price?: Money | null;
  readonly soldOn?: Day | null;
  readonly returnedOn?: Day | null;
  readonly defect?: Defect | null;
  /** What counts as the same problem, where it is not the defect. */
  readonly problem?: string | null;
  readonly demand?: Demand | null;
  /** The number of the sales voucher or invoice. */
  readonly voucher?: string | null;
  readonly hasVoucher?: boolean | null;
  readonly shopPresent?: boolean | null;
  readonly hotlineNumber?: string | null;
}

const nothing: Facts = {
  category: null, priceMinor: null, soldOn: null, returnedOn: null, defect: null, problem: null, demand: null, voucher: null, hasVoucher: null, shopPresent: null,
  hotlineNumber: null,
};

/** The facts that stand once what is given is laid over what was known: nothing that was known is lost. */
export function factsGiven(given: GivenFacts, known: Facts = nothing): Facts {
  const defect = given.defect ?? known.defect;
  // The problem goes by the defect until somebody says otherwise.
  const problemKnown = known.problem === known.defect ? null : known.problem;
  const voucher = given.voucher?.trim() || known.voucher;
  const facts = {
    category: given.category ?? known.category, priceMinor: given.price?.minor ?? known.priceMinor, soldOn: given.soldOn ?? known.soldOn,
    returnedOn: given.returnedOn ?? known.returnedOn, defect, problem: given.problem ?? problemKnown ?? defect, demand: given.demand ?? known.demand, voucher,
    hasVoucher: given.hasVoucher ?? known.hasVoucher ?? (voucher ? true : null), shopPresent: given.shopPresent ?? known.shopPresent,
    hotlineNumber: given.hotlineNumber?.trim().toUpperCase() || known.hotlineNumber,
  };
  if (facts.hotlineNumber !== null && !/^[0-9A-Z-]{4,40}$/.test(facts.hotlineNumber)) throw refuse('HOTLINE_NUMBER_MALFORMED', {}, 'hotlineNumber');
  return facts;
}
