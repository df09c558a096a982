import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';

export enum FundKind { GUARANTEE_FUND = 'guarantee_fund', DEPOSIT = 'deposit', BOND = 'bond', RETENTION = 'retention', COMPLAINT_FUND = 'complaint_fund' }
registerEnumType(FundKind, { name: 'FundKind' });

export enum LineKind { TRANSFER = 'transfer', REVERSAL = 'reversal', HOLD = 'hold', CAPTURE = 'capture', VOID = 'void', EXPIRY = 'expiry' }
registerEnumType(LineKind, { name: 'LineKind' });

@ObjectType('Money')
export class MoneyModel {
  @Field() amount!: string;
  @Field() currency!: string;
}

@ObjectType('Member')
export class MemberModel {
  @Field(() => ID) id!: string;
  @Field() name!: string;
  @Field() code!: string;
}

@ObjectType('AccountLine')
export class LineModel {
  @Field() line!: string;
  @Field(() => LineKind) what!: LineKind;
  @Field() code!: string;
  @Field(() => MoneyModel) posted!: MoneyModel;
  @Field(() => MoneyModel) postedAfter!: MoneyModel;
  @Field() effectiveOn!: string;
  @Field() recordedAt!: Date;
}

@ObjectType('Fund')
export class FundModel {
  @Field(() => ID) id!: string;
  @Field(() => FundKind) kind!: FundKind;
  @Field() currency!: string;
}

@ObjectType('FundEdge')
export class FundEdge {
  @Field() cursor!: string;
  @Field(() => FundModel) node!: FundModel;
}

@ObjectType('PageInfo')
export class PageInfoModel {
  @Field() hasNextPage!: boolean;
  @Field(() => String, { nullable: true }) endCursor!: string | null;
}

@ObjectType('FundConnection')
export class FundConnection {
  @Field(() => [FundEdge]) edges!: FundEdge[];
  @Field(() => PageInfoModel) pageInfo!: PageInfoModel;
}

/** Minor units as text, to an amount with two decimals. */
export function moneyOf(minor: bigint | string, currency: string): MoneyModel {
  const text = minor.toString().padStart(3, '0');
  return { amount: `${text.slice(0, -2)}.${text.slice(-2)}`, currency };
}
