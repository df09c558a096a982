import type { Database, Done, Once } from '@app/database';
import { newId, refuseKernel, type Caller } from '@app/kernel';
import { mustBeClassed } from './care-outcome.js';
import { completeTask, dropFollowUps, lockCareTask, type CareTask } from './care-task.sql.js';
import { shippedCarePlan, type CareOutcome, type ComplaintReason } from './policy.js';
import { refuse } from './refusals.js';
import { insertConsumerEvent } from './consumer-event.sql.js';

export interface CompleteCareTask extends Once {
  readonly careTaskId: string;
  readonly outcome: CareOutcome;
  readonly reasonClass: ComplaintReason | null;
}

/** Records what came of a call, a visit or a message; once the consumer handles the product nothing more follows up on it. */
export function completeCareTask(database: Database, caller: Caller, input: CompleteCareTask): Promise<Done<{ careTask: CareTask }>> {
  return database.writeOnce(caller, 'care.complete', input, async (tx, { careTaskId, outcome, reasonClass }) => {
    mustBeClassed(outcome, reasonClass);
    const standing = await tx.maybe(lockCareTask, { careTaskId });
    if (!standing) throw refuseKernel('NOT_FOUND', {}, 'careTaskId');
    if (standing.state !== 'open') throw refuse('CARE_TASK_NOT_OPEN', { state: standing.state });
    const { consumerId, purchaseId } = standing;
    const careTask = await tx.one(completeTask, { careTaskId, outcome, reasonClass, doneBy: caller.personId ?? caller.apiKeyId, doneOn: caller.today });
    if (outcome === 'handles_product') {
      await tx.run(dropFollowUps, { consumerId, rules: shippedCarePlan.answering.filter(({ againDays }) => againDays !== null).map(({ rule }) => rule) });
    }
    await tx.run(insertConsumerEvent, { id: newId(), consumerId, memberId: null, purchaseId, kind: 'care', aboutId: careTaskId, happenedOn: caller.today });
    tx.touch(careTaskId);
    tx.emit({ type: 'care.completed', aggregateId: consumerId, payload: { careTaskId, outcome, reasonClass } });
    return { careTask };
  });
}
