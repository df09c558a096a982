import type { Outcome } from '@app/complaints';
import { Field, InputType } from '@nestjs/graphql';
import { IsIn, IsOptional } from 'class-validator';
import { IdField, OnceInput, Text } from '../door/index.js';
import { OutcomeEnum } from './complaint-words.graphql.js';

/** A complaint, and why. */
@InputType({ isAbstract: true })
export abstract class ReasonInput extends OnceInput {
  @IdField('complaint', { description: 'Which complaint. Errors: NOT_FOUND.' })
  complaintId!: string;

  @Field({ description: 'Why, 1 to 1000 characters; no personal data.' })
  @Text(1000)
  reason!: string;
}

@InputType({ description: 'A complaint that needs nothing more from the mall.' })
export class CloseComplaintInput extends ReasonInput {
  @Field(() => OutcomeEnum, { nullable: true, description: 'What came of it; agreed between shop and consumer, where nothing is said.' })
  @IsOptional()
  @IsIn(Object.values(OutcomeEnum))
  outcome?: Outcome | null;
}

@InputType({ description: 'A complaint that the consumer takes back.' })
export class WithdrawComplaintInput extends ReasonInput {}

@InputType({ description: 'A complaint that was looked into and has no ground.' })
export class FindUnfoundedInput extends ReasonInput {}

@InputType({ description: 'A refusal, or a finding, that the consumer contests.' })
export class ContestFindingInput extends ReasonInput {}

@InputType({ description: 'An ended complaint to open again.' })
export class ReopenComplaintInput extends ReasonInput {}
