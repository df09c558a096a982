import { packsFor, refuseGuarantees, remedyFor, type RemedyDecision } from '@app/guarantees';
import type { Caller } from '@app/kernel';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow, By, roomErrors } from '../door/index.js';
import { RemedyDecisionType } from './decision.graphql.js';
import { readFacts } from './facts.js';
import { RemedyFactsInput } from './facts.graphql.js';

roomErrors(refuseGuarantees);

@Resolver(() => RemedyDecisionType)
export class GuaranteesResolver {
  @Allow('remedy.assess')
  @Query(() => RemedyDecisionType, {
    description: 'What the three guarantees and the law give for facts; it writes nothing. '
      + 'Errors: FACT_IN_FUTURE, FACT_AFTER_REPORT, REPAIR_ENDS_FIRST, RATE_OUT_OF_RANGE. Source: RO-2, RO-3, RO-4, RO-6, RO-7, RO-8.',
  })
  assessRemedy(@By() caller: Caller, @Args('facts', { description: 'What is known of the case.' }) given: RemedyFactsInput): RemedyDecision {
    const facts = readFacts(given, caller);
    return remedyFor(packsFor(facts.goods, given.province ?? null, facts.reportedOn), facts);
  }
}
