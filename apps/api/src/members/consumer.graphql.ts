import type { Day } from '@app/kernel';
import { Field, ObjectType } from '@nestjs/graphql';
import { connectionOf, DayField, enumType, IdField, IdsField, Node } from '../door/index.js';

@ObjectType('Consumer', { description: 'Somebody who bought (消费者), masked: name 张*, phone 138****1234. A shop sees name and phone of its own alone.', implements: () => [Node] })
export class ConsumerType {
  @IdField('consumer', { description: 'Which consumer; says nothing of the person.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'The name, masked; null where it is not known, erased, or not the caller\'s to see.' })
  name!: string | null;

  @Field(() => String, { nullable: true, description: 'The phone, masked; null where it is not known, erased, or not the caller\'s to see.' })
  phone!: string | null;

  @Field(() => String, { nullable: true, description: 'The address, masked; null for a shop.' })
  address!: string | null;

  @Field(() => String, { nullable: true, description: 'The e-mail, masked; null for a shop.' })
  email!: string | null;

  @IdField('consumer', { nullable: true, description: 'The consumer whom this one was merged into; null where it stands by itself.' })
  survivorId!: string | null;

  @DayField({ nullable: true, description: 'On which day the personal data was erased on request; null while it is kept.' })
  erasedOn!: Day | null;
}

export const ConsumerConnection = connectionOf(ConsumerType, { description: 'Consumers, oldest first.' });

export const DuplicateEnum = enumType('DuplicateReason', 'Why two consumers may be one person.', {
  same_phone: 'The same phone, under another name (同一电话).',
  same_name: 'The same name at the same shop (同名且同店).',
});

@ObjectType('PossibleDuplicate', { description: 'A consumer who may be the same person; only people merge the two.' })
export class PossibleDuplicateType {
  @IdField('consumer', { description: 'The other one.' })
  otherId!: string;

  @Field(() => String, { nullable: true, description: 'The other one\'s name, masked.' })
  name!: string | null;

  @Field(() => String, { nullable: true, description: 'The other one\'s phone, masked.' })
  phone!: string | null;

  @Field(() => DuplicateEnum, { description: 'What is alike.' })
  why!: string;
}

@ObjectType('ConsumerMerge', { description: 'One consumer taken for another (合并), and whether it was taken back.' })
export class ConsumerMergeType {
  @IdField('consumerMerge', { description: 'Which merge.' })
  id!: string;

  @IdField('consumer', { description: 'Who was taken for the other.' })
  consumerId!: string;

  @IdField('consumer', { description: 'Who stands for both.' })
  survivorId!: string;

  @IdsField('consumer', { description: 'The consumer, and those that had been merged into it before.' })
  moved!: string[];

  @Field({ description: 'Why, in the words of whoever did it; no personal data.' })
  reason!: string;

  @DayField({ description: 'On which day.' })
  mergedOn!: Day;

  @DayField({ nullable: true, description: 'On which day it was taken back; null while it stands.' })
  undoneOn!: Day | null;
}

export const ConsumerEventKindEnum = enumType('ConsumerEventKind', 'What was done for a consumer.', {
  complaint: 'A complaint was taken in (投诉).',
  repair: 'A repair (维修).',
  exchange: 'An exchange (换货).',
  refund: 'A refund (退货).',
  contact: 'A contact (联系).',
  care: 'A call, a visit or a message of the care plan (关怀回访).',
});

@ObjectType('ConsumerEvent', { description: 'One thing that was done for a consumer (服务记录). Source: QM-5.' })
export class ConsumerEventType {
  @IdField('consumerEvent', { description: 'Which line.' })
  id!: string;

  @Field(() => ConsumerEventKindEnum, { description: 'What was done.' })
  kind!: string;

  @DayField({ description: 'On which day.' })
  happenedOn!: Day;
}
