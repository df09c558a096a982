import type { JointView, ResponsibleParty } from '@app/complaints';
import type { Day } from '@app/kernel';
import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { IsBoolean, IsIn } from 'class-validator';
import { DayField, enumType, IdField, OnceInput, Payload, Text } from '../door/index.js';
import { ReasonInput } from './ending.graphql.js';

export const ResponsiblePartyEnum = enumType('ResponsibleParty', 'Who is responsible for the quality. Source: FR-6.', {
  shop: 'The shop (商户).', maker: 'The maker (厂家).', carrier: 'The carrier (承运人).', consumer: 'The consumer (消费者).', mall: 'The mall (商场).',
});

@ObjectType('FirstResponsibility', { description: 'Whether the shop must answer the consumer first, and whether it did (先行负责). Source: FR-1, FR-6.' })
export class FirstResponsibilityType {
  @Field({ description: 'Whether it must.' })
  applies!: boolean;

  @Field({ description: 'Why.' })
  reason!: string;

  @DayField({ description: 'The day it was confirmed.' })
  confirmedOn!: Day;

  @Field(() => Boolean, { nullable: true, description: 'Whether it was carried out; null until it is audited.' })
  carriedOut!: boolean | null;

  @Field(() => String, { nullable: true, description: 'What the audit says; null until then.' })
  auditReason!: string | null;

  @DayField({ nullable: true, description: 'The day of the audit; null until then.' })
  auditedOn!: Day | null;
}

@ObjectType('Responsibility', { description: 'Who is responsible for the quality of the goods (质量责任). Source: FR-6.' })
export class ResponsibilityType {
  @Field(() => ResponsiblePartyEnum, { description: 'Who was determined.' })
  party!: ResponsibleParty;

  @Field({ description: 'Why.' })
  reason!: string;

  @DayField({ description: 'The day it was determined.' })
  determinedOn!: Day;

  @Field(() => String, { nullable: true, description: 'Why the shop contests it; null where it does not.' })
  contestReason!: string | null;

  @DayField({ nullable: true, description: 'The day it was contested; null where it was not.' })
  contestedOn!: Day | null;

  @Field(() => ResponsiblePartyEnum, { nullable: true, description: 'Who it is after the contest was decided; null until then.' })
  decidedParty!: ResponsibleParty | null;

  @Field(() => String, { nullable: true, description: 'Why that was decided; null until then.' })
  decisionReason!: string | null;

  @DayField({ nullable: true, description: 'The day the contest was decided; null until then.' })
  decidedOn!: Day | null;
}

@InputType({ description: 'Whether the shop must answer first.' })
export class ConfirmFirstResponsibilityInput extends ReasonInput {
  @Field({ description: 'Whether it must.' })
  @IsBoolean()
  applies!: boolean;
}

@InputType({ description: 'Whether the shop did answer first.' })
export class AuditFirstResponsibilityInput extends ReasonInput {
  @Field({ description: 'Whether it was carried out.' })
  @IsBoolean()
  carriedOut!: boolean;
}

@ObjectType({ description: 'First responsibility as it now stands.' })
export class FirstResponsibilityPayload extends Payload {
  @Field(() => FirstResponsibilityType, { nullable: true, description: 'First responsibility; null when refused.' })
  firstResponsibility?: FirstResponsibilityType | null;
}

@InputType({ description: 'Who is responsible.' })
export class DetermineResponsibilityInput extends ReasonInput {
  @Field(() => ResponsiblePartyEnum, { description: 'Who.' })
  @IsIn(Object.values(ResponsiblePartyEnum))
  party!: ResponsibleParty;
}

@InputType({ description: 'A determination that the shop contests.' })
export class ContestResponsibilityInput extends ReasonInput {}

@InputType({ description: 'The last word on who is responsible.' })
export class DecideResponsibilityInput extends ReasonInput {
  @Field(() => ResponsiblePartyEnum, { description: 'Who it is: the same, or another.' })
  @IsIn(Object.values(ResponsiblePartyEnum))
  party!: ResponsibleParty;
}

@ObjectType({ description: 'Responsibility as it now stands.' })
export class ResponsibilityPayload extends Payload {
  @Field(() => ResponsibilityType, { nullable: true, description: 'Responsibility; null when refused.' })
  responsibility?: ResponsibilityType | null;
}

@InputType({ description: 'A serious quality accident, or a major incident.' })
export class ReportAccidentInput extends ReasonInput {}

export const JointViewEnum = enumType('JointView', 'What floor and supervision find of a dispute over delay or poor repair. Source: FR-10.', {
  agreed: 'It is settled on these terms (已达成一致).',
  uncooperative: 'The shop does not cooperate: compensation may come from its fund (商户不配合). Source: FR-5.',
});

@InputType({ description: 'What the floor, or supervision, says of a dispute that they settle together.' })
export class SettleJointlyInput extends OnceInput {
  @IdField('complaint', { description: 'Which complaint. Errors: NOT_FOUND, NOT_OPEN.' })
  complaintId!: string;

  @Field(() => JointViewEnum, { description: 'What it finds.' })
  @IsIn(Object.values(JointViewEnum))
  view!: JointView;

  @Field({ description: 'The terms that were agreed, or how the shop refuses, 1 to 1000 characters; no personal data.' })
  @Text(1000)
  terms!: string;
}

@ObjectType({ description: 'What floor and supervision have come to.' })
export class SettleJointlyPayload extends Payload {
  @Field(() => JointViewEnum, { nullable: true, description: 'What both find, by two people; null while one is silent or they differ, and when refused.' })
  outcome?: JointView | null;
}
