import type { Day, Money } from '@app/kernel';
import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { DayField, IdField, IdsField, MoneyField, OnceInput, Payload, Text } from '../door/index.js';
import { FundCallType, FundHoldType, FundReleaseType } from './fund.graphql.js';

@InputType({ description: 'Money that a member paid into a fund.' })
export class ReceiveFundInput extends OnceInput {
  @IdField('fund', { description: 'Into which fund. Errors: NOT_FOUND.' })
  fundId!: string;

  @MoneyField({ description: 'How much.' })
  amount!: Money;

  @DayField({ nullable: true, description: 'The day it came in; today where absent. Errors: DAY_TOO_EARLY, DAY_TOO_LATE, BEFORE_AGREEMENT.' })
  receivedOn?: Day | null;

  @Field({ description: 'The bank\'s or the cashier\'s own reference, 1 to 100 characters, once a fund. Errors: RECEIPT_RECORDED.' })
  @Text(100)
  reference!: string;
}

@ObjectType({ description: 'The receipt, and the fund after it.' })
export class ReceiveFundPayload extends Payload {
  @IdField('fundReceipt', { nullable: true, description: 'The receipt; null when refused or only tried.' })
  receiptId?: string | null;

  @MoneyField({ nullable: true, description: 'What stands on the fund after it.', from: 'postedMinor' })
  posted?: Money | null;

  @IdsField('fundCall', { nullable: true, description: 'The open calls that it went to, the oldest due first.' })
  callIds?: string[] | null;
}

@InputType({ description: 'A fund to act on.' })
export class CallFundInput extends OnceInput {
  @IdField('fund', { description: 'Which fund. Errors: NOT_FOUND.' })
  fundId!: string;
}

@ObjectType({ description: 'The call that was made.' })
export class CallFundPayload extends Payload {
  @Field(() => FundCallType, { nullable: true, description: 'The call; null when refused.' })
  call?: FundCallType | null;
}

@InputType({ description: 'A hold to let go.' })
export class VoidFundHoldInput extends OnceInput {
  @IdField('fundHold', { description: 'Which hold. Errors: NOT_FOUND, HOLD_RESOLVED.' })
  fundHoldId!: string;
}

@ObjectType({ description: 'The hold after it was let go.' })
export class FundHoldPayload extends Payload {
  @Field(() => FundHoldType, { nullable: true, description: 'The hold; null when refused.' })
  hold?: FundHoldType | null;
}

@InputType({ description: 'A fund to return to its member.' })
export class ReleaseFundInput extends OnceInput {
  @IdField('fund', { description: 'Which fund. Errors: NOT_FOUND.' })
  fundId!: string;

  @MoneyField({ nullable: true, description: 'How much; all that is available where absent. Errors: BELOW_FLOOR.' })
  amount?: Money | null;

  @DayField({ nullable: true, description: 'The day it was paid out; today where absent.' })
  releasedOn?: Day | null;

  @Field({ description: 'The bank\'s or the cashier\'s reference, 1 to 100 characters.' })
  @Text(100)
  reference!: string;
}

@InputType({ description: 'A fund to keep after a serious breach.' })
export class KeepFundInput extends OnceInput {
  @IdField('fund', { description: 'Which fund. Errors: NOT_FOUND.' })
  fundId!: string;

  @Field({ description: 'The decision\'s reference, 1 to 100 characters.' })
  @Text(100)
  reference!: string;
}

@ObjectType({ description: 'The release of the fund.' })
export class FundReleasePayload extends Payload {
  @Field(() => FundReleaseType, { nullable: true, description: 'The release; null when refused.' })
  release?: FundReleaseType | null;
}

@InputType({ description: 'A receipt to take back.' })
export class ReverseReceiptInput extends OnceInput {
  @IdField('fundReceipt', { description: 'Which receipt. Errors: NOT_FOUND, ALREADY_REVERSED, BELOW_FLOOR.' })
  receiptId!: string;

  @DayField({ nullable: true, description: 'From which day; today where absent. Errors: EFFECTIVE_BEFORE_ORIGINAL.' })
  effectiveOn?: Day | null;

  @Field({ description: 'Why, 1 to 500 characters.' })
  @Text(500)
  reason!: string;
}

@ObjectType({ description: 'The fund after the reversal.' })
export class ReverseReceiptPayload extends Payload {
  @MoneyField({ nullable: true, description: 'What stands on the fund after it.', from: 'postedMinor' })
  posted?: Money | null;

  @Field(() => FundCallType, { nullable: true, description: 'The call for what the fund then lacks; null where it lacks nothing.' })
  call?: FundCallType | null;
}
