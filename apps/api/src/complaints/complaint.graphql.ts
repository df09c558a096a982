import type { Category, Defect } from '@app/guarantees';
import type { Day, Money } from '@app/kernel';
import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { IsBoolean, IsIn } from 'class-validator';
import { connectionOf, DayField, enumType, IdField, MoneyField, Node, OnceInput, Payload, Text } from '../door/index.js';
import { CategoryEnum, DefectEnum } from '../guarantees/words.js';

export const ComplaintStateEnum = enumType('ComplaintState', 'How far a complaint has come.', {
  open: 'Open (处理中).',
  settled: 'The demand was met (已了结).',
  closed: 'Closed without compensation from the mall (已关闭).',
});

@ObjectType('Complaint', { description: 'A consumer\'s demand over goods that a shop sold (投诉); it names no consumer.', implements: () => [Node] })
export class ComplaintType {
  @IdField('complaint', { description: 'Which complaint.' })
  id!: string;

  @Field(() => CategoryEnum, { description: 'What kind of goods.' })
  category!: Category;

  @MoneyField({ description: 'The price on the voucher.', from: 'priceMinor' })
  price!: Money;

  @DayField({ description: 'The day of sale, day 0.' })
  soldOn!: Day;

  @DayField({ description: 'The day the goods came back.' })
  returnedOn!: Day;

  @Field(() => DefectEnum, { description: 'What is wrong with them.' })
  defect!: Defect;

  @Field({ description: 'Whether card and voucher, or both sides\' word, are there. Source: TG-A1, TG-A12.' })
  hasVoucher!: boolean;

  @Field({ description: 'Whether the shop is still there to be pressed. Source: FR-3.' })
  shopPresent!: boolean;

  @Field({ description: 'What happened, in the desk\'s words; no personal data.' })
  summary!: string;

  @Field(() => ComplaintStateEnum, { description: 'How far it has come.' })
  state!: string;

  @Field(() => String, { nullable: true, description: 'Why it was closed; null otherwise.' })
  closeReason!: string | null;
}

@InputType({ description: 'A complaint that needs nothing more from the mall.' })
export class CloseComplaintInput extends OnceInput {
  @IdField('complaint', { description: 'Which complaint. Errors: NOT_FOUND, NOT_OPEN.' })
  complaintId!: string;

  @Field({ description: 'Why, 1 to 1000 characters: withdrawn, or settled between shop and consumer; no personal data.' })
  @Text(1000)
  reason!: string;
}

export const ComplaintConnection = connectionOf(ComplaintType, { description: 'Complaints, oldest first.' });

@InputType({ description: 'A complaint to take in.' })
export class RecordComplaintInput extends OnceInput {
  @IdField('member', { description: 'The shop that sold the goods. Errors: NOT_FOUND, NOT_A_SHOP.' })
  memberId!: string;

  @Field(() => CategoryEnum, { description: 'What kind of goods.' })
  @IsIn(Object.values(CategoryEnum))
  category!: Category;

  @MoneyField({ description: 'The price on the voucher.' })
  price!: Money;

  @DayField({ description: 'The day of sale.' })
  soldOn!: Day;

  @DayField({ description: 'The day the goods came back. Errors: RETURNED_BEFORE_SALE, RETURNED_IN_FUTURE.' })
  returnedOn!: Day;

  @Field(() => DefectEnum, { description: 'What is wrong with them.' })
  @IsIn(Object.values(DefectEnum))
  defect!: Defect;

  @Field({ description: 'Whether card and voucher, or both sides\' word, are there.' })
  @IsBoolean()
  hasVoucher!: boolean;

  @Field({ description: 'Whether the shop is still there to be pressed.' })
  @IsBoolean()
  shopPresent!: boolean;

  @Field({ description: 'What happened, 1 to 2000 characters; no personal data.' })
  @Text(2000)
  summary!: string;
}

@ObjectType({ description: 'The complaint as it now stands.' })
export class ComplaintPayload extends Payload {
  @Field(() => ComplaintType, { nullable: true, description: 'The complaint; null when refused.' })
  complaint?: ComplaintType | null;
}
