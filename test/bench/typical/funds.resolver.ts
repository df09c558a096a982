import { UseGuards } from '@nestjs/common';
import { Args, Context, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { InjectRepository } from '@nestjs/typeorm';
import { MoreThan, type Repository } from 'typeorm';
import { CurrentUser, JwtAuthGuard, Needs, PermissionGuard, type SignedIn } from './auth.js';
import { AccountLine, Fund, type Member } from './entities.js';
import type { Loaders } from './loaders.js';
import { FundConnection, FundModel, LineModel, MemberModel, MoneyModel, moneyOf } from './models.js';

interface WithLoaders {
  readonly loaders: Loaders;
}

@Resolver(() => FundModel)
export class FundsResolver {
  constructor(@InjectRepository(Fund) private readonly funds: Repository<Fund>) {}

  @UseGuards(JwtAuthGuard, PermissionGuard)
  @Needs('fund.read')
  @Query(() => FundConnection, { name: 'funds' })
  async page(
    @CurrentUser() { networkId }: SignedIn,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    const rows = await this.funds.find({
      where: { networkId, ...(after ? { id: MoreThan(Buffer.from(after, 'base64url').toString()) } : {}) },
      order: { id: 'ASC' },
      take: Math.min(first, 100) + 1,
    });
    const edges = rows.slice(0, first).map((node) => ({ cursor: Buffer.from(node.id).toString('base64url'), node }));
    return { edges, pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null } };
  }

  @ResolveField(() => MemberModel)
  member(@Parent() fund: Fund, @Context() { loaders }: WithLoaders): Promise<Member> {
    return loaders.members.load(fund.memberId);
  }

  @ResolveField(() => MoneyModel)
  async required(@Parent() fund: Fund, @Context() { loaders }: WithLoaders): Promise<MoneyModel> {
    const terms = await loaders.terms.load(fund);
    const over = terms?.agreement.endsOn && terms.agreement.endsOn < new Date().toISOString().slice(0, 10);
    return moneyOf(terms && !over ? terms.requiredMinor : '0', fund.currency);
  }

  @ResolveField(() => MoneyModel)
  async posted(@Parent() fund: Fund, @Context() { loaders }: WithLoaders): Promise<MoneyModel> {
    const { postedCreditMinor, postedDebitMinor } = await loaders.balances.load(fund.accountId);
    return moneyOf(BigInt(postedCreditMinor) - BigInt(postedDebitMinor), fund.currency);
  }

  @ResolveField(() => MoneyModel)
  async held(@Parent() fund: Fund, @Context() { loaders }: WithLoaders): Promise<MoneyModel> {
    return moneyOf((await loaders.balances.load(fund.accountId)).pendingDebitMinor, fund.currency);
  }

  @ResolveField(() => MoneyModel)
  async available(@Parent() fund: Fund, @Context() { loaders }: WithLoaders): Promise<MoneyModel> {
    const { postedCreditMinor, postedDebitMinor, pendingDebitMinor } = await loaders.balances.load(fund.accountId);
    return moneyOf(BigInt(postedCreditMinor) - BigInt(postedDebitMinor) - BigInt(pendingDebitMinor), fund.currency);
  }

  @ResolveField(() => MoneyModel)
  async called(@Parent() fund: Fund, @Context() { loaders }: WithLoaders): Promise<MoneyModel> {
    return moneyOf(await loaders.called.load(fund.id), fund.currency);
  }

  @ResolveField(() => [LineModel])
  async lastLines(
    @Parent() fund: Fund,
    @Args('last', { type: () => Int, defaultValue: 3 }) last: number,
    @Context() { loaders }: WithLoaders,
  ): Promise<object[]> {
    const lines: AccountLine[] = await loaders.lines(last).load(fund.accountId);
    return lines.map((line) => ({
      ...line, posted: moneyOf(line.postedMinor, fund.currency), postedAfter: moneyOf(line.postedAfterMinor, fund.currency),
    }));
  }
}
