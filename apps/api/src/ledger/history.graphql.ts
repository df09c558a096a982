import type { Day, Money } from '@app/kernel';
import { Field, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, DayField, enumType, MoneyField, WholeField } from '../door/index.js';

export const LineKindEnum = enumType('AccountLineKind', 'What a line of an account history did.', {
  transfer: 'Money was posted (记账).',
  reversal: 'A transfer was taken back (冲正).',
  hold: 'Money was set aside (冻结).',
  capture: 'Held money was taken; what was left of the hold returned (扣划).',
  void: 'A hold was let go (释放).',
  expiry: 'A hold ran out (过期).',
});

@ObjectType('AccountLine', { description: 'One line of an account history (账户明细), with the balances after it.' })
export class AccountLineType {
  @WholeField({ description: 'Its number in the account, from 1 and without gaps.' })
  line!: bigint;

  @Field(() => LineKindEnum, { description: 'What it did.' })
  what!: string;

  @Field({ description: 'Why, as the business act calls it: receipt, draw, hold, release …' })
  code!: string;

  @Field({ description: 'The kind of act that caused it, such as fund_receipt or fund_draw.' })
  causeType!: string;

  @MoneyField({ description: 'What it added to the posted balance; negative when it took.', from: 'postedMinor' })
  posted!: Money;

  @MoneyField({ description: 'What it added to what is held; negative when it let go.', from: 'heldMinor' })
  held!: Money;

  @MoneyField({ description: 'The posted balance after it.', from: 'postedAfterMinor' })
  postedAfter!: Money;

  @MoneyField({ description: 'What is held after it.', from: 'heldAfterMinor' })
  heldAfter!: Money;

  @MoneyField({ description: 'What is available after it: posted less held.', from: 'availableAfterMinor' })
  availableAfter!: Money;

  @DayField({ description: 'The business day it counts from.' })
  effectiveOn!: Day;

  @Field(() => DateTime, { description: 'When it was recorded, by the database\'s clock.' })
  recordedAt!: Date;
}

export const AccountLineConnection = connectionOf(AccountLineType, { description: 'An account history, in recorded order.' });
