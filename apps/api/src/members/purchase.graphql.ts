import type { Day, Money } from '@app/kernel';
import { salesChannels, type SalesChannel } from '@app/members';
import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { connectionOf, DayField, enumType, IdField, MoneyField, OnceInput, Payload, Text } from '../door/index.js';
import { PersonInput } from './consumer.inputs.graphql.js';

export const SalesChannelEnum = enumType('SalesChannel', 'How goods were sold (销售方式).', {
  counter: 'At the counter (柜台).', exhibition: 'At an exhibition (展销).', online: 'Online (网购).', phone: 'By phone (电话购物).',
  door_to_door: 'At the consumer\'s door (上门推销).', group: 'To a group (团购).',
} satisfies Record<(typeof salesChannels)[number], string>);

@ObjectType('Purchase', { description: 'What a shop sold (购买记录).' })
export class PurchaseType {
  @IdField('purchase', { description: 'Which purchase.' })
  id!: string;

  @IdField('member', { description: 'The shop that sold.' })
  memberId!: string;

  @Field({ description: 'The goods category, such as leather_shoes.' })
  category!: string;

  @Field({ description: 'The model or article, as on the voucher.' })
  model!: string;

  @MoneyField({ description: 'What was paid.', from: 'priceMinor' })
  price!: Money;

  @MoneyField({ nullable: true, description: 'What the invoice says; null where it is not known.', from: 'invoicePriceMinor' })
  invoicePrice!: Money | null;

  @Field(() => String, { nullable: true, description: 'The voucher\'s number, unique in the shop; null where there is none.' })
  voucher!: string | null;

  @Field(() => String, { nullable: true, description: 'The invoice\'s number; null where it is not known.' })
  invoiceNumber!: string | null;

  @DayField({ description: 'The day of sale, day 0.' })
  soldOn!: Day;

  @DayField({ nullable: true, description: 'The day of the invoice; null where it is not known.' })
  invoicedOn!: Day | null;

  @DayField({ nullable: true, description: 'The day of delivery; null where it is not known.' })
  deliveredOn!: Day | null;

  @Field(() => SalesChannelEnum, { description: 'How it was sold.' })
  channel!: SalesChannel;

  @Field({ description: 'Whether the buyer is from out of town (外地). Source: TG-A10.' })
  outOfTown!: boolean;

  @Field(() => String, { nullable: true, description: 'The article\'s serial number; null where it has none.' })
  serial!: string | null;

  @Field(() => String, { nullable: true, description: 'Who sold, by the shop\'s own staff number; null where it is not known. Source: QM-6.' })
  salesperson!: string | null;
}

export const PurchaseConnection = connectionOf(PurchaseType, { description: 'Purchases, oldest first.' });

@InputType({ description: 'A purchase to record.' })
export class RecordPurchaseInput extends OnceInput {
  @IdField('member', { description: 'The shop that sold. Errors: NOT_FOUND, SELLER_NOT_A_SHOP.' })
  memberId!: string;

  @IdField('consumer', { nullable: true, description: 'Who bought; absent where `person` says it or nobody is known. Errors: NOT_FOUND, CONSUMER_ERASED.' })
  consumerId?: string | null;

  @Field(() => PersonInput, { nullable: true, description: 'Who bought, to be found or made; passed over where `consumerId` is given.' })
  @IsOptional() @Type(() => PersonInput) @ValidateNested()
  person?: PersonInput | null;

  @Field({ description: 'The goods category: small letters, digits and underscores, at most 60. Errors: CATEGORY_UNREADABLE, VOUCHER_DIFFERS.' })
  @Text(60)
  category!: string;

  @Field({ description: 'The model or article, 1 to 200 characters.' })
  @Text(200)
  model!: string;

  @MoneyField({ description: 'What was paid. Errors: VOUCHER_DIFFERS.' })
  price!: Money;

  @MoneyField({ nullable: true, description: 'What the invoice says.' })
  invoicePrice?: Money | null;

  @Field(() => String, { nullable: true, description: 'The voucher\'s number, 1 to 60 characters; one that the shop has is that purchase. Errors: VOUCHER_OF_ANOTHER.' })
  @IsOptional() @Text(60)
  voucher?: string | null;

