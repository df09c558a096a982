import type { Category, Channel, Circumstance, Defect, Delay, Part } from '@app/guarantees';
import type { Day as KernelDay, Money, Rate } from '@app/kernel';
import { Field, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsOptional, Matches, Max, Min, ValidateNested } from 'class-validator';
import { Day, DayField, MoneyField, RateField, Text } from '../door/index.js';
import { CategoryEnum, ChannelEnum, CircumstanceEnum, DefectEnum, DelayEnum, PartEnum } from './words.js';

@InputType({ description: 'For what, and for how many days, a repair was late.' })
export class RepairDelayInput {
  @Field(() => DelayEnum, { description: 'For what.' })
  @IsIn(Object.values(DelayEnum))
  by!: Delay;

  @Field(() => Int, { description: 'For how many days, 0 to 3,660.' })
  @IsInt() @Min(0) @Max(3_660)
  days!: number;
}

@InputType({ description: 'One repair on record. Source: N-2R, N-90, car rules art. 24.' })
export class RepairInput {
  @DayField({ description: 'The day the goods were handed in. Errors: FACT_AFTER_REPORT.' })
  receivedOn!: KernelDay;

  @DayField({ nullable: true, description: 'The day they came back; absent while they are still there. Errors: FACT_AFTER_REPORT, REPAIR_ENDS_FIRST.' })
  returnedOn?: KernelDay | null;

  @Field(() => Int, { nullable: true, description: 'How many hours it took, 0 to 100,000, where they were kept.' })
  @IsOptional() @IsInt() @Min(0) @Max(100_000)
  hours?: number | null;

  @Field(() => DefectEnum, { description: 'What was wrong.' })
  @IsIn(Object.values(DefectEnum))
  fault!: Defect;

  @Field(() => PartEnum, { nullable: true, description: 'Which part was repaired.' })
  @IsOptional() @IsIn(Object.values(PartEnum))
  part?: Part | null;

  @Field(() => String, { nullable: true, description: 'The very part by its name, 1 to 100 characters, where parts of one kind must be told apart.' })
  @IsOptional() @Text(100)
  component?: string | null;

  @Field({ description: 'Whether the part was replaced.' })
  @IsBoolean()
  replaced!: boolean;

  @Field(() => [RepairDelayInput], { nullable: true, description: 'What it was late for, at most 20; nothing where absent.' })
  @IsOptional() @IsArray() @ArrayMaxSize(20) @Type(() => RepairDelayInput) @ValidateNested({ each: true })
  late?: RepairDelayInput[] | null;
}

/** A flag of which nobody may know. */
function Known(description: string): PropertyDecorator {
  return (target, property) => {
    Field(() => Boolean, { nullable: true, description: `${description} Absent: not known.` })(target, property);
    IsOptional()(target, property);
    IsBoolean()(target, property);
  };
}

function Fact(description: string): PropertyDecorator {
  return DayField({ nullable: true, description: `${description} Absent: not known. Errors: FACT_AFTER_REPORT.` });
}

@InputType({ description: 'What is known of a case. What is absent is not known: a rule that needs it is neither granted nor refused, and asks for it.' })
export class RemedyFactsInput {
  @Field(() => CategoryEnum, { description: 'What kind of goods.' })
  @IsIn(Object.values(CategoryEnum))
  goods!: Category;

  @MoneyField({ description: 'The price on the invoice or voucher.' })
  price!: Money;

  @MoneyField({ nullable: true, description: 'What was really paid. Absent: not known.' })
  paid?: Money | null;

  @Field(() => String, { nullable: true, description: 'The province by ISO 3166-2, such as CN-ZJ, for the rules that hold there alone.' })
  @IsOptional() @Matches(/^CN-[A-Z]{2}$/)
  province?: string | null;

  @DayField({ nullable: true, description: 'The day the consumer turned to somebody; today where absent. Errors: FACT_IN_FUTURE.' })
  reportedOn?: KernelDay | null;

  @Fact('The day of sale.') soldOn?: KernelDay | null;
  @Fact('The day of the invoice.') invoicedOn?: KernelDay | null;
  @Fact('The day of delivery.') deliveredOn?: KernelDay | null;
  @Fact('The day of acceptance or sign-off.') acceptedOn?: KernelDay | null;
  @Fact('The day on which installation and commissioning ended.') installedOn?: KernelDay | null;
  @Fact('The day the goods were made.') madeOn?: KernelDay | null;
  @Fact('The day of the slip by which the dealer took the unit from the brand.') pickedUpOn?: KernelDay | null;
  @Fact('The day a part was returned to be settled.') partReturnedOn?: KernelDay | null;

