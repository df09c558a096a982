import type { Money } from '@app/kernel';
import { Field, ObjectType } from '@nestjs/graphql';
import { enumType, MoneyField } from '../door/index.js';

export const SideEnum = enumType('AccountSide', 'The side on which an account grows.', {
  debit: 'Debit (借): what the operator has or spent.',
  credit: 'Credit (贷): what the operator owes or earned.',
});

@ObjectType('TrialBalanceLine', { description: 'All accounts of a kind together.' })
export class TrialBalanceLine {
  @Field({ description: 'The kind of account, such as custody, guarantee_fund, advances, receivable.' })
  kind!: string;

  @Field(() => SideEnum, { description: 'The side on which it grows.' })
  side!: 'debit' | 'credit';

  @MoneyField({ description: 'All that was debited.', from: 'debitMinor' })
  debit!: Money;

  @MoneyField({ description: 'All that was credited.', from: 'creditMinor' })
  credit!: Money;

  @MoneyField({ description: 'The balance on its own side; negative when it stands on the other.', from: 'balanceMinor' })
  balance!: Money;
}

@ObjectType('TrialBalance', { description: 'The books by kind of account (试算平衡); debits and credits are equal, or the books are wrong.' })
export class TrialBalance {
  @Field(() => [TrialBalanceLine], { description: 'By kind and currency.' })
  lines!: TrialBalanceLine[];

  @Field({ description: 'True when debits equal credits in each currency.' })
  balanced!: boolean;
}
