import { addStatement, changePriority, mergeComplaint, recordComplaint, recordProgress, supplyFacts } from '@app/complaints';
import { Database } from '@app/database';
import type { Caller } from '@app/kernel';
import { Mutation, Resolver } from '@nestjs/graphql';
import { Keys } from '../access/keys.js';
import { ConsumerKeys } from '../members/consumer-keys.js';
import { Allow, answered, By, Input } from '../door/index.js';
import { ComplaintPayload, ComplaintType, IntakePayload, RecordComplaintPayload, StatementPayload } from './complaint.graphql.js';
import { AddStatementInput, RecordComplaintInput, SupplyFactsInput } from './intake.graphql.js';
import { ChangePriorityInput, MergeComplaintInput, RecordProgressInput } from './progress.graphql.js';

@Resolver(() => ComplaintType)
export class IntakeResolver {
  constructor(
    private readonly database: Database,
    private readonly keys: Keys,
    private readonly personal: ConsumerKeys,
  ) {}

  private get intake() {
    return { secrets: this.keys.secrets, personal: this.personal };
  }

  @Allow('complaint.record')
  @Mutation(() => RecordComplaintPayload, {
    description: 'Takes in a complaint over goods that a shop sold, with the facts that are known. Errors: NOT_A_SHOP, SOLD_IN_FUTURE, RETURNED_BEFORE_SALE, '
      + 'RETURNED_IN_FUTURE, RECEIVED_IN_FUTURE, HOTLINE_NUMBER_TAKEN; MembersError over the consumer and the voucher. Source: RO-2, CX-13.',
  })
  async recordComplaint(@By() caller: Caller, @Input() input: RecordComplaintInput) {
    return answered(await recordComplaint(this.database, caller, input, this.intake));
  }

  @Allow('complaint.record')
  @Mutation(() => IntakePayload, { description: 'Adds facts to an open complaint; what was entered before stays. Errors: NOT_OPEN, NOTHING_GIVEN, and those of recordComplaint. Source: RO-2.' })
  async supplyFacts(@By() caller: Caller, @Input() input: SupplyFactsInput) {
    return answered(await supplyFacts(this.database, caller, input, this.intake));
  }

  @Allow('complaint.speak')
  @Mutation(() => StatementPayload, { description: 'Adds what a side says, and what it refers to; also after the end. Source: RO-2, RO-7, FR-4.' })
  async addStatement(@By() caller: Caller, @Input() input: AddStatementInput) {
    return answered(await addStatement(this.database, caller, { ...input, reference: input.reference ?? null }));
  }

  @Allow('complaint.handle')
  @Mutation(() => ComplaintPayload, {
    description: 'Records what was done about an open complaint; the clocks that wait for it stop. Errors: NOT_OPEN, STEP_NOT_YOURS. Source: CX-1, CX-13, CX-14, CX-15, CX-16.',
  })
  async recordProgress(@By() caller: Caller, @Input() input: RecordProgressInput) {
    return answered(await recordProgress(this.database, caller, { ...input, note: input.note ?? null }));
  }

  @Allow('complaint.record')
  @Mutation(() => ComplaintPayload, {
    description: 'Gives an open complaint another priority; its clocks count by it from their own start, with the pauses they have had. Errors: NOT_OPEN, PRIORITY_UNKNOWN. Source: CX-5.',
  })
  async changePriority(@By() caller: Caller, @Input() input: ChangePriorityInput) {
    return answered(await changePriority(this.database, caller, input));
  }

  @Allow('complaint.merge')
  @Mutation(() => ComplaintPayload, {
    description: 'Merges a double into the complaint that goes on; nothing else ever does. Errors: NOT_OPEN, SAME_COMPLAINT, OTHER_SHOP, REQUEST_PENDING. Source: RO-2.',
  })
  async mergeComplaint(@By() caller: Caller, @Input() input: MergeComplaintInput) {
    return answered(await mergeComplaint(this.database, caller, input));
  }
}
