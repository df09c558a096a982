import { formatAmount, type Money as KernelMoney } from '@app/kernel';
import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { IsString } from 'class-validator';
import { Show } from './show.js';

@ObjectType({ description: 'An exact amount of money. It may be negative where it is a net.' })
export class Money {
  @Field(() => String, { description: 'In units of the currency with exactly its decimals, such as "123.45"; decimal text, never a float.' })
  @Show((money) => formatAmount(money as unknown as KernelMoney))
  amount!: string;

  @Field(() => String, { description: 'In the smallest units of the currency (fen for CNY), such as "12345"; whole-number text, for it may exceed 2^53.' })
  @Show(({ minor }) => String(minor))
  minor!: string;

  @Field({ description: 'ISO 4217, such as CNY.' })
  currency!: string;
}

@InputType({
  description: 'An amount above zero. Errors: AMOUNT_NOT_POSITIVE, AMOUNT_TOO_PRECISE, AMOUNT_TOO_LARGE, AMOUNT_MALFORMED, WRONG_CURRENCY.',
})
export class MoneyInput {
  @Field({ description: 'Decimal text in units of the currency, such as "123.45"; no more decimals than the currency has.' })
  @IsString()
  amount!: string;

  @Field({ description: 'ISO 4217, such as CNY; it must be the currency of the network.' })
  @IsString()
  currency!: string;
}
