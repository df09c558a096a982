import type { NetworkTx } from '@app/database';
import { refuseKernel } from '@app/kernel';
import { readConsumerRow } from './consumer.sql.js';
import { refuse } from './refusals.js';

/** The consumer, or whom they are merged into; one that was erased is refused. */
export async function standingConsumer(tx: NetworkTx, consumerId: string): Promise<string> {
  const consumer = await tx.maybe(readConsumerRow, { consumerId });
  if (!consumer) throw refuseKernel('NOT_FOUND', {}, 'consumerId');
  if (consumer.erasedOn) throw refuse('CONSUMER_ERASED', { erasedOn: consumer.erasedOn }, 'consumerId');
  return consumer.survivorId ?? consumerId;
}
