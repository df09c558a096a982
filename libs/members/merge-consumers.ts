import type { Database, Done, Once } from '@app/database';
import { newId, refuseKernel, type Caller } from '@app/kernel';
import { insertMerge, lockMerge, type ConsumerMerge } from './consumer-merge.sql.js';
import { lockConsumers, pointTo } from './consumer.sql.js';
import { refuse } from './refusals.js';

export interface MergeConsumers extends Once {
  /** Who is taken for the other. */
  readonly consumerId: string;
  readonly survivorId: string;
  readonly reason: string;
}

/** Takes one consumer for another, by a person and with a reason; nothing is lost, so that it can be taken back. */
export function mergeConsumers(database: Database, caller: Caller, input: MergeConsumers): Promise<Done<{ merge: ConsumerMerge }>> {
  return database.writeOnce(caller, 'consumer.merge', input, async (tx, { consumerId, survivorId, reason }) => {
    if (consumerId === survivorId) throw refuse('SAME_CONSUMER', {}, 'survivorId');
    const locked = await tx.many(lockConsumers, { consumerIds: [consumerId, survivorId] });
    for (const [field, wanted] of [['consumerId', consumerId], ['survivorId', survivorId]] as const) {
      const one = locked.find(({ id }) => id === wanted);
      if (!one) throw refuseKernel('NOT_FOUND', {}, field);
      if (one.erasedOn) throw refuse('CONSUMER_ERASED', { erasedOn: one.erasedOn }, field);
      if (one.survivorId) throw refuse('CONSUMER_MERGED', {}, field);
    }
    const moved = locked.filter((one) => one.id === consumerId || one.survivorId === consumerId).map(({ id }) => id);
    await tx.run(pointTo, { consumerIds: moved, survivorId });
    const id = newId();
    await tx.run(insertMerge, { id, consumerId, survivorId, moved, reason, mergedBy: caller.personId ?? caller.apiKeyId, mergedOn: caller.today });
    tx.touch(consumerId, survivorId, id);
    tx.emit({ type: 'consumer.merged', aggregateId: survivorId, payload: { consumerId, mergeId: id } });
    return { merge: await tx.one(lockMerge, { mergeId: id }) };
  });
}
