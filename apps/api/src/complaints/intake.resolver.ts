import { addStatement, recordComplaint, supplyFacts } from '@app/complaints';
import { Database } from '@app/database';
import type { Caller } from '@app/kernel';
import { Mutation, Resolver } from '@nestjs/graphql';
import { Keys } from '../access/keys.js';
import { Allow, answered, By, Input } from '../door/index.js';
import { ComplaintType, IntakePayload, RecordComplaintPayload, StatementPayload } from './complaint.graphql.js';
import { AddStatementInput, RecordComplaintInput, SupplyFactsInput } from './intake.graphql.js';

@Resolver(() => ComplaintType)
export class IntakeResolver {
  constructor(
    private readonly database: Database,
    private readonly keys: Keys,
  ) {}

  @Allow('complaint.record')
  @Mutation(() => RecordComplaintPayload, {
    description: 'Takes in a complaint over goods that a shop sold, with the facts that are known. Errors: NOT_A_SHOP, SOLD_IN_FUTURE, RETURNED_BEFORE_SALE, '
      + 'RETURNED_IN_FUTURE, RECEIVED_IN_FUTURE, HOTLINE_NUMBER_TAKEN, PHONE_MALFORMED. Source: RO-2, CX-13.',
  })
  async recordComplaint(@By() caller: Caller, @Input() input: RecordComplaintInput) {
    return answered(await recordComplaint(this.database, caller, input, this.keys.secrets));
  }

  @Allow('complaint.record')
  @Mutation(() => IntakePayload, { description: 'Adds facts to an open complaint; what was entered before stays. Errors: NOT_OPEN, NOTHING_GIVEN, and those of recordComplaint. Source: RO-2.' })
  async supplyFacts(@By() caller: Caller, @Input() input: SupplyFactsInput) {
    return answered(await supplyFacts(this.database, caller, input));
  }

  @Allow('complaint.speak')
  @Mutation(() => StatementPayload, { description: 'Adds what a side says, and what it refers to; also after the end. Source: RO-2, RO-7, FR-4.' })
  async addStatement(@By() caller: Caller, @Input() input: AddStatementInput) {
    return answered(await addStatement(this.database, caller, { ...input, reference: input.reference ?? null }));
  }
}
