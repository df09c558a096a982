import type { Channel, Demand, Priority, Side } from '@app/complaints';
import type { Category, Defect } from '@app/guarantees';
import type { Day, Money } from '@app/kernel';
import { Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsBoolean, IsDate, IsIn, IsOptional, Matches, ValidateNested } from 'class-validator';
import { DateTime, DayField, IdField, MoneyField, OnceInput, Text } from '../door/index.js';
import { PersonInput } from '../members/consumer.inputs.graphql.js';
import { CategoryEnum, DefectEnum } from '../guarantees/words.js';
import { ComplaintChannelEnum, DemandEnum, PriorityEnum, SideEnum } from './complaint-words.graphql.js';

/** What the rules ask for; each may be given later. */
@InputType({ isAbstract: true })
abstract class FactsInput extends OnceInput {
  @Field(() => CategoryEnum, { nullable: true, description: 'What kind of goods. Errors: UNKNOWN_CATEGORY. Source: TG-A2.' })
  @IsOptional()
  @IsIn(Object.values(CategoryEnum))
  category?: Category | null;

  @MoneyField({ nullable: true, description: 'The price on the voucher, above 0. Errors: AMOUNT_NOT_POSITIVE, PRICE_NOT_POSITIVE.' })
  price?: Money | null;

  @DayField({ nullable: true, description: 'The day of sale, no later than the request. Errors: SOLD_IN_FUTURE, SOLD_AFTER_REQUEST. Source: TG-A2, CX-13.' })
  soldOn?: Day | null;

  @DayField({ nullable: true, description: 'The day the goods came back. Errors: RETURNED_BEFORE_SALE, RETURNED_IN_FUTURE.' })
  returnedOn?: Day | null;

  @Field(() => DefectEnum, { nullable: true, description: 'What is wrong with them. Errors: UNKNOWN_DEFECT. Source: TG-A4.' })
  @IsOptional()
  @IsIn(Object.values(DefectEnum))
  defect?: Defect | null;

  @Field(() => String, { nullable: true, description: 'The class by which the same problem is counted: a code of 1 to 60 small letters, digits and _; the defect, where none is given. Source: SN-1.' })
  @IsOptional()
  @Matches(/^[a-z][a-z0-9_]{0,59}$/)
  problem?: string | null;

  @Field(() => DemandEnum, { nullable: true, description: 'What the consumer asks for.' })
  @IsOptional()
  @IsIn(Object.values(DemandEnum))
  demand?: Demand | null;

  @Field(() => String, { nullable: true, description: 'The number of the sales voucher or invoice, 1 to 60 characters.' })
  @IsOptional()
  @Text(60)
  voucher?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether card and voucher, or both sides\' word, are there; yes, where a number is given.' })
  @IsOptional()
  @IsBoolean()
  hasVoucher?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the shop is still there to be pressed.' })
  @IsOptional()
  @IsBoolean()
  shopPresent?: boolean | null;

  @Field(() => String, { nullable: true, description: 'The number of the hotline 12315, 4 to 40 letters, digits or hyphens; once in the network. Errors: HOTLINE_NUMBER_TAKEN, HOTLINE_NUMBER_MALFORMED.' })
  @IsOptional()
  @Text(60)
  hotlineNumber?: string | null;

  @Field(() => PersonInput, {
    nullable: true, description: 'Who complains, as far as is known: found by the phone, or taken in. Stays once it is known. Errors: PERSON_UNNAMED, PHONE_UNREADABLE.',
  })
  @IsOptional() @Type(() => PersonInput) @ValidateNested()
  consumer?: PersonInput | null;

  @Field(() => String, {
    nullable: true,
    description: 'The model as the voucher says it, 1 to 200 characters; the category, where nobody says. With voucher, category, price and day of sale the purchase is found or recorded. Errors: VOUCHER_DIFFERS, VOUCHER_OF_ANOTHER.',
  })
  @IsOptional()
  @Text(200)
  model?: string | null;
}

@InputType({ description: 'A complaint to take in; what is not known yet is left out, and the answer says what is missing.' })
export class RecordComplaintInput extends FactsInput {
  @IdField('member', { description: 'The shop that sold the goods. Errors: NOT_FOUND, NOT_A_SHOP.' })
  memberId!: string;

  @Field(() => ComplaintChannelEnum, { nullable: true, description: 'How it came in; at the counter, where nothing is said.' })
  @IsOptional()
  @IsIn(Object.values(ComplaintChannelEnum))
  channel?: Channel | null;

  @Field(() => PriorityEnum, { nullable: true, description: 'How urgent it is; general, where nothing is said.' })
  @IsOptional()
  @IsIn(Object.values(PriorityEnum))
  priority?: Priority | null;

  @Field(() => DateTime, { nullable: true, description: 'When the consumer made the request; now, where nothing is said. Errors: RECEIVED_IN_FUTURE, DAY_TOO_EARLY. Source: CX-13.' })
  @IsOptional()
  @IsDate()
  receivedAt?: Date | null;

  @Field({ description: 'What happened, 1 to 2000 characters; no personal data.' })
  @Text(2000)
  summary!: string;
}

@InputType({ description: 'Facts that were not known at intake, or were known wrongly; what is left out stays as it is.' })
export class SupplyFactsInput extends FactsInput {
  @IdField('complaint', { description: 'Which complaint. Errors: NOT_FOUND, NOT_OPEN, NOTHING_GIVEN.' })
  complaintId!: string;
}

@InputType({ description: 'What a side says on a complaint.' })
export class AddStatementInput extends OnceInput {
  @IdField('complaint', { description: 'Which complaint. Errors: NOT_FOUND.' })
  complaintId!: string;

  @Field(() => SideEnum, { description: 'Whose side speaks; a shop\'s own people always speak for the shop.' })
  @IsIn(Object.values(SideEnum))
  side!: Side;

  @Field({ description: 'What it says, 1 to 2000 characters; no personal data.' })
  @Text(2000)
  says!: string;

  @Field(() => String, { nullable: true, description: 'Where its evidence lies, 1 to 200 characters: the number of a file, of a parcel, a page of a register.' })
  @IsOptional()
  @Text(200)
  reference?: string | null;
}
