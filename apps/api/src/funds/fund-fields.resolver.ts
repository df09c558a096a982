import { listCalls, listReceipts, listReleases, listReminders, listStandingHolds, type Fund, type FundCall } from '@app/funds';
import { readHistory } from '@app/ledger';
import { readMembers, type Member } from '@app/members';
import { Args, ArgsType, Field, Int, Resolver } from '@nestjs/graphql';
import { IsInt, Max, Min } from 'class-validator';
import { groupedInOrder, inOrder, LoadField, type Loading } from '../door/index.js';
import { HistoryArgs } from '../ledger/account.graphql.js';
import { AccountLineConnection, AccountLineType } from '../ledger/history.graphql.js';
import { historiesOf, shownLine } from '../ledger/history.js';
import { MemberType } from '../members/member.graphql.js';
import { CallReminderType, FundCallType, FundHoldType, FundReceiptType, FundReleaseType, FundType } from './fund.graphql.js';

@ArgsType()
class LastArgs {
  @Field(() => Int, { defaultValue: 3, description: 'How many, 1 to 20.' })
  @IsInt() @Min(1) @Max(20)
  last: number = 3;
}

@Resolver(() => FundType)
export class FundFieldsResolver {
  @LoadField('member', () => MemberType, { allow: 'member.read', nullable: true, description: 'Whose fund it is.' })
  async members(funds: readonly Fund[], { tx }: Loading): Promise<(Member | null)[]> {
    const memberIds = funds.map((fund) => fund.memberId);
    return inOrder(memberIds, await tx.many(readMembers, { memberIds }), (member) => member.id);
  }

  @LoadField('openCalls', () => [FundCallType], { allow: 'parent', description: 'What is called and not paid yet, the oldest due first.' })
  async openCalls(funds: readonly Fund[], { tx }: Loading) {
    const fundIds = funds.map((fund) => fund.id);
    return groupedInOrder(fundIds, await tx.many(listCalls, { fundIds, openOnly: true }), (call) => call.fundId);
  }

  @LoadField('calls', () => [FundCallType], { allow: 'parent', description: 'Every call ever made on it, the oldest due first.' })
  async calls(funds: readonly Fund[], { tx }: Loading) {
    const fundIds = funds.map((fund) => fund.id);
    return groupedInOrder(fundIds, await tx.many(listCalls, { fundIds, openOnly: false }), (call) => call.fundId);
  }

  @LoadField('releases', () => [FundReleaseType], { allow: 'parent', description: 'What was returned of it, or kept.' })
  async releases(funds: readonly Fund[], { tx }: Loading) {
    const fundIds = funds.map((fund) => fund.id);
    return groupedInOrder(fundIds, await tx.many(listReleases, { fundIds }), (release) => release.fundId);
  }

  @LoadField('holds', () => [FundHoldType], { allow: 'parent', description: 'What is set aside for cases and stands; voidFundHold lets one go.' })
  async holds(funds: readonly Fund[], { tx }: Loading) {
    const fundIds = funds.map((fund) => fund.id);
    return groupedInOrder(fundIds, await tx.many(listStandingHolds, { fundIds }), (hold) => hold.fundId);
  }

  @LoadField('receipts', () => [FundReceiptType], { allow: 'parent', description: 'The newest receipts, the newest first.' })
  async receipts(funds: readonly Fund[], { tx }: Loading, @Args() { last }: LastArgs) {
    const fundIds = funds.map((fund) => fund.id);
    return groupedInOrder(fundIds, await tx.many(listReceipts, { fundIds, count: last }), (receipt) => receipt.fundId);
  }

  @LoadField('lastLines', () => [AccountLineType], { allow: 'parent', description: 'The newest lines of its account history, the newest first.' })
  async lastLines(funds: readonly Fund[], { tx }: Loading, @Args() { last }: LastArgs) {
    const accountIds = funds.map((fund) => fund.accountId);
    const lines = await tx.many(readHistory, { accountIds, after: null, newestFirst: true, count: last });
    return groupedInOrder(accountIds, lines.map(shownLine), (line) => line.accountId);
  }

  @LoadField('history', () => AccountLineConnection, { allow: 'parent', description: 'Its account history: each step with the balances after it.' })
  histories(funds: readonly Fund[], { tx }: Loading, @Args() { newestFirst, ...page }: HistoryArgs) {
    return historiesOf(tx, funds.map((fund) => fund.accountId), page, newestFirst);
  }
}

@Resolver(() => FundCallType)
export class FundCallFieldsResolver {
  @LoadField('reminders', () => [CallReminderType], { allow: 'parent', description: 'The reminders sent of it.' })
  async reminders(calls: readonly FundCall[], { tx }: Loading) {
    const callIds = calls.map((call) => call.id);
    return groupedInOrder(callIds, await tx.many(listReminders, { callIds }), (reminder) => reminder.callId);
  }
}
