import type { Priority, ProgressStep } from '@app/complaints';
import { Field, InputType } from '@nestjs/graphql';
import { IsIn, IsOptional } from 'class-validator';
import { enumType, IdField, OnceInput, Text } from '../door/index.js';
import { PriorityEnum } from './complaint-words.graphql.js';
import { ReasonInput } from './ending.graphql.js';

export const ProgressStepEnum = enumType('ProgressStep', 'What was done about a complaint; most of it starts or stops a clock.', {
  counter_acted: 'The counter acted (柜台已处理). Source: CX-1.',
  supervision_answered: 'Supervision answered; recorded by supervision alone (督察部已答复). Source: CX-1.',
  handled: 'It is being handled (已处理). Source: CX-3.',
  answered: 'It was answered (已答复). Source: CX-4, CX-5, CX-6.',
  resolved_or_feedback_given: 'It was resolved, or feedback was given (已解决或已反馈). Source: CX-5.',
  solution_offered: 'A solution was offered (已提出方案). Source: CX-5.',
  receipt_confirmed: 'Receipt was confirmed, with a preliminary solution (已确认收到). Source: CX-5.',
  visited: 'Somebody was on site (已上门). Source: CX-5, CX-7.',
  repaired: 'The repair is done (已修复). Source: CX-5, CX-7.',
  handed_to_sales: 'Handed to sales (转销售). Source: CX-16.',
  handed_to_support: 'Handed to support (转技术支持). Source: CX-16.',
  handed_to_logistics: 'Handed to logistics (转物流). Source: CX-16.',
  passed_on: 'Passed on to whose duty it is (已转交). Source: CX-15, CX-16.',
  exchange_supported: 'Logistics supported the exchange or return (物流已配合). Source: CX-16.',
  guidance_refused: 'The consumer refuses guidance by phone: a visit is owed (拒绝电话指导). Source: CX-15.',
  system_failed: 'Our own system failed: its repair, and word to the consumer, are owed (系统故障). Source: CX-14.',
  system_restored: 'Our own system works again (系统已恢复). Source: CX-14.',
});

@InputType({ description: 'What was done about a complaint.' })
export class RecordProgressInput extends OnceInput {
  @IdField('complaint', { description: 'Which complaint. Errors: NOT_FOUND, NOT_OPEN.' })
  complaintId!: string;

  @Field(() => ProgressStepEnum, { description: 'What was done; a shop\'s own people record its own steps. Errors: STEP_NOT_YOURS.' })
  @IsIn(Object.values(ProgressStepEnum))
  step!: ProgressStep;

  @Field(() => String, { nullable: true, description: 'A note on it, 1 to 1000 characters; no personal data.' })
  @IsOptional()
  @Text(1000)
  note?: string | null;
}

@InputType({ description: 'Another priority for a complaint.' })
export class ChangePriorityInput extends ReasonInput {
  @Field(() => PriorityEnum, { description: 'Which; the clock regime of its channel must know it. Errors: PRIORITY_UNKNOWN.' })
  @IsIn(Object.values(PriorityEnum))
  priority!: Priority;
}

@InputType({ description: 'A double, and the complaint that goes on.' })
export class MergeComplaintInput extends ReasonInput {
  @IdField('complaint', { description: 'The one that goes on, of the same shop. Errors: NOT_FOUND, SAME_COMPLAINT, OTHER_SHOP, NOT_OPEN.' })
  intoId!: string;
}
