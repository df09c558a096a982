import { checkedFacts, factsOf, type RemedyFacts } from '@app/guarantees';
import type { Caller } from '@app/kernel';
import type { RemedyFactsInput } from './facts.graphql.js';

/** The facts as the room knows them: what the caller left out is not known, and the report is of today. */
export function readFacts({ province: _province, ...given }: RemedyFactsInput, { today }: Caller): RemedyFacts {
  const repairs = given.repairs?.map((one) => ({
    ...one, returnedOn: one.returnedOn ?? null, hours: one.hours ?? null, part: one.part ?? null, component: one.component ?? null, late: one.late ?? [],
  })) ?? null;
  const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return checkedFacts(factsOf({ ...said, goods: given.goods, price: given.price, reportedOn: given.reportedOn ?? today, repairs }), today);
}
