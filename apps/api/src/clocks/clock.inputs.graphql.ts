import type { ExtensionGround, PauseReason } from '@app/clocks';
import { ArgsType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsDate, IsIn, IsOptional, IsString } from 'class-validator';
import { DateTime, IdField, OnceInput, PageArgs, Payload, Text } from '../door/index.js';
import { ClockType } from './clock.graphql.js';
import { ExtensionGroundEnum, PauseReasonEnum } from './words.js';

@ArgsType()
export class ClockArgs extends PageArgs {
  @Field(() => ID, { description: 'What the clocks are about, such as a complaint. Errors: NOT_FOUND.' })
  @IsString()
  subjectId!: string;
}

@ArgsType()
export class DueClockArgs extends PageArgs {
  @Field(() => DateTime, { nullable: true, description: 'Only those due before this instant.' })
  @IsOptional()
  @IsDate()
  before?: Date | null;

  @IdField('member', { nullable: true, description: 'Only those that concern this member.' })
  memberId?: string | null;
}

@InputType({ description: 'A clock to pause.' })
export class PauseClockInput extends OnceInput {
  @IdField('clock', { description: 'Which clock. Errors: NOT_FOUND, NOT_RUNNING.' })
  clockId!: string;

  @Field(() => PauseReasonEnum, { description: 'For what it waits. Errors: PAUSE_NOT_LISTED.' })
  @IsIn(Object.values(PauseReasonEnum))
  reason!: PauseReason;

  @Field({ description: 'What shows that it is so: a file, a message, a note on the case; 1 to 200 characters, no personal data.' })
  @Text(200)
  evidence!: string;
}

@InputType({ description: 'A paused clock that goes on.' })
export class ResumeClockInput extends OnceInput {
  @IdField('clock', { description: 'Which clock. Errors: NOT_FOUND, NOT_PAUSED.' })
  clockId!: string;
}

@InputType({ description: 'A deadline that is moved, as the customer was told.' })
export class ExtendClockInput extends OnceInput {
  @IdField('clock', { description: 'Which clock. Errors: NOT_FOUND, NOT_RUNNING, SAME_SHIFT, NO_DEADLINE, CALENDAR_MISSING.' })
  clockId!: string;

  @Field(() => ExtensionGroundEnum, { description: 'On what ground.' })
  @IsIn(Object.values(ExtensionGroundEnum))
  ground!: ExtensionGround;

  @Field({ description: 'The reason that the customer was told, 1 to 500 characters; no personal data.' })
  @Text(500)
  reason!: string;

  @Field(() => DateTime, { description: 'The new time that the customer was told. Errors: NEW_TIME_NOT_LATER.' })
  @IsDate()
  newDueAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When the customer was told; now where absent. Errors: EXTENDED_TOO_LATE, TOLD_IN_FUTURE, TOLD_BEFORE_START.' })
  @IsOptional()
  @IsDate()
  toldAt?: Date | null;

  @Field({ description: 'How the customer was told: a message, a call on record; 1 to 200 characters, no personal data.' })
  @Text(200)
  evidence!: string;

  @Field(() => DateTime, { nullable: true, description: 'For a holiday: since when it has been announced. Errors: HOLIDAY_NOT_ANNOUNCED.' })
  @IsOptional()
  @IsDate()
  announcedAt?: Date | null;

  @Field(() => String, { nullable: true, description: 'For a holiday: what is offered instead, 1 to 400 characters. Errors: SUBSTITUTE_MISSING.' })
  @IsOptional()
  @Text(400)
  substitute?: string | null;
}

@ObjectType({ description: 'The clock as it now stands.' })
export class ClockPayload extends Payload {
  @Field(() => ClockType, { nullable: true, description: 'The clock; null when refused.' })
  clock?: ClockType | null;
}
