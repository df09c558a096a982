import { statement } from '@app/database';
import type { Day } from '@app/kernel';

/** One consumer taken for another, and whether that was taken back. */
export interface ConsumerMerge {
  readonly id: string;
  readonly consumerId: string;
  readonly survivorId: string;
  readonly moved: readonly string[];
  readonly reason: string;
  readonly mergedOn: Day;
  readonly undoneOn: Day | null;
}

/** Adds a merge; its consumers are locked. */
export const insertMerge = statement<
  { id: string; consumerId: string; survivorId: string; moved: readonly string[]; reason: string; mergedBy: string | null; mergedOn: Day }
>('members.insert-merge', `
  INSERT INTO consumer_merge (network_id, id, consumer_id, survivor_id, moved, reason, merged_by, merged_on)
  VALUES ($network, $id, $consumerId, $survivorId, $moved::uuid[], $reason, $mergedBy, $mergedOn)
`);

/** Locks one merge, before its consumers: it is taken back once. */
export const lockMerge = statement<{ mergeId: string }, ConsumerMerge>('members.lock-merge', `
  SELECT id, consumer_id, survivor_id, moved, reason, merged_on, undone_on FROM consumer_merge
  WHERE network_id = $network AND id = $mergeId FOR UPDATE
`);

/** The row that lockMerge holds. */
export const markUndone = statement<{ mergeId: string; undoneBy: string | null; undoneOn: Day }>('members.mark-merge-undone', `
  UPDATE consumer_merge SET undone_by = $undoneBy, undone_on = $undoneOn WHERE network_id = $network AND id = $mergeId
`);

/** What was merged into these, oldest first, by consumer_merge_by_survivor; locks nothing. */
export const listMerges = statement<{ survivorIds: readonly string[] }, ConsumerMerge>('members.list-merges', `
  SELECT id, consumer_id, survivor_id, moved, reason, merged_on, undone_on FROM consumer_merge
  WHERE network_id = $network AND survivor_id = ANY($survivorIds::uuid[]) ORDER BY survivor_id, id
`);
