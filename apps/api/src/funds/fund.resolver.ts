import type { MemberTx } from '@app/database';
import { countFunds, listFunds, readFunds, refuseFunds, type PotKind } from '@app/funds';
import type { Caller } from '@app/kernel';
import { Args, ArgsType, Field, Query, Resolver } from '@nestjs/graphql';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { Allow, By, connect, cursor, found, Id, IdField, nodeOf, PageArgs, Reading, roomErrors, type Page } from '../door/index.js';
import { PotKindEnum } from '../members/agreement.graphql.js';
import { FundConnection, FundType } from './fund.graphql.js';
import { shownFund, type ShownFund } from './fund.js';

roomErrors(refuseFunds);
nodeOf('fund', { type: () => FundType, allow: 'fund.read', load: (tx, id) => oneFund(tx, id) });

const byFund = cursor('fund', { id: 'uuid' });

async function oneFund(tx: MemberTx, id: string): Promise<ShownFund | null> {
  const { today } = tx.caller;
  const fund = await tx.maybe(readFunds, { fundIds: [id], today });
  return fund && shownFund(fund, today);
}

@ArgsType()
class FundArgs extends PageArgs {
  @IdField('member', { nullable: true, description: 'Only of this member.' })
  memberId?: string | null;

  @Field(() => PotKindEnum, { nullable: true, description: 'Only of this kind.' })
  @IsOptional()
  @IsIn(Object.values(PotKindEnum))
  kind?: PotKind | null;

  @Field({ defaultValue: false, description: 'Only those whose posted money is short of the required level.' })
  @IsBoolean()
  shortOnly: boolean = false;
}

@Resolver(() => FundType)
export class FundResolver {
  @Allow('fund.read')
  @Query(() => FundConnection, { description: 'The funds that the caller may see, with their coverage. Source: QF-10.' })
  funds(@By() { today }: Caller, @Reading() tx: MemberTx, @Args() args: FundArgs): Promise<Page<ShownFund>> {
    const which = { today, memberId: args.memberId ?? null, kind: args.kind ?? null, shortOnly: args.shortOnly };
    return connect(args, byFund,
      async (after, count) => (await tx.many(listFunds, { ...which, after: after?.id ?? null, count })).map((fund) => shownFund(fund, today)),
      async () => (await tx.one(countFunds, which)).count);
  }

  @Allow('fund.read')
  @Query(() => FundType, { description: 'One fund with its coverage. Errors: NOT_FOUND.' })
  async fund(@Reading() tx: MemberTx, @Id('fund', { description: 'Which fund.' }) id: string): Promise<ShownFund> {
    return found(await oneFund(tx, id));
  }
}
