import type { PotKind, Purpose } from '@app/funds';
import type { Day, Money } from '@app/kernel';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, DayField, enumType, IdField, MoneyField, Node } from '../door/index.js';
import { PotKindEnum, PurposeEnum } from '../members/agreement.graphql.js';

@ObjectType('Fund', { description: 'A member\'s money that the operator keeps in one pot (资金账户), with its coverage.', implements: () => [Node] })
export class FundType {
  @IdField('fund', { description: 'Which fund.' })
  id!: string;

  @Field(() => PotKindEnum, { description: 'Which pot.' })
  kind!: PotKind;

  @Field(() => [PurposeEnum], { description: 'What the agreement lets it be drawn for.' })
  uses!: Purpose[];

  @Field(() => Int, { description: 'Its turn in the order of consumption, lowest first.' })
  drawOrder!: number;

  @MoneyField({ description: 'The level it is to be kept at; zero once the agreement has ended. Source: QF-10.', from: 'requiredMinor' })
  required!: Money;

  @MoneyField({ description: 'What stands on it.', from: 'postedMinor' })
  posted!: Money;

  @MoneyField({ description: 'What of it is set aside for cases.', from: 'heldMinor' })
  held!: Money;

  @MoneyField({ description: 'What may be drawn or held now: posted less held.', from: 'availableMinor' })
  available!: Money;

  @MoneyField({ description: 'What is called and not paid yet.', from: 'calledMinor' })
  called!: Money;

  @MoneyField({ description: 'What is missing to the required level, called or not.', from: 'shortfallMinor' })
  shortfall!: Money;

  @DayField({ nullable: true, description: 'The last day on which returning it is in time; null while no end of the agreement is set. Source: QF-5.' })
  returnDueOn!: Day | null;

  @MoneyField({ description: 'What the operator owes on top if it returned all of it today; zero while in time. Source: QF-6.', from: 'lateReturnFeeMinor' })
  lateReturnFee!: Money;
}

export const FundConnection = connectionOf(FundType, { description: 'Funds, oldest first.' });

export const ReminderKindEnum = enumType('CallReminderKind', 'Which reminder of a call it was.', {
  coming_due: 'Within three days before it is due.',
  overdue: 'After it was due.',
});

@ObjectType('CallReminder', { description: 'A reminder of an open call; each kind is sent once.' })
export class CallReminderType {
  @Field(() => ReminderKindEnum, { description: 'Which reminder it was.' })
  kind!: string;

  @Field(() => DateTime, { description: 'When it was recorded.' })
  recordedAt!: Date;
}

@ObjectType('FundCall', { description: 'A demand that a member top its fund up again (催缴).' })
export class FundCallType {
  @IdField('fundCall', { description: 'Which call.' })
  id!: string;

  @MoneyField({ description: 'What was called.', from: 'amountMinor' })
  amount!: Money;

  @MoneyField({ description: 'What was paid of it.', from: 'metMinor' })
  met!: Money;

  @DayField({ description: 'The day of the call.' })
  calledOn!: Day;

  @DayField({ description: 'The last day on which paying is in time.' })
  dueOn!: Day;
}

export const HoldOutcomeEnum = enumType('HoldOutcome', 'What became of a hold.', {
  captured: 'Taken, wholly or in part (扣划).',
  voided: 'Let go by decision (释放).',
  expired: 'Run out (过期).',
});

@ObjectType('FundHold', { description: 'Money of a fund set aside for a case (冻结).' })
export class FundHoldType {
  @IdField('fundHold', { description: 'Which hold.' })
  id!: string;

  @IdField('fund', { description: 'On which fund.' })
  fundId!: string;

  @MoneyField({ description: 'How much.', from: 'amountMinor' })
  amount!: Money;

  @Field(() => PurposeEnum, { description: 'For what.' })
  purpose!: Purpose;

  @Field(() => DateTime, { nullable: true, description: 'When it runs out; null when it does not.' })
  expiresAt!: Date | null;

  @Field(() => HoldOutcomeEnum, { nullable: true, description: 'What became of it; null while it stands.' })
  outcome!: string | null;
}

@ObjectType('FundDraw', { description: 'What a case took from a fund (扣划).' })
export class FundDrawType {
  @IdField('fundDraw', { description: 'Which draw.' })
  id!: string;

  @IdField('fund', { description: 'From which fund.' })
  fundId!: string;

  @MoneyField({ description: 'How much.', from: 'amountMinor' })
  amount!: Money;

  @Field(() => PurposeEnum, { description: 'For what.' })
  purpose!: Purpose;

  @DayField({ description: 'On which day.' })
  drawnOn!: Day;
}

@ObjectType('FundReceipt', { description: 'Money that a member paid into a fund (收款).' })
export class FundReceiptType {
  @IdField('fundReceipt', { description: 'Which receipt; reverseReceipt takes it.' })
  id!: string;

  @MoneyField({ description: 'How much.', from: 'amountMinor' })
  amount!: Money;

  @DayField({ description: 'On which day it came in.' })
  receivedOn!: Day;

  @Field({ description: 'The bank\'s or the cashier\'s reference.' })
  reference!: string;

  @Field({ description: 'Whether it was taken back.' })
  reversed!: boolean;
}

export const ReleaseOutcomeEnum = enumType('FundReleaseOutcome', 'How a fund came to its end.', {
  returned: 'Returned to the member (退还).',
  kept: 'Kept by the operator after a serious breach (不予退还). Source: QF-5.',
});

@ObjectType('FundRelease', { description: 'The return, or the keeping, of a fund after the agreement\'s end.' })
export class FundReleaseType {
  @IdField('fundRelease', { description: 'Which release.' })
  id!: string;

  @Field(() => ReleaseOutcomeEnum, { description: 'Returned or kept.' })
  outcome!: string;

  @MoneyField({ description: 'How much.', from: 'amountMinor' })
  amount!: Money;

  @DayField({ description: 'By when it was to be returned.' })
  dueOn!: Day;

  @MoneyField({ description: 'What the operator paid on top for being late. Source: QF-6.', from: 'lateFeeMinor' })
  lateFee!: Money;

  @DayField({ description: 'On which day it was released.' })
  releasedOn!: Day;

  @Field({ description: 'The bank\'s or the cashier\'s reference.' })
  reference!: string;
}
