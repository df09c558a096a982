import type { Database, Done, NetworkTx, Once } from '@app/database';
import { addDays, newId, type Caller, type Day } from '@app/kernel';
import { carePlan } from './care-plan.js';
import { insertCareTasks, listCaredFor, type CaredFor } from './care-task.sql.js';
import { shippedCarePlan, type CarePlanPolicy } from './policy.js';
import { refuse } from './refusals.js';

export interface PlanCare extends Once {
  readonly through: Day;
}

const mostDays = 92;
/** Thanks that fell due while nobody planned are still said. */
const lateDays = 7;
const batch = 1_000;

/** Plans the calls, visits and messages for all consumers through a day; what is planned already stays, so it may be done as often as wanted. */
export function planCare(database: Database, caller: Caller, input: PlanCare, policy: CarePlanPolicy = shippedCarePlan): Promise<Done<{ planned: number }>> {
  return database.writeOnce(caller, 'care.plan', input, async (tx, { through }) => {
    const latest = addDays(caller.today, mostDays);
    if (through < caller.today) throw refuse('PLAN_IN_PAST', {}, 'through');
    if (through > latest) throw refuse('PLAN_TOO_FAR', { latest }, 'through');
    return { planned: await planThrough(tx, through, policy) };
  });
}

/** Adds what the plan gives through a day and is not there yet, consumers batch by batch; answers how many tasks that were. */
export async function planThrough(tx: NetworkTx, through: Day, policy: CarePlanPolicy): Promise<number> {
  const { today } = tx.caller;
  const from = addDays(today, -lateDays);
  let planned = 0;
  for (let after: string | null = null; ;) {
    const consumers: CaredFor[] = await tx.many(listCaredFor, { after, count: batch });
    const tasks = consumers.flatMap(({ consumerId, purchaseId, soldOn, handlesSince }) =>
      carePlan(policy, { soldOn, warrantyEndsOn: null, events: [{ kind: 'purchase', on: soldOn }], handlesSince }, from, through)
        .filter(({ dueOn, means }) => means === 'message' || dueOn >= today)
        .map((task) => ({ ...task, consumerId, purchaseId })));
    planned += await tx.run(insertCareTasks, {
      ids: tasks.map(() => newId()), consumerIds: tasks.map((one) => one.consumerId), purchaseIds: tasks.map((one) => one.purchaseId),
      rules: tasks.map(({ rule }) => rule), means: tasks.map(({ means }) => means), byWhom: tasks.map(({ byWhom }) => byWhom), dueOn: tasks.map(({ dueOn }) => dueOn),
    });
    if (consumers.length < batch) return planned;
    after = consumers.at(-1)!.consumerId;
  }
}
