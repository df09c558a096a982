import { dimensions, indicators, shownKey, units, type AnalysisRow, type DimensionName, type IndicatorName } from '@app/analysis';
import type { Day, Rate } from '@app/kernel';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsIn, IsOptional, IsString } from 'class-validator';
import { DayField, enumType, Show } from '../door/index.js';

const described = <Name extends string>(all: Readonly<Record<Name, { zh: string; says: string }>>) =>
  Object.fromEntries(Object.entries<{ zh: string; says: string }>(all).map(([name, { zh, says }]) => [name, `${says} (${zh})`])) as Record<Name, string>;

export const AnalysisDimensionEnum = enumType('AnalysisDimension', 'By what complaints are told apart.', described<DimensionName>(dimensions));
export const AnalysisIndicatorEnum = enumType('AnalysisIndicator', 'What is counted or measured, and how.', described<IndicatorName>(indicators));
export const AnalysisUnitEnum = enumType('AnalysisUnit', 'What a figure is counted in.', {
  count: 'A whole number (件).', share: 'A decimal of four digits, half up: 0.9500 of one is 0.95 (比率).', score: 'A decimal of two digits, from 1 to 5 (分).',
  minutes: 'Whole minutes; one that has begun does not count (分钟).', money: 'An amount of the network\'s currency (元).',
} satisfies Record<(typeof units)[number], string>);

@ObjectType('AnalysisFigure', { description: 'One figure of a row, beside that of the period before, and its target.' })
export class AnalysisFigureType {
  @Field(() => AnalysisIndicatorEnum, { description: 'Which figure, and how it is computed.' })
  indicator!: IndicatorName;

  @Field(() => AnalysisUnitEnum, { description: 'What it is counted in.' })
  @Show(({ indicator }) => indicators[indicator as IndicatorName].unit)
  unit!: string;

  @Field(() => String, { nullable: true, description: 'The figure, as exact decimal text; null where there is none, such as a share of nothing.' })
  value!: string | null;

  @Field(() => Int, { nullable: true, description: 'The count or the minutes themselves; of a share its upper figure, of a score the sum. Null for money, and where nothing is known.' })
  part!: number | null;

  @Field(() => Int, { nullable: true, description: 'What a share is of, or how many gave a score; null for what is no share, and where it is not known.' })
  whole!: number | null;

  @Field(() => String, { nullable: true, description: 'The figure of the period before; null where there is none. Source: QM-6.' })
  last!: string | null;

  @Field(() => String, { nullable: true, description: 'How much more it is than in the period before, negative where less; null where either is not there.' })
  change!: string | null;

  @Field(() => String, { nullable: true, description: 'What it ought to come to, by the network\'s pack of service targets on the last day of the period, or today; null without one. Source: QM-6.' })
  target!: Rate | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the target is met, judged by the parts before any rounding; null without a target or a figure.' })
  met!: boolean | null;
}

@ObjectType('AnalysisRow', { description: 'The figures of a shop, a category, a cause: of whatever the rows are told apart by.' })
export class AnalysisRowType {
  @Field(() => AnalysisDimensionEnum, { nullable: true, description: 'Of what kind it is; null for the total.' })
  @Show(({ by }) => (by === 'total' ? null : by))
  by!: string | null;

  @Field(() => String, { nullable: true, description: 'Of which: an id or a code, see the dimension; null for the total, and for those of which it is not known.' })
  @Show((row) => shownKey(row as unknown as AnalysisRow))
  key!: string | null;

  @Field(() => [AnalysisFigureType], { description: 'Its figures, in the order of the indicators.' })
  figures!: AnalysisFigureType[];
}

@ObjectType('ComplaintAnalysis', {
  description: 'The complaints taken in during a period (投诉分析), counted anew from the records whenever it is asked for; an end that comes later changes it, what is not on record never does. Source: CX-10.',
})
export class ComplaintAnalysisType {
  @Field({ description: 'The period, as it is asked for.' })
  period!: string;

  @DayField({ description: 'Its first day.' })
  from!: Day;

  @DayField({ description: 'Its last day; of a period that is not over, one that is still to come.' })
  through!: Day;

  @DayField({ description: 'The first day of the period before.' })
  lastFrom!: Day;

  @DayField({ description: 'The last day of the period before.' })
  lastThrough!: Day;

  @Field(() => AnalysisRowType, { description: 'All that the caller may see.' })
  total!: AnalysisRowType;

  @Field(() => [AnalysisRowType], { description: 'A row for each that had complaints in either period; dimension by dimension as asked for, the most counted complaints first. Source: CX-10.' })
  rows!: AnalysisRowType[];
}

@ArgsType()
export class ComplaintAnalysisArgs {
  @Field(() => String, { nullable: true, description: 'A month, 2026-10; a quarter, 2026-Q4; or a week by ISO 8601, 2026-W41; the month of today, where it is not given. Errors: PERIOD_UNREADABLE, PERIOD_IN_FUTURE. Source: CX-10, QM-8.' })
  @IsOptional() @IsString()
  period?: string | null;

  @Field(() => [AnalysisDimensionEnum], { defaultValue: ['shop'], description: 'By what the rows are told apart; for an empty list there is the total alone.' })
  @ArrayMaxSize(20)
  @IsIn(Object.values(AnalysisDimensionEnum), { each: true })
  by: DimensionName[] = ['shop'];
}
