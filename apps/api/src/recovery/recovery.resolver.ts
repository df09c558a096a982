import { Database, type MemberTx } from '@app/database';
import type { Caller } from '@app/kernel';
import {
  decideDeduction, listDeductions, listReceivables, proposeDeduction, receiveReceivable, refuseRecovery, type Deduction, type Receivable,
} from '@app/recovery';
import { Args, ArgsType, Field, Mutation, Query, Resolver } from '@nestjs/graphql';
import { IsBoolean } from 'class-validator';
import { Allow, answered, By, connect, cursor, Input, PageArgs, Reading, roomErrors, type Page } from '../door/index.js';
import {
  DecideDeductionInput, DecideDeductionPayload, DeductionConnection, DeductionType, ProposeDeductionInput, ProposeDeductionPayload,
  ReceivableConnection, ReceiveReceivableInput, ReceiveReceivablePayload,
} from './recovery.graphql.js';

roomErrors(refuseRecovery);

const byReceivable = cursor('receivable', { id: 'uuid' });
const byDeduction = cursor('deduction', { id: 'uuid' });

@ArgsType()
class ReceivableArgs extends PageArgs {
  @Field({ defaultValue: false, description: 'Only those not paid in full.' })
  @IsBoolean()
  openOnly: boolean = false;
}

@Resolver(() => DeductionType)
export class RecoveryResolver {
  constructor(private readonly database: Database) {}

  @Allow('receivable.read')
  @Query(() => ReceivableConnection, { description: 'What members owe beyond their funds, as far as the caller may see. Source: FR-5.' })
  receivables(
    @Reading() tx: MemberTx,
    @Args() { openOnly, ...page }: ReceivableArgs,
  ): Promise<Page<Receivable>> {
    return connect(page, byReceivable, (after, count) => tx.many(listReceivables, { memberId: null, openOnly, after: after?.id ?? null, count }));
  }

  @Allow('receivable.receive')
  @Mutation(() => ReceiveReceivablePayload, { description: 'Records what a member paid on a receivable. Errors: OVERPAID.' })
  async receiveReceivable(@By() caller: Caller, @Input() input: ReceiveReceivableInput) {
    return answered(await receiveReceivable(this.database, caller, { ...input, receivedOn: input.receivedOn ?? null }));
  }

  @Allow('deduction.read')
  @Query(() => DeductionConnection, { description: 'The deductions that the caller may see.' })
  deductions(@Reading() tx: MemberTx, @Args() page: PageArgs): Promise<Page<Deduction>> {
    return connect(page, byDeduction, (after, count) => tx.many(listDeductions, { memberId: null, after: after?.id ?? null, count }));
  }

  @Allow('deduction.propose')
  @Mutation(() => ProposeDeductionPayload, { description: 'Proposes a penalty against a member; nothing is taken until another decides. Source: QF-2, RO-4.' })
  async proposeDeduction(@By() caller: Caller, @Input() input: ProposeDeductionInput) {
    return answered(await proposeDeduction(this.database, caller, input));
  }

  @Allow('deduction.decide')
  @Mutation(() => DecideDeductionPayload, {
    description: 'Decides a proposed deduction: takes it from the pots that permit a penalty, and issues its notice, or refuses it. '
      + 'Errors: OWN_PROPOSAL, ALREADY_DECIDED, STALE_VERSION. Source: QF-1, QF-2, RO-12.',
  })
  async decideDeduction(@By() caller: Caller, @Input() input: DecideDeductionInput) {
    return answered(await decideDeduction(this.database, caller, input));
  }
}
