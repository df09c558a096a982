import type { NetworkTx } from '@app/database';
import { refuseKernel } from '@app/kernel';
import { lockConsumers } from './consumer.sql.js';
import { refuse } from './refusals.js';

/** Locks a consumer that stands: neither merged into another nor erased; answers it with those merged into it. */
export async function lockStanding(tx: NetworkTx, consumerId: string, field = 'consumerId'): Promise<string[]> {
  const group = await tx.many(lockConsumers, { consumerIds: [consumerId] });
  const consumer = group.find(({ id }) => id === consumerId);
  if (!consumer) throw refuseKernel('NOT_FOUND', {}, field);
  if (consumer.erasedOn) throw refuse('CONSUMER_ERASED', { erasedOn: consumer.erasedOn }, field);
  if (consumer.survivorId) throw refuse('CONSUMER_MERGED', {}, field);
  return group.map(({ id }) => id);
}
