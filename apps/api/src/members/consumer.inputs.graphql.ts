import { personalFields, revealPurposes, type PersonalField, type RevealPurpose } from '@app/members';
import { Field, InputType, ObjectType } from '@nestjs/graphql';
import type { Day } from '@app/kernel';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsOptional, ValidateNested } from 'class-validator';
import { DayField, enumType, IdField, JSONObject, KeyedInput, OnceInput, Payload, Text } from '../door/index.js';
import { ConsumerMergeType } from './consumer.graphql.js';

@InputType({ description: 'A person, as far as is known and needed; what is not needed is not asked for.' })
export class PersonInput {
  @Field(() => String, { nullable: true, description: 'The name, 1 to 100 characters.' })
  @IsOptional() @Text(100)
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'The phone, however it is written; a Chinese one where no country is said. Errors: PHONE_UNREADABLE.' })
  @IsOptional() @Text(40)
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'The address, 1 to 300 characters.' })
  @IsOptional() @Text(300)
  address?: string | null;

  @Field(() => String, { nullable: true, description: 'The e-mail, at most 254 characters.' })
  @IsOptional() @Text(254)
  email?: string | null;
}

@InputType({ description: 'A consumer to take in.' })
export class RecordConsumerInput extends OnceInput {
  @Field(() => PersonInput, { description: 'Who it is: a name or a phone at least. Errors: PERSON_UNNAMED.' })
  @Type(() => PersonInput) @ValidateNested()
  person!: PersonInput;
}

@InputType({ description: 'What is kept of a consumer, corrected.' })
export class CorrectConsumerInput extends OnceInput {
  @IdField('consumer', { description: 'Which consumer. Errors: NOT_FOUND, CONSUMER_ERASED, CONSUMER_MERGED.' })
  consumerId!: string;

  @Field(() => PersonInput, { description: 'What stands from now on; what is absent stays. Errors: PERSON_KNOWN.' })
  @Type(() => PersonInput) @ValidateNested()
  person!: PersonInput;
}

@ObjectType({ description: 'The consumer that was found, made or corrected.' })
export class ConsumerPayload extends Payload {
  @IdField('consumer', { nullable: true, description: 'Which consumer; null when refused.' })
  consumerId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True when nobody was known by this phone and name before; null when refused or corrected.' })
  created?: boolean | null;
}

@InputType({ description: 'Two consumers that are one person.' })
export class MergeConsumersInput extends OnceInput {
  @IdField('consumer', { description: 'Who is taken for the other. Errors: NOT_FOUND, CONSUMER_MERGED, CONSUMER_ERASED.' })
  consumerId!: string;

  @IdField('consumer', { description: 'Who stands for both. Errors: NOT_FOUND, SAME_CONSUMER, CONSUMER_MERGED, CONSUMER_ERASED.' })
  survivorId!: string;

  @Field({ description: 'Why, 1 to 1000 characters; no personal data.' })
  @Text(1000)
  reason!: string;
}

@InputType({ description: 'A merge to take back.' })
export class UndoConsumerMergeInput extends OnceInput {
  @IdField('consumerMerge', { description: 'Which merge. Errors: NOT_FOUND, MERGE_UNDONE, MERGED_SINCE, CONSUMER_ERASED.' })
  mergeId!: string;
}

@ObjectType({ description: 'The merge as it now stands.' })
export class ConsumerMergePayload extends Payload {
  @Field(() => ConsumerMergeType, { nullable: true, description: 'The merge; null when refused.' })
  merge?: ConsumerMergeType | null;
}

export const RevealPurposeEnum = enumType('RevealPurpose', 'What clear data is needed for.', {
  call_back: 'To call the consumer (回访).',
  delivery: 'To bring or fetch goods (送取货).',
  refund: 'To pay a refund or compensation (退款赔付).',
  dispute: 'To prove who was served (争议举证).',
  authority: 'An authority demands it by law (监管要求).',
  consumers_request: 'The consumer asks (本人要求).',
} satisfies Record<(typeof revealPurposes)[number], string>);

export const PersonalFieldEnum = enumType('PersonalField', 'A field of personal data.', {
  name: 'The name (姓名).', phone: 'The phone (电话).', address: 'The address (地址).', email: 'The e-mail (电子邮箱).',
} satisfies Record<(typeof personalFields)[number], string>);

@InputType({ description: 'Clear data to be shown.' })
export class RevealConsumerInput extends KeyedInput {
  @IdField('consumer', { description: 'Whose. Errors: NOT_FOUND, CONSUMER_ERASED, CONSUMER_MERGED.' })
  consumerId!: string;

  @Field(() => RevealPurposeEnum, { description: 'What it is needed for; kept on record.' })
  @IsIn(Object.values(RevealPurposeEnum))
  purpose!: RevealPurpose;

  @Field(() => [PersonalFieldEnum], { description: 'Which fields, each once; only what the purpose needs.' })
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(personalFields.length) @ArrayUnique() @IsIn(Object.values(PersonalFieldEnum), { each: true })
  fields!: PersonalField[];
}

@ObjectType('ClearPerson', { description: 'A consumer\'s fields in clear, as far as they were asked for and are known.' })
export class ClearPersonType {
  @Field(() => String, { nullable: true, description: 'The name.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'The phone, in E.164: +8613812341234.' })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'The address.' })
  address?: string | null;

  @Field(() => String, { nullable: true, description: 'The e-mail.' })
  email?: string | null;
}

@ObjectType({ description: 'What was shown.' })
export class RevealConsumerPayload extends Payload {
  @IdField('reveal', { nullable: true, description: 'Under which id it is on record; null when refused.' })
  revealId?: string | null;

  @Field(() => ClearPersonType, { nullable: true, description: 'The fields in clear. Shown once: null in a replay.' })
  person?: ClearPersonType | null;
}

@InputType({ description: 'Whose data is to be handed out.' })
export class ExportConsumerInput extends KeyedInput {
  @IdField('consumer', { description: 'Which consumer. Errors: NOT_FOUND, CONSUMER_ERASED, CONSUMER_MERGED.' })
  consumerId!: string;
}

@ObjectType({ description: 'All that is kept of a consumer.' })
export class ExportConsumerPayload extends Payload {
  @IdField('reveal', { nullable: true, description: 'Under which id it is on record; null when refused.' })
  revealId?: string | null;

  @Field(() => JSONObject, { nullable: true, description: 'persons, purchases, services, care and shownTo, each a list. Shown once: null in a replay.' })
  document?: Record<string, unknown> | null;
}

@InputType({ description: 'Whose personal data is to go.' })
export class EraseConsumerInput extends OnceInput {
  @IdField('consumer', { description: 'Which consumer; those merged with it go too. Errors: NOT_FOUND, CONSUMER_ERASED.' })
  consumerId!: string;
}

@ObjectType({ description: 'What was erased.' })
export class EraseConsumerPayload extends Payload {
  @IdField('consumer', { nullable: true, description: 'Which consumer; null when refused.' })
  consumerId?: string | null;

  @DayField({ nullable: true, description: 'On which day; null when refused.' })
  erasedOn?: Day | null;
}
