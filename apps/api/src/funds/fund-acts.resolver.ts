import { Database } from '@app/database';
import { callFund, keepFund, readFunds, receiveFund, releaseFund, reverseReceipt, voidFundHold, type Fund, type Received } from '@app/funds';
import type { Caller } from '@app/kernel';
import { Mutation, Resolver } from '@nestjs/graphql';
import { Allow, answered, By, inOrder, Input, LoadField, type Loading } from '../door/index.js';
import { FundType } from './fund.graphql.js';
import {
  CallFundInput, CallFundPayload, FundHoldPayload, FundReleasePayload, KeepFundInput, ReceiveFundInput, ReceiveFundPayload,
  ReleaseFundInput, ReverseReceiptInput, ReverseReceiptPayload, VoidFundHoldInput,
} from './fund.inputs.graphql.js';
import { shownFund } from './fund.js';

@Resolver(() => ReceiveFundPayload)
export class FundActsResolver {
  constructor(private readonly database: Database) {}

  @Allow('fund.receive')
  @Mutation(() => ReceiveFundPayload, {
    description: 'Records money that a member paid into a fund; it goes to the open calls, the oldest due first. Source: QF-1, RO-5.',
  })
  async receiveFund(@By() caller: Caller, @Input() input: ReceiveFundInput) {
    const done = await receiveFund(this.database, caller, { ...input, receivedOn: input.receivedOn ?? null });
    return { ...answered(done), callIds: done.result.calls.map((call) => call.id) };
  }

  @LoadField('fund', () => FundType, { allow: 'fund.read', nullable: true, description: 'The fund as it stands now; null when refused.' })
  async fund(payloads: readonly Partial<Received>[], { tx, caller: { today } }: Loading) {
    const fundIds = payloads.map((payload) => payload.fundId ?? null);
    const funds: Fund[] = await tx.many(readFunds, { fundIds: fundIds.filter((id) => id !== null), today });
    return inOrder(fundIds, funds.map((fund) => shownFund(fund, today)), (fund) => fund.id);
  }

  @Allow('fund.call')
  @Mutation(() => CallFundPayload, { description: 'Calls what a fund lacks to its required level. Errors: NOTHING_TO_CALL. Source: QF-10.' })
  async callFund(@By() caller: Caller, @Input() input: CallFundInput) {
    return answered(await callFund(this.database, caller, input));
  }

  @Allow('fund.hold')
  @Mutation(() => FundHoldPayload, { description: 'Lets a hold go. Errors: HOLD_RESOLVED.' })
  async voidFundHold(@By() caller: Caller, @Input() input: VoidFundHoldInput) {
    return answered(await voidFundHold(this.database, caller, input));
  }

  @Allow('fund.release')
  @Mutation(() => FundReleasePayload, {
    description: 'Returns a fund after agreement and tail, once no case stands on it; late, with what the operator then owes. '
      + 'Errors: AGREEMENT_IN_FORCE, TAIL_RUNNING, OPEN_CASES, KEPT_FOR_BREACH, NOTHING_AVAILABLE, BELOW_FLOOR. Source: QF-5, QF-6.',
  })
  async releaseFund(@By() caller: Caller, @Input() input: ReleaseFundInput) {
    return answered(await releaseFund(this.database, caller, { ...input, amount: input.amount ?? null, releasedOn: input.releasedOn ?? null }));
  }

  @Allow('fund.release')
  @Mutation(() => FundReleasePayload, { description: 'Keeps a fund after a serious breach that its terms name. Errors: NO_SERIOUS_BREACH, AGREEMENT_IN_FORCE, NOTHING_AVAILABLE. Source: QF-5.' })
  async keepFund(@By() caller: Caller, @Input() input: KeepFundInput) {
    return answered(await keepFund(this.database, caller, input));
  }

  @Allow('ledger.reverse')
  @Mutation(() => ReverseReceiptPayload, {
    description: 'Takes back a receipt recorded in error, once and while its money is available. Errors: ALREADY_REVERSED, BELOW_FLOOR, EFFECTIVE_BEFORE_ORIGINAL.',
  })
  async reverseReceipt(@By() caller: Caller, @Input() input: ReverseReceiptInput) {
    return answered(await reverseReceipt(this.database, caller, { ...input, effectiveOn: input.effectiveOn ?? null }));
  }
}
