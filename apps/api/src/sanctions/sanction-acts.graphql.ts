import type { Day, Money } from '@app/kernel';
import type { Measure } from '@app/sanctions';
import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsBoolean, IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { DayField, IdField, MoneyField, OnceInput, Payload, Text } from '../door/index.js';
import { FundDrawType } from '../funds/fund.graphql.js';
import { NoticeType } from '../notices/notice.graphql.js';
import { ReceivableType } from '../recovery/recovery.graphql.js';
import { AwardType, MeasureEnum, SanctionAppealType, SanctionDecisionType, SanctionType } from './sanction.graphql.js';

@InputType({ description: 'A sanction that is due by the counted complaints.' })
export class ProposeSanctionInput extends OnceInput {
  @IdField('member', { description: 'Against whom. Errors: NOT_FOUND.' })
  memberId!: string;

  @Field(() => MeasureEnum, { description: 'What is due. Errors: NOT_DUE, ALREADY_PROPOSED.' })
  @IsIn(Object.values(MeasureEnum))
  measure!: Measure;

  @Field(() => String, { nullable: true, description: 'On which problem, as sanctionsDue answers it; absent where it does not matter.' })
  @IsOptional() @Text(60)
  problem?: string | null;
}

@InputType({ description: 'A sanction that a person proposes for a reason.' })
export class ProposeSanctionByHandInput extends OnceInput {
  @IdField('member', { description: 'Against whom. Errors: NOT_FOUND, NO_AGREEMENT.' })
  memberId!: string;

  @Field({ description: 'The rule that permits it: SN-5, SN-6, SN-7, SN-9, SN-10, QF-8 or QF-9. Errors: UNKNOWN_RULE.' })
  @Text(20)
  rule!: string;

  @Field({ description: 'Why, 1 to 1000 characters; no personal data.' })
  @Text(1000)
  reason!: string;

  @Field(() => String, { nullable: true, description: 'The code of the person at fault, never a name: 1 to 40 letters, digits and hyphens. Errors: STAFF_CODE_MISSING.' })
  @IsOptional() @Matches(/^[0-9A-Za-z-]{1,40}$/)
  staffCode?: string | null;

  @MoneyField({ nullable: true, description: 'What is owed, where the rule has no figure of its own. Errors: AMOUNT_FIXED, WRONG_CURRENCY.' })
  amount?: Money | null;

  @Field(() => Int, { nullable: true, description: 'Of a move: how many working days before it the written notice came; 0 where none did. Errors: MOVE_FACTS_MISSING, NOT_A_BREACH. Source: QF-9.' })
  @IsOptional() @IsInt() @Min(0) @Max(1000)
  noticeWorkingDays?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Of a move: whether the brand approved it. Source: QF-9.' })
  @IsOptional() @IsBoolean()
  approved?: boolean | null;

  @Field({ defaultValue: false, description: 'Whether it may be shown to all. Source: SN-7.' })
  @IsBoolean()
  isPublic: boolean = false;
}

@ObjectType({ description: 'The sanction as proposed.' })
export class ProposeSanctionPayload extends Payload {
  @Field(() => SanctionType, { nullable: true, description: 'The sanction; null when refused.' })
  sanction?: SanctionType | null;
}

@InputType({ description: 'A decision on a proposed sanction.' })
export class DecideSanctionInput extends OnceInput {
  @IdField('sanction', { description: 'Which sanction. Errors: NOT_FOUND, ALREADY_DECIDED, OWN_PROPOSAL.' })
  sanctionId!: string;

  @Field(() => Int, { description: 'The version that the caller has seen. Errors: STALE_VERSION, with the current one.' })
  @IsInt() @Min(1)
  version!: number;

  @Field({ description: 'True to confirm it, false to refuse it.' })
  @IsBoolean()
  confirm!: boolean;

  @Field({ description: 'Why, 1 to 1000 characters.' })
  @Text(1000)
  reason!: string;
}

@ObjectType({ description: 'The decision, and what it took.' })
export class DecideSanctionPayload extends ProposeSanctionPayload {
  @Field(() => SanctionDecisionType, { nullable: true, description: 'The decision; null when refused by the rules.' })
  decision?: SanctionDecisionType | null;

  @Field(() => [FundDrawType], { nullable: true, description: 'What was drawn, in the order of the pots.' })
  draws?: FundDrawType[] | null;

  @Field(() => ReceivableType, { nullable: true, description: 'What the member owes by it; null where it owes nothing.' })
  receivable?: ReceivableType | null;

  @Field(() => NoticeType, { nullable: true, description: 'The paper to be served on the member; null where nothing was confirmed.' })
  notice?: NoticeType | null;
}

@InputType({ description: 'A member\'s appeal against its own sanction.' })
export class AppealSanctionInput extends OnceInput {
  @IdField('sanction', { description: 'Which sanction. Errors: NOT_FOUND, NOT_SERVED, ALREADY_APPEALED, APPEAL_TOO_LATE.' })
  sanctionId!: string;

  @Field({ description: 'Why, 1 to 2000 characters; no personal data.' })
  @Text(2000)
  reason!: string;
}

@ObjectType({ description: 'The sanction and its appeal.' })
export class AppealSanctionPayload extends ProposeSanctionPayload {
  @Field(() => SanctionAppealType, { nullable: true, description: 'The appeal; null when refused.' })
  appeal?: SanctionAppealType | null;
}

@InputType({ description: 'A decision on an appeal.' })
export class DecideAppealInput extends OnceInput {
  @IdField('sanction', { description: 'Which sanction. Errors: NOT_FOUND, NOT_APPEALED, OWN_PROPOSAL, OWN_DECISION.' })
  sanctionId!: string;

  @Field(() => Int, { description: 'The version that the caller has seen. Errors: STALE_VERSION, with the current one.' })
  @IsInt() @Min(1)
  version!: number;

  @Field({ description: 'True to lift the sanction and give its money back, false to uphold it.' })
  @IsBoolean()
  lift!: boolean;

  @DayField({ nullable: true, description: 'From which day its money counts as given back; today where absent. Errors: EFFECTIVE_DAY_UNASKED, EFFECTIVE_BEFORE_ORIGINAL, DAY_TOO_EARLY, DAY_TOO_LATE.' })
  effectiveOn?: Day | null;

  @Field({ description: 'Why, 1 to 1000 characters.' })
  @Text(1000)
  reason!: string;
}

@ObjectType({ description: 'The sanction after the appeal.' })
export class DecideAppealPayload extends ProposeSanctionPayload {
  @Field(() => SanctionDecisionType, { nullable: true, description: 'The decision on the appeal; null when refused by the rules.' })
  decision?: SanctionDecisionType | null;

  @Field(() => ReceivableType, { nullable: true, description: 'What was owed by it and is owed no more; null where nothing was.' })
  receivable?: ReceivableType | null;
}

@InputType({ description: 'An award for a calendar year.' })
export class GrantAwardInput extends OnceInput {
  @IdField('member', { description: 'To whom. Errors: NOT_FOUND.' })
  memberId!: string;

  @Field(() => Int, { description: 'Which calendar year, from 1900 to 9999; it must be over. Errors: AWARD_NOT_EARNED, ALREADY_AWARDED.' })
  @IsInt() @Min(1900) @Max(9999)
  year!: number;
}

@ObjectType({ description: 'The award as granted.' })
export class GrantAwardPayload extends Payload {
  @Field(() => AwardType, { nullable: true, description: 'The award; null when refused.' })
  award?: AwardType | null;
}
