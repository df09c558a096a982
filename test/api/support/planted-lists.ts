import type { MemberTx } from '@app/database';
import { readFunds, type Fund } from '@app/funds';
import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, AllowField, connectionOf, LoadField, PageArgs, Reading, type Loading, type Page } from '../../../apps/api/src/door/index.js';
import { FundType } from '../../../apps/api/src/funds/fund.graphql.js';

const FundConnection = connectionOf(FundType, { description: 'Funds.' });
const nothing = { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null };

/** Fields that ask the database once for each row, and a list of which there is nothing: what a suite must report. */
@Resolver(() => FundType)
export class PlantedListsResolver {
  @AllowField.asParent
  @ResolveField('plantedEach', () => FundType, { description: 'Asks for each fund by itself.' })
  async plantedEach(@Reading() tx: MemberTx, @Parent() fund: Fund): Promise<Fund> {
    return tx.one(readFunds, { fundIds: [fund.id], today: tx.caller.today });
  }

  @LoadField('plantedLoop', () => [FundType], { allow: 'parent', description: 'Is given all of them, and asks for each all the same.' })
  async plantedLoop(funds: readonly Fund[], { tx, caller }: Loading): Promise<Fund[][]> {
    return Promise.all(funds.map((fund) => tx.many(readFunds, { fundIds: [fund.id], today: caller.today })));
  }

  @Allow('fund.read')
  @Query(() => FundConnection, { description: 'Holds nothing, however many funds there are.' })
  plantedNothing(@Args() _page: PageArgs): Page<Fund> {
    return { edges: [], pageInfo: nothing, totalCount: null };
  }
}
