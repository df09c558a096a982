import {
  chooseRemedy, decideRemedy, handInRepair, keptDecision, readLastDecisions, readRepairs, returnRepair, type Complaint,
} from '@app/complaints';
import { Database } from '@app/database';
import type { Caller } from '@app/kernel';
import { Mutation, Resolver } from '@nestjs/graphql';
import { Allow, answered, By, groupedInOrder, inOrder, Input, LoadField, type Loading } from '../door/index.js';
import { ComplaintType } from './complaint.graphql.js';
import {
  ChooseRemedyInput, DecideRemedyInput, DecisionPayload, HandInRepairInput, RecordedDecisionType, RepairPayload, RepairRecordType, ReturnRepairInput,
} from './remedy.graphql.js';

@Resolver(() => ComplaintType)
export class RemedyResolver {
  constructor(private readonly database: Database) {}

  @Allow('complaint.decide')
  @Mutation(() => DecisionPayload, {
    description: 'Decides by the rules in force what a complaint is given, and keeps it with its lines, its facts and its packs. '
      + 'Errors: NOT_OPEN, ALREADY_CHOSEN, FACTS_MISSING, FACT_AFTER_REPORT, REPAIR_ENDS_FIRST. Source: TG-A, N-7, RO-2.',
  })
  async decideRemedy(@By() caller: Caller, @Input() { province, facts, ...input }: DecideRemedyInput) {
    return answered(await decideRemedy(this.database, caller, { ...input, province: province ?? null, more: { ...facts } }));
  }

  @Allow('complaint.decide')
  @Mutation(() => DecisionPayload, { description: 'Records what the consumer chooses of the last decision: once. Errors: NOT_DECIDED, FACTS_MISSING, DECISION_STALE, ALREADY_CHOSEN, NOT_OFFERED. Source: TG-A4, RO-2.' })
  async chooseRemedy(@By() caller: Caller, @Input() input: ChooseRemedyInput) {
    return answered(await chooseRemedy(this.database, caller, input));
  }

  @Allow('complaint.handle')
  @Mutation(() => RepairPayload, { description: 'Records that goods were handed in for repair; one repair at a time. Errors: NOT_OPEN, FACTS_MISSING, REPAIR_UNDER_WAY. Source: TG-A3.' })
  async handInRepair(@By() caller: Caller, @Input() { receivedOn = null, fault = null, part = null, ...input }: HandInRepairInput) {
    return answered(await handInRepair(this.database, caller, { ...input, receivedOn, fault, part }));
  }

  @Allow('complaint.handle')
  @Mutation(() => RepairPayload, { description: 'Records that repaired goods went back; from then on the repair counts. Errors: REPAIR_OVER, RETURNED_BEFORE_HANDED_IN. Source: TG-A4.' })
  async returnRepair(@By() caller: Caller, @Input() { returnedOn = null, part = null, cause = null, ...input }: ReturnRepairInput) {
    return answered(await returnRepair(this.database, caller, { ...input, returnedOn, part, cause }));
  }

  @LoadField('decision', () => RecordedDecisionType, { allow: 'parent', nullable: true, description: 'The last decision on it; null until there is one.' })
  async decisions(complaints: readonly Complaint[], { tx }: Loading) {
    const complaintIds = complaints.map((complaint) => complaint.id);
    return inOrder(complaintIds, (await tx.many(readLastDecisions, { complaintIds })).map(keptDecision), (row) => row.complaintId);
  }

  @LoadField('repairs', () => [RepairRecordType], { allow: 'parent', description: 'The repairs over it, oldest first.' })
  async repairs(complaints: readonly Complaint[], { tx }: Loading) {
    const complaintIds = complaints.map((complaint) => complaint.id);
    return groupedInOrder(complaintIds, await tx.many(readRepairs, { complaintIds }), (row) => row.complaintId);
  }
}
