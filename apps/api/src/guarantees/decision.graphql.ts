import type { Bearer, Charge, Due, RemedyDecision, Remedy, Right, Side, Term } from '@app/guarantees';
import type { Day, Money } from '@app/kernel';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DayField, IdField, MoneyField } from '../door/index.js';
import { BearerEnum, ChargeEnum, CoveredEnum, RemedyEnum, RightEnum, TermEnum, UnitEnum } from './words.js';

@ObjectType('ExplainedLine', { description: 'One step of a decision: the rule that said it, what it came to, and how.' })
export class ExplainedLineType {
  @Field({ description: 'The rule\'s id in the rulebook, such as TG-A6.' })
  rule!: string;

  @Field({ description: 'What it came to, in units of the currency.' })
  amount!: string;

  @Field({ description: 'How it came to that, such as 458.00 × 0.005 × 12.' })
  formula!: string;
}

@ObjectType('Due', { description: 'A deadline as the rule states it.' })
export class DueType {
  @Field(() => Int, { description: 'How many.' })
  n!: number;

  @Field(() => UnitEnum, { description: 'Of what.' })
  unit!: Due['unit'];

  @Field({ description: 'From what it runs: report, goods_back, acceptance, signing, repair_done, warranty_end, each_time or arrival.' })
  from!: string;

  @DayField({ nullable: true, description: 'The day; null where a calendar, a clock or an event to come must tell it.' })
  dueOn!: Day | null;
}

@ObjectType({ isAbstract: true, description: 'What rules give.' })
class GivenType {
  @Field(() => [String], { description: 'The rules that give it, such as TG-A4 A.' })
  rules!: string[];

  @Field({ description: 'The pack that they stand in.' })
  pack!: string;

  @Field(() => Int, { description: 'Which version of it.' })
  packVersion!: number;

  @Field(() => DueType, { nullable: true, description: 'By when; null where the rule names no time.' })
  within!: Due | null;

  @Field(() => BearerEnum, { nullable: true, description: 'Who does or bears it; null where the rule names nobody.' })
  bearer!: Bearer | null;

  @Field(() => [TermEnum], { description: 'How it is given.' })
  terms!: Term[];
}

@ObjectType('RemedyOption', { description: 'A remedy that the consumer may choose.' })
export class RemedyOptionType extends GivenType {
  @Field(() => RemedyEnum, { description: 'Which remedy.' })
  remedy!: Remedy;

  @MoneyField({ description: 'What the consumer pays, or what is kept of the refund; 0.00 where it is free.' })
  fee!: Money;

  @MoneyField({ nullable: true, description: 'What the consumer gets back; null where it is no refund.' })
  refund!: Money | null;

  @Field(() => [ChargeEnum], { description: 'What the consumer pays besides by a schedule.' })
  charges!: Charge[];

  @Field(() => [ExplainedLineType], { description: 'How the amounts came about, line by line.' })
  lines!: ExplainedLineType[];
}

@ObjectType('RightGiven', { description: 'What follows beside the remedies.' })
export class RightGivenType extends GivenType {
  @Field(() => RightEnum, { description: 'What it is.' })
  right!: Right;
}

@ObjectType('ConsideredRule', { description: 'A rule that was looked at and did not apply.' })
export class ConsideredRuleType {
  @Field({ description: 'Which rule.' }) rule!: string;
  @Field({ description: 'The pack that it stands in.' }) pack!: string;
  @Field({ description: 'The condition that failed; `denied` where another rule takes it away.' }) condition!: string;
  @Field({ description: 'What it asks for.' }) wanted!: string;
  @Field({ description: 'What was found.' }) found!: string;
}

@ObjectType('MissingFact', { description: 'A fact that is not known.' })
export class MissingFactType {
  @Field({ description: 'Its field in RemedyFactsInput; `period` or `rate` where a pack lacks a parameter for these goods.' }) fact!: string;
  @Field(() => [String], { description: 'The rules that wait for it.' }) rules!: string[];
}

@ObjectType('ConflictSide', { description: 'What one pack says.' })
export class ConflictSideType {
  @Field({ description: 'Which pack.' }) pack!: string;
  @Field(() => [String], { description: 'Its rules.' }) rules!: string[];
  @Field({ description: 'What it gives, in words.' }) says!: string;
}

@ObjectType('RemedyConflict', { description: 'Two packs differ; the better one for the consumer holds.' })
export class RemedyConflictType {
  @Field(() => RemedyEnum, { description: 'Over which remedy.' }) remedy!: Remedy;
  @Field(() => ConflictSideType, { description: 'The one that holds.' }) better!: Side;
  @Field(() => ConflictSideType, { description: 'The other.' }) other!: Side;
}

@ObjectType('PackUsed', { description: 'A pack by which something was decided.' })
export class PackUsedType {
  @IdField('pack', { description: 'Which pack, shipped or the network\'s own.' }) id!: string;
  @Field({ description: 'Its kind: goods of the table of goods, guarantee of the others.' }) kind!: string;
  @Field({ description: 'Its code.' }) code!: string;
  @Field(() => Int, { description: 'Its version.' }) version!: number;
  @Field({ description: 'The SHA-256 of its rules, by which they are known for ever.' }) digest!: string;
}

@ObjectType('RemedyDecision', { description: 'What the rules give for facts, and why; nothing of it is kept. Source: TG-A, TG-B, TG-C, TG-D, N-7.' })
export class RemedyDecisionType {
  @Field(() => CoveredEnum, { description: 'Whether they give anything.' }) covered!: RemedyDecision['covered'];
  @Field(() => [String], { description: 'The rules that gave it; where none did, those that took all away.' }) because!: string[];
  @Field(() => [RemedyOptionType], { description: 'What the consumer may choose among; of each remedy the best that a pack gives.' }) options!: RemedyOptionType[];
  @Field(() => [RightGivenType], { description: 'What follows beside.' }) rights!: RightGivenType[];
  @Field(() => [ConsideredRuleType], { description: 'Every rule about these goods that did not apply, with its figures.' }) considered!: ConsideredRuleType[];
  @Field(() => [MissingFactType], { description: 'What to ask for.' }) missing!: MissingFactType[];
  @Field(() => [RemedyConflictType], { description: 'Where packs differ.' }) conflicts!: RemedyConflictType[];
  @Field(() => [PackUsedType], { description: 'The packs it was made by, in the order in which they were read, the table of goods first.' }) packs!: PackUsedType[];
}
