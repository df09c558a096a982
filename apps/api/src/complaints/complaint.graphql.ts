import type { AskedFact, Channel, Demand, Outcome, Priority } from '@app/complaints';
import type { Category, Defect } from '@app/guarantees';
import type { Day, Money } from '@app/kernel';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, DayField, IdField, MoneyField, Node, Payload } from '../door/index.js';
import { CategoryEnum, DefectEnum } from '../guarantees/words.js';
import {
  ComplaintChannelEnum, ComplaintFactEnum, ComplaintStateEnum, DemandEnum, OutcomeEnum, PriorityEnum, SideEnum,
} from './complaint-words.graphql.js';

@ObjectType('Complaint', { description: 'A consumer\'s demand over goods that a shop sold (投诉); it names no consumer.', implements: () => [Node] })
export class ComplaintType {
  @IdField('complaint', { description: 'Which complaint.' })
  id!: string;

  @Field({ description: 'The number that people say, such as C260302-4F7K2QX; unique in the network, in no order.' })
  number!: string;

  @Field(() => ComplaintChannelEnum, { description: 'How it came in.' })
  channel!: Channel;

  @Field(() => String, { nullable: true, description: 'The number of the hotline 12315; null where it has none.' })
  hotlineNumber!: string | null;

  @Field(() => CategoryEnum, { nullable: true, description: 'What kind of goods; null while it is not known.' })
  category!: Category | null;

  @MoneyField({ nullable: true, description: 'The price on the voucher; null while it is not known.', from: 'priceMinor' })
  price!: Money | null;

  @DayField({ nullable: true, description: 'The day of sale, day 0; null while it is not known.' })
  soldOn!: Day | null;

  @DayField({ nullable: true, description: 'The day the goods came back; null while it is not known.' })
  returnedOn!: Day | null;

  @Field(() => DefectEnum, { nullable: true, description: 'What is wrong with them; null while it is not known.' })
  defect!: Defect | null;

  @Field(() => String, { nullable: true, description: 'The class by which the same problem is counted: a code; the defect, unless the desk said otherwise. Source: SN-1.' })
  problem!: string | null;

  @Field(() => DemandEnum, { nullable: true, description: 'What the consumer asks for; null while it is not known.' })
  demand!: Demand | null;

  @Field(() => String, { nullable: true, description: 'The number of the sales voucher or invoice; null where none is known.' })
  voucher!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether card and voucher, or both sides\' word, are there. Source: TG-A1, TG-A12.' })
  hasVoucher!: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the shop is still there to be pressed. Source: FR-3.' })
  shopPresent!: boolean | null;

  @Field({ description: 'What happened, in the desk\'s words; no personal data.' })
  summary!: string;

  @Field(() => PriorityEnum, { description: 'How urgent it is.' })
  priority!: Priority;

  @Field(() => DateTime, { description: 'When the consumer made the request: its clocks run from here. Source: CX-13.' })
  receivedAt!: Date;

  @DayField({ description: 'The day of that, by which complaints are counted.' })
  receivedOn!: Day;

  @Field(() => ComplaintStateEnum, { description: 'How far it has come.' })
  state!: string;

  @Field(() => OutcomeEnum, { nullable: true, description: 'What came of it; null while it is open, and where it was withdrawn or unfounded.' })
  outcome!: Outcome | null;

  @Field(() => String, { nullable: true, description: 'Why it ended; null while it is open.' })
  closeReason!: string | null;

  @DayField({ nullable: true, description: 'The day it ended; null while it is open.' })
  endedOn!: Day | null;

  @Field(() => Int, { description: 'How often it was opened again.' })
  reopened!: number;

  @DayField({ nullable: true, description: 'The day the consumer contested a refusal or a finding; null where that has not happened.' })
  contestedOn!: Day | null;

  @DayField({ nullable: true, description: 'The day it was reported up as a serious accident; null otherwise. Source: FR-9.' })
  accidentOn!: Day | null;

  @IdField('compensation', { nullable: true, description: 'The compensation request that asks for it; meanwhile it cannot end. Null where none asks.' })
  pendingRequestId!: string | null;

  @IdField('complaint', { nullable: true, description: 'The complaint that it was merged into; null otherwise.' })
  mergedInto!: string | null;
}

