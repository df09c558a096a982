import {
  auditFirstResponsibility, confirmFirstResponsibility, contestResponsibility, decideResponsibility, determineResponsibility, readFirst, readResponsibilities,
  reportAccident, settleJointly, type Complaint,
} from '@app/complaints';
import { Database } from '@app/database';
import type { Caller } from '@app/kernel';
import { Mutation, Resolver } from '@nestjs/graphql';
import { Allow, answered, By, inOrder, Input, LoadField, type Loading } from '../door/index.js';
import { ComplaintPayload, ComplaintType } from './complaint.graphql.js';
import {
  AuditFirstResponsibilityInput, ConfirmFirstResponsibilityInput, ContestResponsibilityInput, DecideResponsibilityInput, DetermineResponsibilityInput,
  FirstResponsibilityPayload, FirstResponsibilityType, ReportAccidentInput, ResponsibilityPayload, ResponsibilityType, SettleJointlyInput, SettleJointlyPayload,
} from './responsibility.graphql.js';

@Resolver(() => ComplaintType)
export class ResponsibilityResolver {
  constructor(private readonly database: Database) {}

  @Allow('responsibility.determine')
  @Mutation(() => FirstResponsibilityPayload, { description: 'Confirms whether the shop must answer first: once. Errors: ALREADY_CONFIRMED. Source: FR-1, FR-6, RO-4.' })
  async confirmFirstResponsibility(@By() caller: Caller, @Input() input: ConfirmFirstResponsibilityInput) {
    return answered(await confirmFirstResponsibility(this.database, caller, input));
  }

  @Allow('responsibility.determine')
  @Mutation(() => FirstResponsibilityPayload, { description: 'Audits whether the shop did answer first: once. Errors: NOT_CONFIRMED, ALREADY_AUDITED. Source: FR-6, RO-4.' })
  async auditFirstResponsibility(@By() caller: Caller, @Input() input: AuditFirstResponsibilityInput) {
    return answered(await auditFirstResponsibility(this.database, caller, input));
  }

  @Allow('responsibility.determine')
  @Mutation(() => ResponsibilityPayload, { description: 'Determines who is responsible for the quality. Errors: ALREADY_DETERMINED. Source: FR-6, RO-4.' })
  async determineResponsibility(@By() caller: Caller, @Input() input: DetermineResponsibilityInput) {
    return answered(await determineResponsibility(this.database, caller, input));
  }

  @Allow('responsibility.contest')
  @Mutation(() => ResponsibilityPayload, { description: 'The shop contests who was determined: once. Errors: NOT_DETERMINED, ALREADY_CONTESTED. Source: FR-6, RO-7.' })
  async contestResponsibility(@By() caller: Caller, @Input() input: ContestResponsibilityInput) {
    return answered(await contestResponsibility(this.database, caller, input));
  }

  @Allow('responsibility.decide')
  @Mutation(() => ResponsibilityPayload, {
    description: 'Decides the shop\'s contest, never by whoever determined. Errors: NOT_DETERMINED, NOT_CONTESTED, ALREADY_DECIDED, OWN_DETERMINATION. Source: FR-6, FR-10.',
  })
  async decideResponsibility(@By() caller: Caller, @Input() input: DecideResponsibilityInput) {
    return answered(await decideResponsibility(this.database, caller, input));
  }

  @Allow('complaint.settle_jointly')
  @Mutation(() => SettleJointlyPayload, {
    description: 'Records what the floor, or supervision, says of a dispute over delay or poor repair; where both find the shop uncooperative, compensation may be proposed '
      + 'though it is present. Errors: NOT_OPEN, NOT_A_SIDE. Source: FR-10, RO-3, RO-4.',
  })
  async settleJointly(@By() caller: Caller, @Input() input: SettleJointlyInput) {
    return answered(await settleJointly(this.database, caller, input));
  }

  @Allow('complaint.report_accident')
  @Mutation(() => ComplaintPayload, { description: 'Reports a serious quality accident up at once. Errors: ALREADY_REPORTED. Source: FR-9.' })
  async reportAccident(@By() caller: Caller, @Input() input: ReportAccidentInput) {
    return answered(await reportAccident(this.database, caller, input));
  }

  @LoadField('firstResponsibility', () => FirstResponsibilityType, { allow: 'parent', nullable: true, description: 'Whether the shop must answer first; null until it is confirmed.' })
  async firsts(complaints: readonly Complaint[], { tx }: Loading) {
    const complaintIds = complaints.map((complaint) => complaint.id);
    return inOrder(complaintIds, await tx.many(readFirst, { complaintIds }), (row) => row.complaintId);
  }

  @LoadField('responsibility', () => ResponsibilityType, { allow: 'parent', nullable: true, description: 'Who is responsible; null until it is determined.' })
  async responsibilities(complaints: readonly Complaint[], { tx }: Loading) {
    const complaintIds = complaints.map((complaint) => complaint.id);
    return inOrder(complaintIds, await tx.many(readResponsibilities, { complaintIds }), (row) => row.complaintId);
  }
}