  @DayField({ nullable: true, description: 'The day the unit reached the brand. Absent: not known. Errors: FACT_IN_FUTURE.' })
  reachedBrandOn?: KernelDay | null;

  @Field(() => Int, { nullable: true, description: 'The agreement\'s months for the turnover of stock, 0 to 600. Absent: not known.' })
  @IsOptional() @IsInt() @Min(0) @Max(600)
  turnoverMonths?: number | null;

  @Field(() => Int, { nullable: true, description: 'The months that a contract guarantees, 0 to 600. Absent: not known.' })
  @IsOptional() @IsInt() @Min(0) @Max(600)
  contractMonths?: number | null;

  @Field(() => DefectEnum, { nullable: true, description: 'What is wrong. Absent: not known.' })
  @IsOptional() @IsIn(Object.values(DefectEnum))
  defect?: Defect | null;

  @Field(() => PartEnum, { nullable: true, description: 'Which part it is. Absent: not known.' })
  @IsOptional() @IsIn(Object.values(PartEnum))
  part?: Part | null;

  @Field(() => String, { nullable: true, description: 'The very part by its name, 1 to 100 characters.' })
  @IsOptional() @Text(100)
  component?: string | null;

  @Field(() => [CircumstanceEnum], { nullable: true, description: 'What was done to the goods or is true of them; an empty list where nothing is. Absent: not known.' })
  @IsOptional() @IsArray() @ArrayMaxSize(50) @IsIn(Object.values(CircumstanceEnum), { each: true })
  circumstances?: Circumstance[] | null;

  @Field(() => ChannelEnum, { nullable: true, description: 'How the goods were sold. Absent: not known.' })
  @IsOptional() @IsIn(Object.values(ChannelEnum))
  soldBy?: Channel | null;

  @Field(() => Int, { nullable: true, description: 'Kilometres driven, 0 to 10,000,000. Absent: not known.' })
  @IsOptional() @IsInt() @Min(0) @Max(10_000_000)
  km?: number | null;

  @Field(() => [RepairInput], { nullable: true, description: 'The repairs on record, at most 100; an empty list where there were none. Absent: not known.' })
  @IsOptional() @IsArray() @ArrayMaxSize(100) @Type(() => RepairInput) @ValidateNested({ each: true })
  repairs?: RepairInput[] | null;

  @Field(() => [Day], { nullable: true, description: 'The days of earlier exchanges, at most 100; an empty list where there were none. Absent: not known. Errors: FACT_AFTER_REPORT.' })
  @IsOptional() @IsArray() @ArrayMaxSize(100)
  exchanges?: KernelDay[] | null;

  @Field(() => Int, { nullable: true, description: 'For how many hours the goods have waited for their repair, 0 to 100,000. Absent: not known.' })
  @IsOptional() @IsInt() @Min(0) @Max(100_000)
  hoursUnrepaired?: number | null;

  @MoneyField({ nullable: true, description: 'What refurbishing shell and packaging comes to. Absent: not known.' })
  refurbishing?: Money | null;

  @RateField({ nullable: true, description: 'The maker\'s rate of use for each 1,000 km, such as 0.005. Absent: not known. Errors: RATE_OUT_OF_RANGE.' })
  makersRate?: Rate | null;

  @Known('Whether there is an invoice or sales voucher.') voucher?: boolean | null;
  @Known('Whether there is a three-guarantees card (三包卡).') card?: boolean | null;
  @Known('Whether both sides acknowledge the sale.') acknowledged?: boolean | null;
  @Known('Whether the goods are unworn and in their original state.') unworn?: boolean | null;
  @Known('Whether the buyer is from out of town.') outOfTown?: boolean | null;
  @Known('Whether there is a like article or the same model.') likeModel?: boolean | null;
  @Known('Whether the consumer is a member of the brand\'s club.') member?: boolean | null;
  @Known('Whether the goods can be used.') usable?: boolean | null;
  @Known('Whether the fault cannot be repaired.') unrepairable?: boolean | null;
  @Known('Whether an appraisal confirmed it.') appraised?: boolean | null;
  @Known('Whether the sale was a fraud.') fraud?: boolean | null;
  @Known('Whether the lease of the counter has ended.') leaseEnded?: boolean | null;
  @Known('Whether the goods are durable.') durable?: boolean | null;
}
