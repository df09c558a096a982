import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { CallBackResult, Channel, RecordContact } from '@app/complaints';
import { IsDate, IsIn, IsInt, IsOptional } from 'class-validator';
import { connectionOf, DateTime, enumType, IdField, OnceInput, Payload, Text } from '../door/index.js';
import { ComplaintChannelEnum } from './complaint-words.graphql.js';

export const ContactPartyEnum = enumType('ContactParty', 'With whom.', {
  consumer: 'The consumer (消费者).', shop: 'The shop (商户).', maker: 'The maker (厂家).', carrier: 'The carrier (承运人).', authority: 'An authority (主管部门).',
});
export const ContactWayEnum = enumType('ContactWay', 'How.', {
  phone: 'By phone (电话).', counter: 'At the counter (柜台).', visit: 'By a visit (上门).', message: 'By message (短信).', online: 'Online (网络).', letter: 'By letter (信函).',
});
export const DirectionEnum = enumType('ContactDirection', 'Which way round.', { incoming: 'They turned to us (来访).', outgoing: 'We turned to them (去访).' });
export const CallBackKindEnum = enumType('CallBackKind', 'What is asked.', {
  consultation: 'Whether the advice helped, 2 hours after it (咨询回访). Source: CX-11.',
  closing: 'How it was, after a complaint ended (办结回访). Source: CX-9.',
});
export const CallBackStateEnum = enumType('CallBackState', 'How far a call-back has come.', {
  due: 'To be made (待回访).', done: 'Made (已回访).', dropped: 'Needed no more: the complaint was opened again (已取消).',
});
export const CallBackResultEnum = enumType('CallBackResult', 'What the consumer said.', {
  content: 'Content (满意).', not_content: 'Not content (不满意).', not_reached: 'Not reached (未联系上).',
});

@ObjectType('Contact', { description: 'A contact over a complaint (联系记录). Source: CX-9.' })
export class ContactType {
  @IdField('contact', { description: 'Which contact.' })
  id!: string;

  @Field(() => ContactPartyEnum, { description: 'With whom.' })
  party!: string;

  @Field(() => ContactWayEnum, { description: 'How.' })
  way!: string;

  @Field(() => DirectionEnum, { description: 'Which way round.' })
  direction!: string;

  @Field({ description: 'What was said; no personal data.' })
  said!: string;

  @Field(() => DateTime, { description: 'When.' })
  at!: Date;

  @Field({ description: 'In which role whoever recorded it acted.' })
  byRole!: string;
}

@ObjectType('CallBack', { description: 'A consumer to be called (回访). Source: CX-9, CX-11.' })
export class CallBackType {
  @IdField('callBack', { description: 'Which call-back.' })
  id!: string;

  @Field(() => CallBackKindEnum, { description: 'What is asked.' })
  kind!: string;

  @IdField('complaint', { nullable: true, description: 'After which complaint; null after a consultation.' })
  complaintId!: string | null;

  @IdField('consultation', { nullable: true, description: 'After which consultation; null after a complaint.' })
  consultationId!: string | null;

  @Field(() => DateTime, { description: 'When it is due.' })
  dueAt!: Date;

  @Field(() => CallBackStateEnum, { description: 'How far it has come.' })
  state!: string;

  @Field(() => CallBackResultEnum, { nullable: true, description: 'What the consumer said; null until it is made.' })
  result!: string | null;

  @Field(() => Int, { nullable: true, description: 'The consumer\'s score, 1 to 5; null where none was given.' })
  satisfaction!: number | null;

  @Field(() => String, { nullable: true, description: 'A note on it; no personal data; null where there is none.' })
  note!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was made; null until then.' })
  doneAt!: Date | null;
}

@ObjectType('Consultation', { description: 'A question that was no complaint, and the advice that was given (咨询).' })
export class ConsultationType {
  @IdField('consultation', { description: 'Which consultation.' })
  id!: string;

  @IdField('member', { nullable: true, description: 'The shop that it was about; null where it was about none.' })
  memberId!: string | null;

  @Field(() => ComplaintChannelEnum, { description: 'How it came in.' })
  channel!: Channel;

