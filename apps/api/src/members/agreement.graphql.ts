import type { PotKind, Purpose } from '@app/funds';
import type { Day, Money, Rate } from '@app/kernel';
import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, Max, Min, ValidateNested } from 'class-validator';
import { DayField, enumType, IdField, MoneyField, Node, OnceInput, Payload, RateField, Text } from '../door/index.js';

export const PotKindEnum = enumType('FundKind', 'The pot that a member\'s money stands in (资金账户).', {
  guarantee_fund: 'Quality-guarantee fund (质量保证金). Source: QF-1.',
  deposit: 'Counter deposit (押金). Source: QF-1.',
  bond: 'An outlet\'s contract bond (合同保证金). Source: QF-5.',
  retention: 'Retention of a project (质保金). Source: QF-7.',
  complaint_fund: 'Complaint fund (投诉基金). Source: QF-4.',
});

export const PurposeEnum = enumType('FundPurpose', 'What a fund may be drawn for.', {
  compensation: 'A consumer\'s compensation (赔付).',
  penalty: 'A penalty (处罚).',
  dues: 'Other dues (其他应付款).',
});

@ObjectType('FundTerms', { description: 'What an agreement says of one pot.' })
export class FundTermsType {
  @Field(() => PotKindEnum, { description: 'Which pot.' })
  kind!: PotKind;

  @MoneyField({ description: 'The level it is to be kept at while the agreement runs.', from: 'requiredMinor' })
  required!: Money;

  @Field(() => [PurposeEnum], { description: 'What it may be drawn for.' })
  uses!: Purpose[];

  @Field(() => Int, { description: 'Its turn among the member\'s pots that permit a purpose, lowest first.' })
  drawOrder!: number;

  @DayField({ nullable: true, description: 'By when it is first to be paid in; null where nothing was agreed.' })
  dueOn!: Day | null;

  @Field(() => Int, { description: 'How many calendar days a call for a top-up gives.' })
  topUpDays!: number;

  @Field(() => Int, { description: 'How many calendar days it is kept after the agreement\'s end.' })
  tailDays!: number;

  @Field(() => Int, { description: 'Within how many calendar days after the tail it is to be returned.' })
  returnDays!: number;

  @RateField({ description: 'What the operator owes for returning late, a day, on the open principal: "0.003" is 0.3 %. Source: QF-6.' })
  lateReturnDailyRate!: Rate;

  @Field({ description: 'Whether a serious breach lets the operator keep it. Source: QF-5.' })
  keptOnSeriousBreach!: boolean;
}

@InputType({ description: 'What the agreement is to say of one pot.' })
export class FundTermsInput {
  @Field(() => PotKindEnum, { description: 'Which pot; each at most once.' })
  @IsIn(Object.values(PotKindEnum))
  kind!: PotKind;

  @MoneyField({ nullable: true, description: 'The level it is to be kept at; nothing is required where absent.' })
  required?: Money | null;

  @Field(() => [PurposeEnum], { description: 'What it may be drawn for; each purpose once.' })
  @IsArray()
  @ArrayUnique()
  @IsIn(Object.values(PurposeEnum), { each: true })
  uses!: Purpose[];

  @Field(() => Int, { description: 'Its turn in the order of consumption, 0 to 100, lowest first; no two pots alike. Source: QF-1.' })
  @IsInt() @Min(0) @Max(100)
  drawOrder!: number;

  @DayField({ nullable: true, description: 'By when it is first to be paid in; what is missing is then called at signing. Source: QF-5.' })
  dueOn?: Day | null;

  @Field(() => Int, { defaultValue: 15, description: 'Calendar days that a call for a top-up gives, 0 to 366. Source: QF-10.' })
  @IsInt() @Min(0) @Max(366)
  topUpDays: number = 15;

  @Field(() => Int, { defaultValue: 0, description: 'Calendar days it is kept after the agreement\'s end, 0 to 3660.' })
  @IsInt() @Min(0) @Max(3660)
  tailDays: number = 0;

  @Field(() => Int, { defaultValue: 30, description: 'Calendar days after the tail within which it is to be returned, 0 to 3660. Source: QF-5.' })
  @IsInt() @Min(0) @Max(3660)
  returnDays: number = 30;

  @RateField({ nullable: true, description: 'What the operator owes a day for returning late, such as "0.003"; none where absent. Source: QF-6.' })
  lateReturnDailyRate?: Rate | null;

  @Field({ defaultValue: false, description: 'Whether a serious breach lets the operator keep it. Source: QF-5.' })
  @IsBoolean()
  keptOnSeriousBreach: boolean = false;
}

@ObjectType('Agreement', { description: 'Dated terms between the operator and a member (协议).', implements: () => [Node] })
export class AgreementType {
  @IdField('agreement', { description: 'Which agreement.' })
  id!: string;

  @Field({ description: 'The number on the paper, unique in the network.' })
  number!: string;

  @DayField({ description: 'First day in force.' })
  startsOn!: Day;

  @DayField({ nullable: true, description: 'Last day in force; null while no end is agreed.' })
  endsOn!: Day | null;

  @Field(() => String, { nullable: true, description: 'Why it ended; null while it runs.' })
  endReason!: string | null;

  @Field({ description: 'Whether it ended by a serious breach of the member.' })
  seriousBreach!: boolean;

  @Field(() => Int, { description: 'Counts its changes; an update names the one it has seen.' })
  version!: number;
}

@InputType({ description: 'An agreement to put in force.' })
export class SignAgreementInput extends OnceInput {
  @IdField('member', { description: 'With whom. Errors: NOT_FOUND.' })
  memberId!: string;

  @Field({ description: 'The number on the paper, 1 to 60 characters. Errors: AGREEMENT_NUMBER_TAKEN.' })
  @Text(60)
  number!: string;

  @DayField({ description: 'First day in force. Errors: AGREEMENT_OVERLAPS.' })
  startsOn!: Day;

  @DayField({ nullable: true, description: 'Last day in force; absent where no end is agreed. Errors: AGREEMENT_ENDS_BEFORE_START, AGREEMENT_TOO_LONG.' })
  endsOn?: Day | null;

  @Field(() => [FundTermsInput], { description: 'The pots and their terms. Errors: TERMS_INVALID.' })
  @IsArray()
  @ArrayMinSize(0)
  @ArrayMaxSize(5)
  @ValidateNested({ each: true })
  @Type(() => FundTermsInput)
  funds!: FundTermsInput[];
}

@InputType({ description: 'The end of an agreement.' })
export class EndAgreementInput extends OnceInput {
  @IdField('agreement', { description: 'Which agreement. Errors: NOT_FOUND.' })
  agreementId!: string;

  @Field(() => Int, { description: 'The version that the caller has seen. Errors: STALE_VERSION, with the current one.' })
  @IsInt() @Min(1)
  version!: number;

  @DayField({ description: 'The last day in force. Errors: AGREEMENT_ENDS_BEFORE_START, AGREEMENT_ENDED.' })
  endsOn!: Day;

  @Field({ description: 'Why, 1 to 500 characters.' })
  @Text(500)
  reason!: string;

  @Field({ defaultValue: false, description: 'Whether it ends by a serious breach of the member; terms may let the operator keep a fund for it.' })
  @IsBoolean()
  seriousBreach: boolean = false;
}

@ObjectType({ description: 'The agreement as it now stands.' })
export class AgreementPayload extends Payload {
  @Field(() => AgreementType, { nullable: true, description: 'The agreement; null when refused.' })
  agreement?: AgreementType | null;
}
