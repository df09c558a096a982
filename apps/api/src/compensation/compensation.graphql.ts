import type { CompensationRequest } from '@app/compensation';
import type { Day, Money } from '@app/kernel';
import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsBoolean, IsDate, IsInt, IsOptional, Min } from 'class-validator';
import { connectionOf, DateTime, DayField, enumType, IdField, MoneyField, Node, OnceInput, Payload, Text } from '../door/index.js';
import { FundCallType, FundDrawType, FundHoldType } from '../funds/fund.graphql.js';
import { ExplainedLineType, PackUsedType } from '../guarantees/decision.graphql.js';
import { ReceivableType } from '../recovery/recovery.graphql.js';

export const CompensationStateEnum = enumType('CompensationState', 'How far a compensation request has come.', {
  proposed: 'Proposed by the desk (提议).',
  approved: 'Approved by another (批准).',
  refused: 'Refused by another (驳回).',
  paid: 'Paid to the consumer and recovered from the shop (已付).',
});

@ObjectType('CompensationRequest', { description: 'Money asked for a consumer (赔付申请), to be paid by the mall first. Source: FR-3, FR-4.', implements: () => [Node] })
export class CompensationRequestType {
  @IdField('compensation', { description: 'Which request.' })
  id!: string;

  @IdField('complaint', { description: 'For which complaint.' })
  complaintId!: string;

  @MoneyField({ description: 'How much the consumer gets, as the rule gave it.', from: 'amountMinor' })
  amount!: Money;

  @Field({ description: 'The pack whose rule gave it.' })
  pack!: string;

  @Field(() => Int, { description: 'The pack\'s version.' })
  packVersion!: number;

  @Field(() => [PackUsedType], { description: 'All packs by which the complaint was decided.' })
  packs!: PackUsedType[];

  @Field(() => [ExplainedLineType], { description: 'How the amount came about, line by line.' })
  lines!: ExplainedLineType[];

  @Field(() => CompensationStateEnum, { description: 'How far it has come.' })
  state!: string;

  @DayField({ description: 'On which day it was proposed.' })
  proposedOn!: Day;

  @DayField({ nullable: true, description: 'On which day it was decided; null while it is not.' })
  decidedOn!: Day | null;

  @Field(() => String, { nullable: true, description: 'The reason of the decision; null while there is none.' })
  decisionReason!: string | null;

  @DayField({ nullable: true, description: 'On which day the consumer was paid; null while not.' })
  paidOn!: Day | null;

  @Field(() => String, { nullable: true, description: 'The bank\'s or the cashier\'s reference of the payout; null while it is not paid.' })
  paymentReference!: string | null;

  @Field(() => Int, { description: 'Counts its changes; a decision or a payment names the one it has seen.' })
  version!: number;
}

/** The frozen explanation, spread where the type shows it. */
export const shownRequest = (request: CompensationRequest) => ({ ...request, ...request.explained });

export const CompensationConnection = connectionOf(CompensationRequestType, { description: 'Compensation requests, oldest first.' });

@InputType({ description: 'A complaint to propose compensation for.' })
export class ProposeCompensationInput extends OnceInput {
  @IdField('complaint', { description: 'For which complaint. Errors: NOT_FOUND, NOT_OPEN, SHOP_NOT_PRESSED, REQUEST_EXISTS.' })
  complaintId!: string;
}

@ObjectType({ description: 'The request as it now stands.' })
export class CompensationPayload extends Payload {
  @Field(() => CompensationRequestType, { nullable: true, description: 'The request; null when refused.' })
  request?: CompensationRequestType | null;
}

@InputType({ description: 'A request to set money aside for.' })
export class HoldCompensationInput extends OnceInput {
  @IdField('compensation', { description: 'For which request. Errors: NOT_FOUND, WRONG_STATE, ALREADY_HELD.' })
  requestId!: string;

  @Field(() => DateTime, { nullable: true, description: 'When the hold is to run out; never where absent. Errors: HOLD_EXPIRY_PAST.' })
  @IsOptional()
  @IsDate()
  expiresAt?: Date | null;
}

@ObjectType({ description: 'What was set aside.' })
export class HoldCompensationPayload extends CompensationPayload {
  @Field(() => [FundHoldType], { nullable: true, description: 'The holds, in the order of the pots; together at most the amount.' })
  holds?: FundHoldType[] | null;
}

@InputType({ description: 'A decision on a proposed request.' })
export class DecideCompensationInput extends OnceInput {
  @IdField('compensation', { description: 'Which request. Errors: NOT_FOUND, WRONG_STATE, OWN_PROPOSAL.' })
  requestId!: string;

  @Field(() => Int, { description: 'The version that the caller has seen. Errors: STALE_VERSION, with the current one.' })
  @IsInt() @Min(1)
  version!: number;

  @Field({ description: 'True to approve, false to refuse.' })
  @IsBoolean()
  approve!: boolean;

  @Field({ description: 'Why, 1 to 1000 characters.' })
  @Text(1000)
  reason!: string;
}

@InputType({ description: 'A payout to the consumer.' })
export class PayCompensationInput extends OnceInput {
  @IdField('compensation', { description: 'Which request. Errors: NOT_FOUND, WRONG_STATE, OWN_DECISION, PAID_BEFORE_DECISION, HOLD_EXPIRED.' })
  requestId!: string;

  @Field(() => Int, { description: 'The version that the caller has seen. Errors: STALE_VERSION, with the current one.' })
  @IsInt() @Min(1)
  version!: number;

  @DayField({ nullable: true, description: 'The day it was paid; today where absent. Errors: DAY_TOO_EARLY, DAY_TOO_LATE.' })
  paidOn?: Day | null;

  @Field({ description: 'The bank\'s or the cashier\'s reference of the payout, 1 to 100 characters.' })
  @Text(100)
  reference!: string;
}

@ObjectType({ description: 'The payment, and how it was recovered from the shop.' })
export class PayCompensationPayload extends CompensationPayload {
  @Field(() => [FundDrawType], { nullable: true, description: 'What was drawn from the shop\'s funds.' })
  draws?: FundDrawType[] | null;

  @Field(() => ReceivableType, { nullable: true, description: 'What they could not give, owed by the shop; null where they gave all.' })
  receivable?: ReceivableType | null;

  @Field(() => [FundCallType], { nullable: true, description: 'The calls for what the drawn funds then lack.' })
  calls?: FundCallType[] | null;
}
