import { Database, type MemberTx } from '@app/database';
import type { Caller, Day as KernelDay } from '@app/kernel';
import { completeCareTask, listCareTasks, planCare, readConsumers, type CareState, type CareTask } from '@app/members';
import { Args, ArgsType, Field, Mutation, Query, Resolver } from '@nestjs/graphql';
import { IsIn } from 'class-validator';
import { Allow, answered, By, connect, cursor, DayField, inOrder, Input, LoadField, PageArgs, Reading, type Loading, type Page } from '../door/index.js';
import {
  CareStateEnum, CareTaskConnection, CareTaskType, CompleteCareTaskInput, CompleteCareTaskPayload, PlanCareInput, PlanCarePayload,
} from './care.graphql.js';
import { ConsumerKeys } from './consumer-keys.js';
import { ConsumerType } from './consumer.graphql.js';

const byDue = cursor('careTask', { dueOn: 'day', id: 'uuid' });

@ArgsType()
class CareTaskArgs extends PageArgs {
  @Field(() => CareStateEnum, { defaultValue: 'open', description: 'Only of this state.' })
  @IsIn(Object.values(CareStateEnum))
  state: CareState = 'open';

  @DayField({ nullable: true, description: 'Only what is due before this day.' })
  dueBefore?: KernelDay | null;
}

@Resolver(() => CareTaskType)
export class CareResolver {
  constructor(
    private readonly database: Database,
    private readonly keys: ConsumerKeys,
  ) {}

  @Allow('consumer.read')
  @Query(() => CareTaskConnection, { description: 'The calls, visits and messages of the care plan, the earliest due first; nothing to a shop. Source: QM-5, QM-7.' })
  careTasks(@Reading() tx: MemberTx, @Args() { state, dueBefore = null, ...page }: CareTaskArgs): Promise<Page<CareTask>> {
    return connect(page, byDue, (after, count) => tx.many(listCareTasks, { state, dueBefore, afterDay: after?.dueOn ?? null, after: after?.id ?? null, count }));
  }

  @Allow('consumer.record')
  @Mutation(() => PlanCarePayload, { description: 'Plans the care for all consumers through a day; what is planned already stays. Errors: PLAN_IN_PAST, PLAN_TOO_FAR. Source: QM-5, QM-7.' })
  async planCare(@By() caller: Caller, @Input() input: PlanCareInput) {
    return answered(await planCare(this.database, caller, input));
  }

  @Allow('consumer.record')
  @Mutation(() => CompleteCareTaskPayload, { description: 'Records what came of a task. Errors: CARE_TASK_NOT_OPEN, REASON_UNCLASSED, REASON_WITHOUT_COMPLAINT. Source: QM-7.' })
  async completeCareTask(@By() caller: Caller, @Input() input: CompleteCareTaskInput) {
    return answered(await completeCareTask(this.database, caller, { ...input, reasonClass: input.reasonClass ?? null }));
  }

  @LoadField('consumer', () => ConsumerType, { allow: 'parent', nullable: true, description: 'For whom it is, masked.' })
  async consumers(tasks: readonly CareTask[], { tx }: Loading) {
    const ids = tasks.map(({ consumerId }) => consumerId);
    return inOrder(ids, await readConsumers(tx, this.keys, ids), ({ id }) => id);
  }
}