  @Field({ description: 'What was asked; no personal data.' })
  asked!: string;

  @Field({ description: 'What was answered; no personal data.' })
  answered!: string;

  @Field(() => DateTime, { description: 'When.' })
  at!: Date;
}

export const CallBackConnection = connectionOf(CallBackType, { description: 'Call-backs that are still to be made, the earliest first.' });
export const ConsultationConnection = connectionOf(ConsultationType, { description: 'Consultations, oldest first.' });

@InputType({ description: 'A contact over a complaint.' })
export class RecordContactInput extends OnceInput {
  @IdField('complaint', { description: 'Which complaint. Errors: NOT_FOUND.' })
  complaintId!: string;

  @Field(() => ContactPartyEnum, { description: 'With whom.' })
  @IsIn(Object.values(ContactPartyEnum))
  party!: RecordContact['party'];

  @Field(() => ContactWayEnum, { description: 'How.' })
  @IsIn(Object.values(ContactWayEnum))
  way!: RecordContact['way'];

  @Field(() => DirectionEnum, { description: 'Which way round.' })
  @IsIn(Object.values(DirectionEnum))
  direction!: RecordContact['direction'];

  @Field({ description: 'What was said, 1 to 2000 characters; no personal data.' })
  @Text(2000)
  said!: string;

  @Field(() => DateTime, { nullable: true, description: 'When it was; now, where nothing is said. Errors: RECEIVED_IN_FUTURE, DAY_TOO_EARLY.' })
  @IsOptional()
  @IsDate()
  at?: Date | null;
}

@ObjectType({ description: 'The contact that was recorded.' })
export class RecordContactPayload extends Payload {
  @Field(() => ContactType, { nullable: true, description: 'The contact; null when refused.' })
  contact?: ContactType | null;
}

@InputType({ description: 'Advice that was given.' })
export class RecordConsultationInput extends OnceInput {
  @Field(() => ComplaintChannelEnum, { description: 'How it came in.' })
  @IsIn(Object.values(ComplaintChannelEnum))
  channel!: Channel;

  @IdField('member', { nullable: true, description: 'The shop that it was about, where it was about one. Errors: NOT_FOUND.' })
  memberId?: string | null;

  @Field({ description: 'What was asked, 1 to 2000 characters; no personal data.' })
  @Text(2000)
  asked!: string;

  @Field({ description: 'What was answered, 1 to 2000 characters; no personal data.' })
  @Text(2000)
  answered!: string;
}

@ObjectType({ description: 'The consultation that was recorded, and its call-back.' })
export class RecordConsultationPayload extends Payload {
  @Field(() => ConsultationType, { nullable: true, description: 'The consultation; null when refused.' })
  consultation?: ConsultationType | null;

  @Field(() => CallBackType, { nullable: true, description: 'The call-back two hours later; null where it was not by phone, and when refused. Source: CX-11.' })
  callBack?: CallBackType | null;
}

@InputType({ description: 'What came of a call-back.' })
export class FinishCallBackInput extends OnceInput {
  @IdField('callBack', { description: 'Which call-back. Errors: NOT_FOUND, CALL_BACK_OVER.' })
  callBackId!: string;

  @Field(() => CallBackResultEnum, { description: 'What the consumer said.' })
  @IsIn(Object.values(CallBackResultEnum))
  result!: CallBackResult;

  @Field(() => Int, { nullable: true, description: 'The consumer\'s score, 1 to 5. Errors: SATISFACTION_OUT_OF_RANGE, SATISFACTION_NEEDS_ANSWER.' })
  @IsOptional()
  @IsInt()
  satisfaction?: number | null;

  @Field(() => String, { nullable: true, description: 'A note, 1 to 1000 characters; no personal data.' })
  @IsOptional()
  @Text(1000)
  note?: string | null;
}

@ObjectType({ description: 'The call-back as it now stands.' })
export class FinishCallBackPayload extends Payload {
  @Field(() => CallBackType, { nullable: true, description: 'The call-back; null when refused.' })
  callBack?: CallBackType | null;
}
