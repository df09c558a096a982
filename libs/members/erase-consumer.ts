import type { Database, Done, NetworkTx, Once } from '@app/database';
import { newId, refuseKernel, type Caller, type Day } from '@app/kernel';
import { dropCareTasks } from './care-task.sql.js';
import { lockConsumers, markErased, readConsumerRow } from './consumer.sql.js';
import { deletePersonalData, insertErasure } from './personal-data.sql.js';
import { refuse } from './refusals.js';

export interface EraseConsumer extends Once {
  readonly consumerId: string;
}

/** Takes a consumer's personal data away on request; the opaque row, purchases and service records stay, as law keeps them. */
export function eraseConsumer(database: Database, caller: Caller, input: EraseConsumer): Promise<Done<{ consumerId: string; erasedOn: Day }>> {
  return database.writeOnce(caller, 'consumer.erase', input, async (tx, { consumerId }) => {
    const standing = await tx.maybe(readConsumerRow, { consumerId });
    if (!standing) throw refuseKernel('NOT_FOUND', {}, 'consumerId');
    const erased = await erasePerson(tx, standing.survivorId ?? consumerId, caller.today);
    if (!erased) throw refuse('CONSUMER_ERASED', { erasedOn: standing.erasedOn }, 'consumerId');
    return { consumerId, erasedOn: caller.today };
  });
}

/** Erases a consumer with all that were merged into it and journals each; false where nothing personal was left. */
export async function erasePerson(tx: NetworkTx, consumerId: string, erasedOn: Day): Promise<boolean> {
  const group = (await tx.many(lockConsumers, { consumerIds: [consumerId] })).map(({ id }) => id);
  if ((await tx.run(deletePersonalData, { subjectIds: group })) === 0) return false;
  await tx.run(markErased, { consumerIds: group, erasedOn });
  await tx.run(dropCareTasks, { consumerIds: group });
  for (const subjectId of group) {
    await tx.run(insertErasure, { id: newId(), subjectId, erasedOn, erasedBy: tx.caller.personId ?? tx.caller.apiKeyId });
    tx.emit({ type: 'consumer.erased', aggregateId: subjectId });
  }
  tx.touch(...group);
  return true;
}
