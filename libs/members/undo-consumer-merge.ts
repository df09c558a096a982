import type { Database, Done, Once } from '@app/database';
import { refuseKernel, type Caller } from '@app/kernel';
import { lockMerge, markUndone, type ConsumerMerge } from './consumer-merge.sql.js';
import { lockConsumers, pointBack } from './consumer.sql.js';
import { refuse } from './refusals.js';

export interface UndoConsumerMerge extends Once {
  readonly mergeId: string;
}

/** Takes a merge back: the consumer stands by itself again, with those that had been merged into it before. */
export function undoConsumerMerge(database: Database, caller: Caller, input: UndoConsumerMerge): Promise<Done<{ merge: ConsumerMerge }>> {
  return database.writeOnce(caller, 'consumer.undo_merge', input, async (tx, { mergeId }) => {
    const merge = await tx.maybe(lockMerge, { mergeId });
    if (!merge) throw refuseKernel('NOT_FOUND', {}, 'mergeId');
    if (merge.undoneOn) throw refuse('MERGE_UNDONE', { undoneOn: merge.undoneOn }, 'mergeId');
    const locked = await tx.many(lockConsumers, { consumerIds: [...merge.moved, merge.survivorId] });
    const moved = locked.filter(({ id }) => merge.moved.includes(id));
    const erased = moved.find(({ erasedOn }) => erasedOn);
    if (erased) throw refuse('CONSUMER_ERASED', { erasedOn: erased.erasedOn }, 'mergeId');
    // Once all of them were taken for yet another, that merge goes first.
    if (moved.some(({ survivorId }) => survivorId !== merge.survivorId)) throw refuse('MERGED_SINCE', {}, 'mergeId');
    await tx.run(pointBack, { consumerIds: merge.moved, consumerId: merge.consumerId });
    await tx.run(markUndone, { mergeId, undoneBy: caller.personId ?? caller.apiKeyId, undoneOn: caller.today });
    tx.touch(merge.consumerId, merge.survivorId, mergeId);
    tx.emit({ type: 'consumer.unmerged', aggregateId: merge.survivorId, payload: { consumerId: merge.consumerId, mergeId } });
    return { merge: { ...merge, undoneOn: caller.today } };
  });
}
