import type { Purpose } from '@app/funds';
import type { Day, Money } from '@app/kernel';
import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsBoolean, IsInt, Min } from 'class-validator';
import { connectionOf, DayField, enumType, IdField, MoneyField, OnceInput, Payload, Text } from '../door/index.js';
import { FundCallType, FundDrawType } from '../funds/fund.graphql.js';
import { PurposeEnum } from '../members/agreement.graphql.js';
import { NoticeType } from '../notices/notice.graphql.js';

@ObjectType('Receivable', { description: 'What a member owes for one case beyond what its funds gave (应收款). Source: FR-5.' })
export class ReceivableType {
  @IdField('receivable', { description: 'Which receivable.' })
  id!: string;

  @IdField('member', { description: 'Who owes it.' })
  memberId!: string;

  @MoneyField({ description: 'What was owed at first.', from: 'amountMinor' })
  amount!: Money;

  @MoneyField({ description: 'What was paid of it.', from: 'paidMinor' })
  paid!: Money;

  @Field(() => PurposeEnum, { description: 'For what.' })
  purpose!: Purpose;

  @DayField({ description: 'On which day it arose.' })
  aroseOn!: Day;

  @DayField({ nullable: true, description: 'By when it is to be paid; null where no day was said. Source: QF-4.' })
  dueOn!: Day | null;

  @Field({ description: 'Whether it must be paid in one payment. Source: QF-4.' })
  inOnePayment!: boolean;

  @DayField({ nullable: true, description: 'From which day it is owed no more, as its case was lifted; null while it stands. Source: SN-8.' })
  liftedOn!: Day | null;
}

@ObjectType('ReceivablePayment', { description: 'What a member paid on a receivable.' })
export class ReceivablePaymentType {
  @IdField('receivablePayment', { description: 'Which payment.' })
  id!: string;

  @MoneyField({ description: 'How much.', from: 'amountMinor' })
  amount!: Money;

  @DayField({ description: 'On which day it came in.' })
  receivedOn!: Day;

  @Field({ description: 'The bank\'s or the cashier\'s reference.' })
  reference!: string;
}

export const ReceivableConnection = connectionOf(ReceivableType, { description: 'Receivables, oldest first.' });

@InputType({ description: 'What a member paid on a receivable.' })
export class ReceiveReceivableInput extends OnceInput {
  @IdField('receivable', { description: 'On which receivable. Errors: NOT_FOUND, RECEIVABLE_LIFTED.' })
  receivableId!: string;

  @MoneyField({ description: 'How much, at most what is owed. Errors: OVERPAID, NO_INSTALMENTS.' })
  amount!: Money;

  @DayField({ nullable: true, description: 'The day it came in; today where absent. Errors: DAY_TOO_EARLY, DAY_TOO_LATE, RECEIVED_BEFORE_ARISING.' })
  receivedOn?: Day | null;

  @Field({ description: 'The bank\'s or the cashier\'s own reference, 1 to 100 characters, once a receivable. Errors: PAYMENT_RECORDED.' })
  @Text(100)
  reference!: string;
}

@ObjectType({ description: 'The receivable after the payment.' })
export class ReceiveReceivablePayload extends Payload {
  @Field(() => ReceivableType, { nullable: true, description: 'The receivable; null when refused.' })
  receivable?: ReceivableType | null;
}

export const DeductionStateEnum = enumType('DeductionState', 'How far a deduction has come.', {
  proposed: 'Proposed; nothing is taken (提议).',
  taken: 'Decided and taken (已扣).',
  refused: 'Decided against (驳回).',
});

@ObjectType('Deduction', { description: 'A penalty proposed against a member, decided by another (扣款). Source: QF-2.' })
export class DeductionType {
  @IdField('deduction', { description: 'Which deduction.' })
  id!: string;

  @IdField('member', { description: 'Against whom.' })
  memberId!: string;

  @MoneyField({ description: 'How much.', from: 'amountMinor' })
  amount!: Money;

  @Field({ description: 'Why.' })
  reason!: string;

  @Field({ description: 'The clause of the agreement that permits it.' })
  clause!: string;

  @Field(() => DeductionStateEnum, { description: 'How far it has come.' })
  state!: string;

  @DayField({ description: 'On which day it was proposed.' })
  proposedOn!: Day;

  @DayField({ nullable: true, description: 'On which day it was decided; null while it is not.' })
  decidedOn!: Day | null;

  @Field(() => String, { nullable: true, description: 'The reason of the decision; null while there is none.' })
  decisionReason!: string | null;

  @Field(() => Int, { description: 'Counts its changes; a decision names the one it has seen.' })
  version!: number;
}

export const DeductionConnection = connectionOf(DeductionType, { description: 'Deductions, oldest first.' });

@InputType({ description: 'A penalty to propose.' })
export class ProposeDeductionInput extends OnceInput {
  @IdField('member', { description: 'Against whom. Errors: NOT_FOUND, NO_AGREEMENT.' })
  memberId!: string;

  @MoneyField({ description: 'How much.' })
  amount!: Money;

  @Field({ description: 'Why, 1 to 1000 characters.' })
  @Text(1000)
  reason!: string;

  @Field({ description: 'The clause of the agreement that permits it, 1 to 200 characters.' })
  @Text(200)
  clause!: string;
}

@ObjectType({ description: 'The deduction as proposed.' })
export class ProposeDeductionPayload extends Payload {
  @Field(() => DeductionType, { nullable: true, description: 'The deduction; null when refused.' })
  deduction?: DeductionType | null;
}

@InputType({ description: 'A decision on a proposed deduction.' })
export class DecideDeductionInput extends OnceInput {
  @IdField('deduction', { description: 'Which deduction. Errors: NOT_FOUND, ALREADY_DECIDED, OWN_PROPOSAL.' })
  deductionId!: string;

  @Field(() => Int, { description: 'The version that the caller has seen. Errors: STALE_VERSION, with the current one.' })
  @IsInt() @Min(1)
  version!: number;

  @Field({ description: 'True to take it, false to refuse it.' })
  @IsBoolean()
  take!: boolean;

  @Field({ description: 'Why, 1 to 1000 characters.' })
  @Text(1000)
  reason!: string;
}

@ObjectType({ description: 'The decision, what it took and from where.' })
export class DecideDeductionPayload extends Payload {
  @Field(() => DeductionType, { nullable: true, description: 'The deduction; null when refused by the rules.' })
  deduction?: DeductionType | null;

  @Field(() => [FundDrawType], { nullable: true, description: 'What was drawn, in the order of the pots.' })
  draws?: FundDrawType[] | null;

  @Field(() => [FundCallType], { nullable: true, description: 'The calls for what the drawn funds then lack.' })
  calls?: FundCallType[] | null;

  @Field(() => ReceivableType, { nullable: true, description: 'What the funds could not give; null where they gave all.' })
  receivable?: ReceivableType | null;

  @Field(() => NoticeType, { nullable: true, description: 'The paper to be served on the member; null where nothing was taken.' })
  notice?: NoticeType | null;
}