  @Field(() => String, { nullable: true, description: 'The invoice\'s number, 1 to 60 characters.' })
  @IsOptional() @Text(60)
  invoiceNumber?: string | null;

  @DayField({ description: 'The day of sale. Errors: SOLD_IN_FUTURE, VOUCHER_DIFFERS.' })
  soldOn!: Day;

  @DayField({ nullable: true, description: 'The day of the invoice. Errors: INVOICED_BEFORE_SALE, INVOICED_IN_FUTURE.' })
  invoicedOn?: Day | null;

  @DayField({ nullable: true, description: 'The day of delivery. Errors: DELIVERED_BEFORE_SALE, DELIVERED_IN_FUTURE.' })
  deliveredOn?: Day | null;

  @Field(() => SalesChannelEnum, { description: 'How it was sold.' })
  @IsIn(Object.values(SalesChannelEnum))
  channel!: SalesChannel;

  @Field({ defaultValue: false, description: 'Whether the buyer is from out of town.' })
  @IsBoolean()
  outOfTown: boolean = false;

  @Field(() => String, { nullable: true, description: 'The article\'s serial number, 1 to 100 characters.' })
  @IsOptional() @Text(100)
  serial?: string | null;

  @Field(() => String, { nullable: true, description: 'Who sold: the shop\'s own staff number, 1 to 20 letters, digits and hyphens, never a name. Errors: SALESPERSON_UNREADABLE.' })
  @IsOptional() @Text(20)
  salesperson?: string | null;
}

@ObjectType({ description: 'The purchase that was found or recorded.' })
export class RecordPurchasePayload extends Payload {
  @Field(() => PurchaseType, { nullable: true, description: 'The purchase; null when refused.' })
  purchase?: PurchaseType | null;

  @Field(() => Boolean, { nullable: true, description: 'True when it was not on record before; null when refused.' })
  created?: boolean | null;
}

/** Characters of a file in a mutation; what is longer is uploaded. */
const mostCharacters = 200_000;

@InputType({ description: 'A file of sales.' })
export class ImportSalesInput extends OnceInput {
  @IdField('member', { description: 'The shop that sold. Errors: NOT_FOUND, SELLER_NOT_A_SHOP.' })
  memberId!: string;

  @Field({
    description: `CSV with headings in Chinese or English, at most ${mostCharacters} characters: voucher 凭证号, category 类别, model 型号, price 价格, sold_on 销售日期; `
      + 'where wanted invoice_price, invoice_number, invoiced_on, delivered_on, channel, out_of_town, serial, name, phone, address, email. '
      + 'Errors: FILE_EMPTY, FILE_TOO_LONG, FILE_UNREADABLE, HEADING_UNKNOWN, HEADING_TWICE, HEADING_MISSING.',
  })
  @IsString() @MaxLength(mostCharacters)
  csv!: string;

  @Field({ defaultValue: false, description: 'True to import the rows that are right beside those that are wrong; otherwise one wrong row keeps all out.' })
  @IsBoolean()
  skipBad: boolean = false;
}

@ObjectType('SalesRowProblem', { description: 'What is wrong with a row of a file; what stood there is not repeated.' })
export class SalesRowProblemType {
  @Field(() => Int, { description: 'The line of the file, the headings being line 1.' })
  line!: number;

  @Field(() => String, { nullable: true, description: 'The column, by its English name; null when it is the whole row.' })
  column!: string | null;

  @Field({ description: 'The reason as a stable word, such as CELL_EMPTY: for programs.' })
  code!: string;

  @Field({ description: 'The reason for people, in Chinese or English by Accept-Language.' })
  message!: string;
}

@ObjectType({ description: 'What came of a file of sales.' })
export class ImportSalesPayload extends Payload {
  @Field(() => Int, { nullable: true, description: 'How many purchases were recorded; 0 where a row is wrong and skipBad is not set; null when refused.' })
  imported?: number | null;

  @Field(() => Int, { nullable: true, description: 'How many consumers were made; null when refused.' })
  consumers?: number | null;

  @Field(() => [Int], { nullable: true, description: 'The lines whose voucher the shop has already; nothing was done about them.' })
  duplicates?: number[] | null;

  @Field(() => [SalesRowProblemType], { nullable: true, description: 'Every row that is wrong, with the reason.' })
  problems?: SalesRowProblemType[] | null;
}
