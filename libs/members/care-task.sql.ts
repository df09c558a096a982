import { statement } from '@app/database';
import type { Day } from '@app/kernel';
import type { CareOutcome, ComplaintReason } from './policy.js';

export type CareState = 'open' | 'done' | 'dropped';

/** A thing to be done for a consumer on a day, and what came of it. */
export interface CareTask {
  readonly id: string;
  readonly consumerId: string;
  readonly purchaseId: string | null;
  readonly rule: string;
  readonly means: 'call' | 'visit' | 'message';
  readonly byWhom: 'desk' | 'senior';
  readonly dueOn: Day;
  readonly state: CareState;
  readonly outcome: CareOutcome | null;
  readonly reasonClass: ComplaintReason | null;
  readonly doneOn: Day | null;
}

const columns = 'id, consumer_id, purchase_id, rule, means, by_whom, due_on, state, outcome, reason_class, done_on';

/** What the plan needs to know of a consumer. */
export interface CaredFor {
  readonly consumerId: string;
  readonly purchaseId: string;
  readonly soldOn: Day;
  readonly handlesSince: Day | null;
}

/**
 * Consumers that are neither merged nor erased, with the latest purchase of each, a page in id order; by purchase_by_consumer
 * and care_task_by_consumer. Locks nothing.
 */
export const listCaredFor = statement<{ after: string | null; count: number }, CaredFor>('members.list-cared-for', `
  SELECT c.id AS consumer_id, p.id AS purchase_id, p.sold_on,
    (SELECT min(t.done_on) FROM care_task t
     WHERE t.network_id = $network AND t.consumer_id = c.id AND t.purchase_id = p.id AND t.outcome = 'handles_product') AS handles_since
  FROM consumer c
  CROSS JOIN LATERAL (
    SELECT b.id, b.sold_on FROM purchase b
    JOIN consumer g ON g.network_id = $network AND g.id = b.consumer_id
    WHERE b.network_id = $network AND (g.id = c.id OR g.survivor_id = c.id)
    ORDER BY b.sold_on DESC, b.id DESC LIMIT 1) p
  WHERE c.network_id = $network AND c.survivor_id IS NULL AND c.erased_on IS NULL
    AND c.id > coalesce($after::uuid, '00000000-0000-0000-0000-000000000000')
  ORDER BY c.id LIMIT $count
`);

/** Adds tasks; one that is planned already (care_planned_once) stays as it is, done or not. */
export const insertCareTasks = statement<{
  ids: readonly string[]; consumerIds: readonly string[]; purchaseIds: readonly string[]; rules: readonly string[]; means: readonly string[];
  byWhom: readonly string[]; dueOn: readonly Day[];
}>('members.insert-care-tasks', `
  INSERT INTO care_task (network_id, id, consumer_id, purchase_id, rule, means, by_whom, due_on)
  SELECT $network, d.id, d.consumer_id, d.purchase_id, d.rule, d.means, d.by_whom, d.due_on
  FROM unnest($ids::uuid[], $consumerIds::uuid[], $purchaseIds::uuid[], $rules::text[], $means::text[], $byWhom::text[], $dueOn::date[])
    AS d (id, consumer_id, purchase_id, rule, means, by_whom, due_on)
  ON CONFLICT ON CONSTRAINT care_planned_once DO NOTHING
`);

/** Locks one task: of two who did it the second finds it done. */
export const lockCareTask = statement<{ careTaskId: string }, CareTask>('members.lock-care-task', `
  SELECT ${columns} FROM care_task WHERE network_id = $network AND id = $careTaskId FOR UPDATE
`);

/** The row that lockCareTask holds. */
export const completeTask = statement<
  { careTaskId: string; outcome: CareOutcome; reasonClass: ComplaintReason | null; doneBy: string | null; doneOn: Day }, CareTask
>('members.complete-care-task', `
  UPDATE care_task SET state = 'done', outcome = $outcome, reason_class = $reasonClass, done_by = $doneBy, done_on = $doneOn
  WHERE network_id = $network AND id = $careTaskId RETURNING ${columns}
`);

/** Open follow-ups of a purchase whose buyer now handles the product; locks what it drops. */
export const dropFollowUps = statement<{ consumerId: string; rules: readonly string[] }>('members.drop-follow-ups', `
  UPDATE care_task SET state = 'dropped'
  WHERE network_id = $network AND consumer_id = $consumerId AND state = 'open' AND rule = ANY($rules::text[])
`);

/** Open tasks of consumers who are erased: nobody can be called. Locks what it drops. */
export const dropCareTasks = statement<{ consumerIds: readonly string[] }>('members.drop-care-tasks', `
  UPDATE care_task SET state = 'dropped' WHERE network_id = $network AND consumer_id = ANY($consumerIds::uuid[]) AND state = 'open'
`);

/** A page of a state by due day, by care_task_due; locks nothing. */
export const listCareTasks = statement<
  { state: CareState; dueBefore: Day | null; afterDay: Day | null; after: string | null; count: number }, CareTask
>('members.list-care-tasks', `
  SELECT ${columns} FROM care_task
  WHERE network_id = $network AND state = $state AND ($dueBefore::date IS NULL OR due_on < $dueBefore)
    AND ($afterDay::date IS NULL OR (due_on, id) > ($afterDay, $after::uuid))
  ORDER BY due_on, id LIMIT $count
`);

/** By care_task_by_consumer, for the loaders; locks nothing. */
export const listCareOf = statement<{ consumerIds: readonly string[] }, CareTask>('members.list-care-of', `
  SELECT ${columns} FROM care_task WHERE network_id = $network AND consumer_id = ANY($consumerIds::uuid[]) ORDER BY consumer_id, due_on, id
`);