@ObjectType('ComplaintEvent', { description: 'What happened to a complaint: a line of its timeline, never changed.' })
export class ComplaintEventType {
  @IdField('complaintEvent', { description: 'Which event.' })
  id!: string;

  @Field({ description: 'What happened: a code, such as recorded, contacted, closed.' })
  code!: string;

  @Field(() => DateTime, { description: 'When, by the network\'s clock.' })
  at!: Date;

  @Field({ description: 'In which role whoever did it acted.' })
  byRole!: string;

  @Field(() => String, { nullable: true, description: 'A word on it: a state, an outcome, the names of facts; null where there is none.' })
  detail!: string | null;

  @Field(() => String, { nullable: true, description: 'Why, in the words of whoever did it; null where none was given.' })
  reason!: string | null;
}

@ObjectType('ComplaintStatement', { description: 'What a side says on a complaint, and what it refers to.' })
export class ComplaintStatementType {
  @IdField('complaintStatement', { description: 'Which statement.' })
  id!: string;

  @Field(() => SideEnum, { description: 'Whose side speaks.' })
  side!: string;

  @Field({ description: 'What it says; no personal data.' })
  says!: string;

  @Field(() => String, { nullable: true, description: 'Where its evidence lies: the number of a file, of a parcel, a page of a register; null where it refers to none.' })
  reference!: string | null;

  @Field(() => DateTime, { description: 'When it was recorded.' })
  at!: Date;
}

export const ComplaintConnection = connectionOf(ComplaintType, { description: 'Complaints, what is due next first; those with no clock running last, the oldest first.' });

@ObjectType({ description: 'The complaint as it now stands.' })
export class ComplaintPayload extends Payload {
  @Field(() => ComplaintType, { nullable: true, description: 'The complaint; null when refused.' })
  complaint?: ComplaintType | null;
}

@ObjectType('ComplaintDuplicate', { description: 'A complaint that may be the same matter.' })
export class ComplaintDuplicateType {
  @IdField('complaint', { description: 'Which complaint.' })
  id!: string;

  @Field({ description: 'The number that people say.' })
  number!: string;

  @Field(() => ComplaintStateEnum, { description: 'How far it has come.' })
  state!: string;

  @DayField({ description: 'The day of its intake.' })
  receivedOn!: Day;
}

@ObjectType({ description: 'The complaint as it now stands, and what is still to be asked for.' })
export class IntakePayload extends ComplaintPayload {
  @Field(() => [ComplaintFactEnum], { nullable: true, description: 'The facts that are missing, in the order of the form; null when refused.' })
  missing?: readonly AskedFact[] | null;

  @Field(() => [ComplaintDuplicateType], {
    nullable: true, description: 'Complaints that may be the same matter: of the same shop with the same voucher within 30 days, or of the same consumer over the same goods. A person merges them, nothing else does. Null when refused.',
  })
  possibleDuplicates?: readonly ComplaintDuplicateType[] | null;
}

@ObjectType({ description: 'The complaint that was taken in.' })
export class RecordComplaintPayload extends IntakePayload {
  @Field(() => String, {
    nullable: true,
    description: 'The consumer\'s ticket code, for lookUpTicket. Shown once: null in a replay and in a trial; null too where no consumer\'s phone was given. Source: RO-11.',
  })
  ticketCode?: string | null;
}

@ObjectType({ description: 'The statement that was added.' })
export class StatementPayload extends Payload {
  @Field(() => ComplaintStatementType, { nullable: true, description: 'The statement; null when refused.' })
  statement?: ComplaintStatementType | null;
}
