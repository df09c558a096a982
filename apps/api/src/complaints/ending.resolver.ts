import { closeComplaint, contestFinding, findUnfounded, reopenComplaint, withdrawComplaint } from '@app/complaints';
import { Database } from '@app/database';
import type { Caller } from '@app/kernel';
import { Mutation, Resolver } from '@nestjs/graphql';
import { Allow, answered, By, Input } from '../door/index.js';
import { ComplaintPayload, ComplaintType } from './complaint.graphql.js';
import { CloseComplaintInput, ContestFindingInput, FindUnfoundedInput, ReopenComplaintInput, WithdrawComplaintInput } from './ending.graphql.js';

@Resolver(() => ComplaintType)
export class EndingResolver {
  constructor(private readonly database: Database) {}

  @Allow('complaint.record')
  @Mutation(() => ComplaintPayload, {
    description: 'Closes a complaint that needs nothing more from the mall; its mark on the shop\'s funds is lifted, and a call-back is planned. '
      + 'Errors: NOT_OPEN, REQUEST_PENDING. Source: RO-2, CX-9.',
  })
  async closeComplaint(@By() caller: Caller, @Input() input: CloseComplaintInput) {
    return answered(await closeComplaint(this.database, caller, input));
  }

  @Allow('complaint.record')
  @Mutation(() => ComplaintPayload, { description: 'Records that the consumer takes the complaint back: it counts for nothing. Errors: NOT_OPEN, REQUEST_PENDING. Source: RO-2.' })
  async withdrawComplaint(@By() caller: Caller, @Input() input: WithdrawComplaintInput) {
    return answered(await withdrawComplaint(this.database, caller, input));
  }

  @Allow('complaint.judge')
  @Mutation(() => ComplaintPayload, {
    description: 'Finds a complaint without ground; the consumer may contest that once, and somebody else then finds. Errors: NOT_OPEN, REQUEST_PENDING, OWN_FINDING. Source: RO-4, FR-4.',
  })
  async findUnfounded(@By() caller: Caller, @Input() input: FindUnfoundedInput) {
    return answered(await findUnfounded(this.database, caller, input));
  }

  @Allow('complaint.record')
  @Mutation(() => ComplaintPayload, {
    description: 'Records that the consumer contests a refusal or a finding, within 30 days: once, and the complaint is open again. '
      + 'Errors: NOTHING_TO_CONTEST, ALREADY_CONTESTED, REOPENED_TOO_LATE. Source: FR-4.',
  })
  async contestFinding(@By() caller: Caller, @Input() input: ContestFindingInput) {
    return answered(await contestFinding(this.database, caller, input));
  }

  @Allow('complaint.record')
  @Mutation(() => ComplaintPayload, {
    description: 'Opens an ended complaint again, within 30 days of its end and twice at most. Errors: NOT_ENDED, NOT_OPEN, REOPENED_TOO_LATE, REOPENED_TOO_OFTEN. Source: CX-8.',
  })
  async reopenComplaint(@By() caller: Caller, @Input() input: ReopenComplaintInput) {
    return answered(await reopenComplaint(this.database, caller, input));
  }
}
