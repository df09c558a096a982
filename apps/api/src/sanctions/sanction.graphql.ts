import type { Day, Money } from '@app/kernel';
import type { Measure } from '@app/sanctions';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DayField, enumType, IdField, IdsField, MoneyField, Node } from '../door/index.js';

export const MeasureEnum = enumType('SanctionMeasure', 'What a sanction is (处罚).', {
  oral_warning: 'Oral warning by the floor (口头警告). Source: SN-1.',
  ultimatum: 'Ultimatum (通牒). Source: SN-1.',
  expulsion: 'Expulsion; the whole deposit is deducted (清退). Source: SN-2, QF-3.',
  complaint_fund: 'Payment into the complaint fund, in one payment (投诉基金). Source: SN-3, QF-4.',
  quality_notice: 'Written notice of a quality breach (质量违约书面通知). Source: SN-5.',
  may_end_contract: 'The brand may end the contract (可终止合同). Source: SN-5.',
  bond_kept: 'The bond is kept (不退保证金). Source: SN-5.',
  staff_warning: 'Warning of staff (员工警告). Source: SN-6.',
  staff_penalty: 'Penalty of staff (员工处罚). Source: SN-6.',
  staff_dismissal: 'Dismissal of staff (员工辞退). Source: SN-6.',
  quality_warning: 'Quality warning (质量警示). Source: SN-7.',
  penalty_slip: 'Penalty slip (处罚单). Source: SN-9.',
  graded_penalty: 'Graded penalty for harm to the brand (分级处罚). Source: SN-10.',
  person_fine: 'Fine on the person at fault (责任人罚款). Source: QF-8.',
  relocation_fine: 'Fine for moving without leave (擅自迁址罚款). Source: QF-9.',
});

export const SanctionStateEnum = enumType('SanctionState', 'How far a sanction has come.', {
  proposed: 'Proposed; nothing follows yet (提议).',
  confirmed: 'Confirmed by another; its notice says whether it was served (确认).',
  refused: 'Decided against (驳回).',
  appealed: 'Appealed by its member (申诉中).',
  upheld: 'Upheld on appeal (维持).',
  lifted: 'Lifted on appeal, its money given back (撤销).',
});

export const SanctionOutcomeEnum = enumType('SanctionOutcome', 'What was decided on a sanction.', {
  confirmed: 'Confirmed (确认).', refused: 'Refused (驳回).', upheld: 'Upheld on appeal (维持).', lifted: 'Lifted on appeal (撤销).',
});

@ObjectType('Sanction', { description: 'What follows for a member that was complained of (处罚). Source: SN-8.', implements: () => [Node] })
export class SanctionType {
  @IdField('sanction', { description: 'Which sanction.' })
  id!: string;

  @IdField('member', { description: 'Against whom.' })
  memberId!: string;

  @Field({ description: 'The rule that gives it, such as SN-1.' })
  rule!: string;

  @Field(() => MeasureEnum, { description: 'What it is.' })
  measure!: Measure;

  @Field(() => String, { nullable: true, description: 'The problem that was complained of; null where it does not matter.' })
  problem!: string | null;

  @DayField({ nullable: true, description: 'First day in which complaints counted; null of one proposed by hand.' })
  windowFrom!: Day | null;

  @DayField({ nullable: true, description: 'Last day in which complaints counted; null of one proposed by hand.' })
  windowThrough!: Day | null;

  @Field(() => String, { nullable: true, description: 'The code of the person at fault, as the member knows it; null where there is none.' })
  staffCode!: string | null;

  @Field(() => String, { nullable: true, description: 'Why a person proposed it; null where the rule says it all.' })
  reason!: string | null;

  @MoneyField({ nullable: true, description: 'What is owed by it; null where the rule has no figure, or takes the whole deposit.', from: 'amountMinor' })
  amount!: Money | null;

  @Field({ description: 'Whether it takes the whole deposit. Source: QF-3.' })
  wholeDeposit!: boolean;

  @Field({ description: 'Whether the operator chose that it may be shown to all. Source: SN-7.' })
  isPublic!: boolean;

  @Field({ description: 'Whether the system proposed it.' })
  bySystem!: boolean;

  @Field(() => Int, { description: 'Within how many days from its service it may be appealed.' })
  appealDays!: number;

  @IdField('pack', { description: 'The pack whose rule gave it.' })
  packId!: string;

  @Field(() => SanctionStateEnum, { description: 'How far it has come.' })
  state!: string;

  @DayField({ description: 'On which day it was proposed.' })
  proposedOn!: Day;

  @Field(() => Int, { description: 'Counts its changes; a decision names the one it has seen.' })
  version!: number;
}

@ObjectType('SanctionDecision', { description: 'A decision on a sanction, or on the appeal against it.' })
export class SanctionDecisionType {
  @Field(() => SanctionOutcomeEnum, { description: 'What was decided.' })
  outcome!: string;

  @Field({ description: 'Why.' })
  reason!: string;

  @DayField({ description: 'On which day.' })
  decidedOn!: Day;

  @DayField({ nullable: true, description: 'From which day its money counts as given back; null where it was not lifted.' })
  effectiveOn!: Day | null;
}

@ObjectType('SanctionAppeal', { description: 'A member\'s appeal against its sanction (申诉). Source: SN-8.' })
export class SanctionAppealType {
  @IdField('sanctionAppeal', { description: 'Which appeal.' })
  id!: string;

  @Field({ description: 'Why, in the member\'s words.' })
  reason!: string;

  @DayField({ description: 'On which day.' })
  appealedOn!: Day;
}

@ObjectType('SanctionDue', { description: 'A sanction that the rules give today and that was not proposed yet.' })
export class SanctionDueType {
  @Field({ description: 'The rule that gives it.' })
  rule!: string;

  @Field(() => MeasureEnum, { description: 'What it would be.' })
  measure!: Measure;

  @Field(() => String, { nullable: true, description: 'The problem that is complained of; null where it does not matter.' })
  problem!: string | null;

  @DayField({ description: 'First day in which complaints count.' })
  windowFrom!: Day;

  @DayField({ description: 'Last day in which complaints count.' })
  windowThrough!: Day;

  @IdsField('complaint', { description: 'The complaints that count.' })
  complaintIds!: string[];
}

@ObjectType('Award', { description: 'What a member earned by a year without complaint (奖励). Source: SN-4.' })
export class AwardType {
  @IdField('award', { description: 'Which award.' })
  id!: string;

  @IdField('member', { description: 'To whom.' })
  memberId!: string;

  @Field({ description: 'What the plaque says.' })
  plaque!: string;

  @Field(() => Int, { description: 'For which calendar year.' })
  year!: number;

  @DayField({ description: 'On which day it was granted.' })
  grantedOn!: Day;
}

export const SanctionConnection = connectionOf(SanctionType, { description: 'Sanctions, oldest first.' });
export const AwardConnection = connectionOf(AwardType, { description: 'Awards, oldest first.' });
