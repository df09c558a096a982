import type { Day } from '@app/kernel';
import { ArgsType, Field, ObjectType } from '@nestjs/graphql';
import { IsBoolean, IsDate, IsOptional, IsString, MaxLength } from 'class-validator';
import { connectionOf, DateTime, DayField, IdField, Node, PageArgs } from '../door/index.js';
import { SideEnum } from './ledger.graphql.js';

@ObjectType('Account', { description: 'Where the ledger keeps money of one kind (账户), of the network or of one member.', implements: () => [Node] })
export class AccountType {
  @IdField('account', { description: 'Which account.' })
  id!: string;

  @Field({ description: 'What it keeps, such as custody, guarantee_fund, advances, receivable.' })
  kind!: string;

  @IdField('member', { nullable: true, description: 'Whose it is; null for the network\'s own.' })
  memberId!: string | null;

  @Field({ description: 'The one currency of its transfers, ISO 4217.' })
  currency!: string;

  @Field(() => SideEnum, { description: 'The side on which it grows.' })
  side!: 'debit' | 'credit';

  @Field({ description: 'True when it never falls below zero less what is held; its history is then numbered as it is written.' })
  floored!: boolean;
}

export const AccountConnection = connectionOf(AccountType, { description: 'Accounts, oldest first.' });

@ArgsType()
export class AccountArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Only of this kind, such as custody.' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  kind?: string | null;
}

@ArgsType()
export class HistoryArgs extends PageArgs {
  @Field({ defaultValue: false, description: 'The newest line first.' })
  @IsBoolean()
  newestFirst: boolean = false;
}

@ArgsType()
export class AsOfArgs {
  @DayField({ nullable: true, description: 'Only what was effective by this day; all days where absent.' })
  effectiveOn?: Day | null;

  @Field(() => DateTime, { nullable: true, description: 'Only what was recorded by this instant, by the database\'s clock; all of it where absent.' })
  @IsOptional()
  @IsDate()
  recordedAt?: Date | null;
}
