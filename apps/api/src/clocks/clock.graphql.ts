import type { Clock, EscalationStep, PauseReason } from '@app/clocks';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, IdField, Node } from '../door/index.js';
import { ClockEventKindEnum, ClockPartyEnum, ClockStateEnum, ClockUnitEnum, EscalationStepEnum, PauseReasonEnum } from './words.js';

@ObjectType('ClockEvent', { description: 'Something that happened to a clock; never changed.' })
export class ClockEventType {
  @Field(() => Int, { description: 'Its place among the clock\'s events, from 1.' })
  n!: number;

  @Field(() => Int, { description: 'In which of the clock\'s cycles.' })
  cycle!: number;

  @Field(() => ClockEventKindEnum, { description: 'What happened.' })
  what!: string;

  @Field(() => EscalationStepEnum, { nullable: true, description: 'To whom it was escalated; null otherwise.' })
  step!: EscalationStep | null;

  @Field(() => DateTime, { description: 'When, in business time.' })
  at!: Date;

  @Field(() => DateTime, { nullable: true, description: 'The deadline as it then stood; null where it had none or none known.' })
  dueAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why, or which event stopped it; null where that is plain. No personal data.' })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: 'What backs it; null where nothing has to.' })
  evidence!: string | null;
}

@ObjectType('Clock', { description: 'How long something may take, by the pack that was in force when it started (时钟). Source: CX-1 to CX-8, CX-12, CX-13, CX-16.', implements: () => [Node] })
export class ClockType {
  @IdField('clock', { description: 'Which clock.' })
  id!: string;

  @Field(() => ID, { description: 'What it is about, such as a complaint.' })
  subjectId!: string;

  @IdField('member', { nullable: true, description: 'The member whose matter it is; null where it concerns none.' })
  memberId!: string | null;

  @Field({ description: 'Which of its subject\'s clocks, by the pack\'s word, such as counter_acted.' })
  code!: string;

  @Field({ description: 'The rule that asks for it, such as CX-1.' })
  rule!: string;

  @Field(() => ClockPartyEnum, { description: 'Who has to act.' })
  party!: Clock['party'];

  @Field({ description: 'The pack from which it took how it counts.' })
  pack!: string;

  @Field({ description: 'The version of that pack.' })
  packVersion!: string;

  @Field(() => ClockUnitEnum, { description: 'What it counts in.' })
  unit!: Clock['unit'];

  @Field(() => Int, { description: 'How many of its unit; 0 where the unit counts nothing.' })
  amount!: number;

  @Field({ description: 'The event that stops it, by the pack\'s word.' })
  stopEvent!: string;

  @Field(() => [PauseReasonEnum], { description: 'For what it may be paused.' })
  pauseReasons!: readonly PauseReason[];

  @Field(() => ClockStateEnum, { description: 'Where it stands.' })
  state!: Clock['state'];

  @Field(() => DateTime, { description: 'When the consumer asked, or what it waits for began.' })
  startedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it is due, pauses and extension counted in, while paused as of the pause; null where it has no deadline, or none known yet: see missing.' })
  dueAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it warns; null where it does not, or not yet known.' })
  warnAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When its deadline passed, in this cycle; null while it has not.' })
  breachedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was stopped; null while it was not.' })
  stoppedAt!: Date | null;

  @Field(() => Int, { description: 'Seconds since its start, without those it waited.' })
  elapsedSeconds!: number;

  @Field(() => Int, { nullable: true, description: 'Seconds until it is due, below zero once that has passed; null where dueAt is.' })
  remainingSeconds!: number | null;

  @Field(() => Int, { description: 'Seconds that it waited.' })
  pausedSeconds!: number;

  @Field(() => Int, { description: 'How often it was started, 1 at first.' })
  cycles!: number;

  @Field(() => String, { nullable: true, description: 'CALENDAR_MISSING where the deadline waits for a year\'s calendar; null otherwise.' })
  missing!: string | null;

  @Field(() => Int, { nullable: true, description: 'The year for whose calendar it waits; null otherwise.' })
  missingYear!: number | null;
}

export const ClockConnection = connectionOf(ClockType, { description: 'Clocks, in the order that the query says.' });
