import type { MemberTx } from '@app/database';
import { assessRemedy, refuseGuarantees, type Assessed } from '@app/guarantees';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow, Reading, roomErrors } from '../door/index.js';
import { RemedyDecisionType } from './decision.graphql.js';
import { readFacts } from './facts.js';
import { RemedyFactsInput } from './facts.graphql.js';

roomErrors(refuseGuarantees);

@Resolver(() => RemedyDecisionType)
export class GuaranteesResolver {
  @Allow('remedy.assess')
  @Query(() => RemedyDecisionType, {
    description: 'What the network\'s packs in force on the day of the report give for facts; it writes nothing. '
      + 'Errors: GOODS_NOT_IN_TABLE, PACK_UNREADABLE, FACT_IN_FUTURE, FACT_AFTER_REPORT, REPAIR_ENDS_FIRST, RATE_OUT_OF_RANGE. Source: RO-2, RO-3, RO-4, RO-6, RO-7, RO-8.',
  })
  assessRemedy(@Reading() tx: MemberTx, @Args('facts', { description: 'What is known of the case.' }) given: RemedyFactsInput): Promise<Assessed> {
    return assessRemedy(tx, readFacts(given, tx.caller), given.province ?? null);
  }
}
