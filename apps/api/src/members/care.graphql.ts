import type { Day } from '@app/kernel';
import { careOutcomes, complaintReasons, type CareOutcome, type CareState, type ComplaintReason } from '@app/members';
import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsIn, IsOptional } from 'class-validator';
import { connectionOf, DayField, enumType, IdField, OnceInput, Payload } from '../door/index.js';

export const CareMeansEnum = enumType('CareMeans', 'How a consumer is cared for.', {
  call: 'A call (电话回访).', visit: 'A visit (上门拜访).', message: 'A message (短信问候).',
});

export const CareByEnum = enumType('CareBy', 'Who does it.', {
  desk: 'The complaint desk (客服).', senior: 'Senior staff (高层). Source: QM-5.',
});

export const CareStateEnum = enumType('CareState', 'How far a task has come.', {
  open: 'To be done (待办).', done: 'Done, with its outcome (已办).', dropped: 'Not needed any more (取消).',
});

export const CareOutcomeEnum = enumType('CareOutcome', 'What came of a task. Source: QM-7.', {
  reached: 'The consumer was reached and content (已联系).',
  not_reached: 'Nobody was reached (未联系上).',
  declined: 'The consumer does not want to be called (谢绝).',
  handles_product: 'The consumer handles the product; nothing more follows up on it (已会使用).',
  complained: 'The consumer complained; the reason has a class (有抱怨).',
} satisfies Record<(typeof careOutcomes)[number], string>);

export const ComplaintReasonEnum = enumType('ComplaintReason', 'Why a consumer complains who is called; answered without argument. Source: QM-7.', {
  product: 'The product: see to it and say by when (产品原因).',
  grumbling: 'Grumbling: listen to the end and thank (发牢骚).',
  self_display: 'Self-display: acknowledge what the consumer knows (自我表现).',
  wish_for_attention: 'The wish for attention: say who looks after the matter, and call again (希望被重视).',
} satisfies Record<(typeof complaintReasons)[number], string>);

@ObjectType('CareTask', { description: 'A call, a visit or a message for a consumer, on a day (关怀任务). Source: QM-5, QM-7.' })
export class CareTaskType {
  @IdField('careTask', { description: 'Which task.' })
  id!: string;

  @IdField('purchase', { nullable: true, description: 'The purchase that it is about; null where it is about none.' })
  purchaseId!: string | null;

  @Field({ description: 'The row of the plan that gave it, such as monthly_call.' })
  rule!: string;

  @Field(() => CareMeansEnum, { description: 'How.' })
  means!: string;

  @Field(() => CareByEnum, { description: 'By whom.' })
  byWhom!: string;

  @DayField({ description: 'On which day it is to be done.' })
  dueOn!: Day;

  @Field(() => CareStateEnum, { description: 'How far it has come.' })
  state!: CareState;

  @Field(() => CareOutcomeEnum, { nullable: true, description: 'What came of it; null while it is not done.' })
  outcome!: CareOutcome | null;

  @Field(() => ComplaintReasonEnum, { nullable: true, description: 'Why the consumer complained; null where nobody did.' })
  reasonClass!: ComplaintReason | null;

  @DayField({ nullable: true, description: 'On which day it was done; null while it is not.' })
  doneOn!: Day | null;
}

export const CareTaskConnection = connectionOf(CareTaskType, { description: 'Care tasks, the earliest due first.' });

@InputType({ description: 'How far ahead care is to be planned.' })
export class PlanCareInput extends OnceInput {
  @DayField({ description: 'The last day to plan for, at most 92 days ahead. Errors: PLAN_IN_PAST, PLAN_TOO_FAR.' })
  through!: Day;
}

@ObjectType({ description: 'What was planned.' })
export class PlanCarePayload extends Payload {
  @Field(() => Int, { nullable: true, description: 'How many tasks were added; null when refused.' })
  planned?: number | null;
}

@InputType({ description: 'What came of a task.' })
export class CompleteCareTaskInput extends OnceInput {
  @IdField('careTask', { description: 'Which task. Errors: NOT_FOUND, CARE_TASK_NOT_OPEN.' })
  careTaskId!: string;

  @Field(() => CareOutcomeEnum, { description: 'What came of it.' })
  @IsIn(Object.values(CareOutcomeEnum))
  outcome!: CareOutcome;

  @Field(() => ComplaintReasonEnum, { nullable: true, description: 'Why the consumer complained; needed then, and only then. Errors: REASON_UNCLASSED, REASON_WITHOUT_COMPLAINT.' })
  @IsOptional() @IsIn(Object.values(ComplaintReasonEnum))
  reasonClass?: ComplaintReason | null;
}

@ObjectType({ description: 'The task as it now stands.' })
export class CompleteCareTaskPayload extends Payload {
  @Field(() => CareTaskType, { nullable: true, description: 'The task; null when refused.' })
  careTask?: CareTaskType | null;
}
