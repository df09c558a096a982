import type { Day as KernelDay } from '@app/kernel';
import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { connectionOf, Day, DayField, IdField, OnceInput, Payload, Text } from '../door/index.js';

@ObjectType('WorkCalendar', { description: 'The working days and shifts of one year (工作日历); published ones are never changed, only followed by others.' })
export class WorkCalendarType {
  @IdField('calendar', { nullable: true, description: 'Which publication; null for the shipped calendar.' })
  id!: string | null;

  @Field(() => Int, { nullable: true, description: 'Its place among the network\'s publications, from 1; null for the shipped calendar.' })
  edition!: number | null;

  @Field(() => Int, { description: 'Of which year.' })
  year!: number;

  @Field({ description: 'Who published it, where.' })
  source!: string;

  @Field(() => [Day], { description: 'Days off that are not Saturdays or Sundays, and perhaps some that are.' })
  holidays!: readonly KernelDay[];

  @Field(() => [Day], { description: 'Saturdays and Sundays that are worked (调休).' })
  makeUpDays!: readonly KernelDay[];

  @Field(() => [String], { description: 'The shifts of every day in the network\'s zone, each as 09:00-15:30.' })
  shifts!: readonly string[];

  @DayField({ nullable: true, description: 'On which day it was published; null for the shipped calendar.' })
  publishedOn!: KernelDay | null;
}

export const WorkCalendarConnection = connectionOf(WorkCalendarType, { description: 'Calendars in the order of their publication.' });

@InputType({ description: 'A year\'s calendar to publish.' })
export class PublishCalendarInput extends OnceInput {
  @Field(() => Int, { description: 'Of which year, 1900 to 9998.' })
  @IsInt() @Min(1900) @Max(9998)
  year!: number;

  @Field({ description: 'Who announced it, where; 1 to 500 characters.' })
  @Text(500)
  source!: string;

  @Field(() => [Day], { description: 'Days off besides Saturdays and Sundays, at most 200. Errors: DAY_OUTSIDE_YEAR, DAY_TWICE.' })
  @IsArray() @ArrayMaxSize(200)
  holidays!: KernelDay[];

  @Field(() => [Day], { description: 'Saturdays and Sundays that are worked, at most 104. Errors: DAY_OUTSIDE_YEAR, DAY_TWICE, MAKE_UP_ON_WEEKDAY.' })
  @IsArray() @ArrayMaxSize(104)
  makeUpDays!: KernelDay[];

  @Field(() => [String], { description: 'The shifts of every day, 1 to 6, in order, each as 09:00-15:30. Errors: SHIFT_MALFORMED, SHIFTS_OVERLAP.' })
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(6) @IsString({ each: true }) @MaxLength(40, { each: true })
  shifts!: string[];
}

@ObjectType({ description: 'The calendar as published.' })
export class PublishCalendarPayload extends Payload {
  @Field(() => WorkCalendarType, { nullable: true, description: 'The calendar; null when refused.' })
  calendar?: WorkCalendarType | null;

  @Field(() => Int, { nullable: true, description: 'How many deadlines that waited for it were computed at once; where more than 200 wait, the worker computes the rest. Null when refused.' })
  computed?: number | null;
}
