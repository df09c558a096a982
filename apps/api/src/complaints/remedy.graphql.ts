import type { MoreFacts } from '@app/complaints';
import type { Defect, Part, Remedy } from '@app/guarantees';
import type { Day } from '@app/kernel';
import { Field, InputType, Int, ObjectType, OmitType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, Matches, ValidateNested } from 'class-validator';
import { DayField, IdField, OnceInput, Payload, Text } from '../door/index.js';
import { RemedyDecisionType, RemedyOptionType } from '../guarantees/decision.graphql.js';
import { RemedyFactsInput } from '../guarantees/facts.graphql.js';
import { DefectEnum, PartEnum, RemedyEnum } from '../guarantees/words.js';

@ObjectType({ description: 'A pack by which a decision was made.' })
export class DecidingPack {
  @Field({ description: 'Its code.' })
  code!: string;

  @Field(() => Int, { description: 'Its version.' })
  version!: number;

  @Field({ description: 'The SHA-256 of its rules, by which they are known for ever.' })
  digest!: string;
}

@ObjectType('RecordedDecision', { description: 'What the rules gave for a complaint, as it was decided and kept (三包处理决定). A later one takes its place.' })
export class RecordedDecisionType extends OmitType(RemedyDecisionType, ['packs'] as const, ObjectType) {
  @IdField('remedyDecision', { description: 'Which decision.' })
  id!: string;

  @Field(() => [DecidingPack], { description: 'The packs it was made by.' })
  packs!: DecidingPack[];

  @DayField({ description: 'The day it was made.' })
  decidedOn!: Day;

  @Field(() => RemedyOptionType, { nullable: true, description: 'What the consumer chose; null until then.' })
  chosen!: RemedyOptionType | null;

  @DayField({ nullable: true, description: 'The day of the choice; null until then.' })
  chosenOn!: Day | null;
}

@ObjectType('RepairRecord', { description: 'A shop\'s repair over a complaint (维修记录). Source: TG-A3, N-2R.' })
export class RepairRecordType {
  @IdField('repair', { description: 'Which repair.' })
  id!: string;

  @DayField({ description: 'The day the goods were handed in.' })
  receivedOn!: Day;

  @DayField({ nullable: true, description: 'The day they came back; null while they are still there.' })
  returnedOn!: Day | null;

  @Field(() => DefectEnum, { description: 'What was repaired.' })
  fault!: Defect;

  @Field(() => PartEnum, { nullable: true, description: 'Which part; null where nobody said.' })
  part!: Part | null;

  @Field({ description: 'Whether the part was replaced.' })
  replaced!: boolean;

  @Field(() => String, { nullable: true, description: 'What had caused the fault; null where nobody said.' })
  cause!: string | null;
}

@InputType({ description: 'What is known of a case beyond its complaint; repairs come from their records.' })
export class DecisionFactsInput extends OmitType(RemedyFactsInput, ['goods', 'price', 'soldOn', 'reportedOn', 'defect', 'repairs', 'province'] as const, InputType) {}

@InputType({ description: 'A complaint to decide by the rules.' })
export class DecideRemedyInput extends OnceInput {
  @IdField('complaint', { description: 'Which complaint. Errors: NOT_FOUND, NOT_OPEN, FACTS_MISSING.' })
  complaintId!: string;

  @Field(() => String, { nullable: true, description: 'The province by ISO 3166-2, such as CN-ZJ, for the rules that hold there alone.' })
  @IsOptional() @Matches(/^CN-[A-Z]{2}$/)
  province?: string | null;

  @Field(() => DecisionFactsInput, { nullable: true, description: 'What is known besides; what is absent is not known.' })
  @IsOptional() @Type(() => DecisionFactsInput) @ValidateNested()
  facts?: MoreFacts | null;
}

@InputType({ description: 'What the consumer chooses.' })
export class ChooseRemedyInput extends OnceInput {
  @IdField('complaint', { description: 'Which complaint. Errors: NOT_FOUND, NOT_OPEN, NOT_DECIDED.' })
  complaintId!: string;

  @Field(() => RemedyEnum, { description: 'One of what the last decision offers. Errors: ALREADY_CHOSEN, NOT_OFFERED.' })
  @IsIn(Object.values(RemedyEnum))
  remedy!: Remedy;
}

@ObjectType({ description: 'The decision as it now stands.' })
export class DecisionPayload extends Payload {
  @Field(() => RecordedDecisionType, { nullable: true, description: 'The decision; null when refused.' })
  decision?: RecordedDecisionType | null;
}

@InputType({ description: 'Goods handed in for repair.' })
export class HandInRepairInput extends OnceInput {
  @IdField('complaint', { description: 'Over which complaint. Errors: NOT_FOUND, NOT_OPEN.' })
  complaintId!: string;

  @DayField({ nullable: true, description: 'The day they were handed in; today, where nothing is said. Errors: DAY_TOO_EARLY, DAY_TOO_LATE.' })
  receivedOn?: Day | null;

  @Field(() => DefectEnum, { nullable: true, description: 'What is repaired; the complaint\'s defect, where nothing is said. Errors: FACTS_MISSING.' })
  @IsOptional() @IsIn(Object.values(DefectEnum))
  fault?: Defect | null;

  @Field(() => PartEnum, { nullable: true, description: 'Which part, where it is known.' })
  @IsOptional() @IsIn(Object.values(PartEnum))
  part?: Part | null;
}

@InputType({ description: 'Repaired goods that go back.' })
export class ReturnRepairInput extends OnceInput {
  @IdField('repair', { description: 'Which repair. Errors: NOT_FOUND, REPAIR_OVER.' })
  repairId!: string;

  @DayField({ nullable: true, description: 'The day they went back; today, where nothing is said. Errors: RETURNED_BEFORE_HANDED_IN, DAY_TOO_LATE.' })
  returnedOn?: Day | null;

  @Field(() => PartEnum, { nullable: true, description: 'Which part it was, where it is known only now.' })
  @IsOptional() @IsIn(Object.values(PartEnum))
  part?: Part | null;

  @Field({ description: 'Whether the part was replaced.' })
  @IsBoolean()
  replaced!: boolean;

  @Field(() => String, { nullable: true, description: 'What had caused the fault, 1 to 1000 characters; no personal data. Source: QM-3.' })
  @IsOptional()
  @Text(1000)
  cause?: string | null;
}

@ObjectType({ description: 'The repair as it now stands.' })
export class RepairPayload extends Payload {
  @Field(() => RepairRecordType, { nullable: true, description: 'The repair; null when refused.' })
  repair?: RepairRecordType | null;
}
