import {
  callBacksDue, finishCallBack, listConsultations, readCallBacks, readContacts, recordConsultation, recordContact, type CallBack, type Complaint, type Consultation,
} from '@app/complaints';
import { Database, type MemberTx } from '@app/database';
import type { Caller } from '@app/kernel';
import { Args, ArgsType, Field, Mutation, Query, Resolver } from '@nestjs/graphql';
import { IsDate, IsOptional } from 'class-validator';
import { Allow, answered, By, connect, cursor, DateTime, groupedInOrder, Input, LoadField, PageArgs, Reading, type Loading, type Page } from '../door/index.js';
import { ComplaintType } from './complaint.graphql.js';
import {
  CallBackConnection, CallBackType, ConsultationConnection, ContactType, FinishCallBackInput, FinishCallBackPayload, RecordConsultationInput,
  RecordConsultationPayload, RecordContactInput, RecordContactPayload,
} from './follow-up.graphql.js';

const byDue = cursor('callBack', { dueMs: 'bigint', id: 'uuid' });
const byConsultation = cursor('consultation', { id: 'uuid' });

@ArgsType()
class CallBackArgs extends PageArgs {
  @Field(() => DateTime, { nullable: true, description: 'Only those due before this instant.' })
  @IsOptional()
  @IsDate()
  dueBefore?: Date | null;
}

@Resolver(() => ComplaintType)
export class FollowUpResolver {
  constructor(private readonly database: Database) {}

  @Allow('complaint.call_back')
  @Query(() => CallBackConnection, { description: 'The call-backs that are still to be made. Source: CX-9, CX-11.' })
  callBacks(@Reading() tx: MemberTx, @Args() { dueBefore = null, ...page }: CallBackArgs): Promise<Page<CallBack>> {
    return connect(page, byDue, (after, count) => callBacksDue(tx, dueBefore, after, count));
  }

  @Allow('complaint.call_back')
  @Query(() => ConsultationConnection, { description: 'The consultations of the network.' })
  consultations(@Reading() tx: MemberTx, @Args() page: PageArgs): Promise<Page<Consultation>> {
    return connect(page, byConsultation, (after, count) => tx.many(listConsultations, { after: after?.id ?? null, count }));
  }

  @Allow('complaint.speak')
  @Mutation(() => RecordContactPayload, { description: 'Records a contact over a complaint. Source: CX-9, FR-3.' })
  async recordContact(@By() caller: Caller, @Input() input: RecordContactInput) {
    return answered(await recordContact(this.database, caller, { ...input, at: input.at ?? null }));
  }

  @Allow('complaint.record')
  @Mutation(() => RecordConsultationPayload, { description: 'Records advice that was given; by phone, a call-back is planned two hours later. Source: CX-11.' })
  async recordConsultation(@By() caller: Caller, @Input() input: RecordConsultationInput) {
    return answered(await recordConsultation(this.database, caller, { ...input, memberId: input.memberId ?? null }));
  }

  @Allow('complaint.call_back')
  @Mutation(() => FinishCallBackPayload, { description: 'Records what came of a call-back. Errors: CALL_BACK_OVER, SATISFACTION_OUT_OF_RANGE, SATISFACTION_NEEDS_ANSWER. Source: CX-9.' })
  async finishCallBack(@By() caller: Caller, @Input() input: FinishCallBackInput) {
    return answered(await finishCallBack(this.database, caller, { ...input, satisfaction: input.satisfaction ?? null, note: input.note ?? null }));
  }

  @LoadField('contacts', () => [ContactType], { allow: 'parent', description: 'The contacts over it, oldest first, the latest 200; a shop sees those with itself. Source: CX-9.' })
  async contacts(complaints: readonly Complaint[], { tx }: Loading) {
    const complaintIds = complaints.map((complaint) => complaint.id);
    return groupedInOrder(complaintIds, await tx.many(readContacts, { complaintIds, most: 200 }), (contact) => contact.complaintId);
  }

  @LoadField('callBacks', () => [CallBackType], { allow: 'parent', description: 'Its call-backs, oldest first; a shop sees none. Source: CX-9.' })
  async callBacksOf(complaints: readonly Complaint[], { tx }: Loading) {
    const complaintIds = complaints.map((complaint) => complaint.id);
    return groupedInOrder(complaintIds, await tx.many(readCallBacks, { complaintIds }), (callBack) => callBack.complaintId!);
  }
}
