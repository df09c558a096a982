import type { NetworkTx } from '@app/database';
import { newId } from '@app/kernel';
import { letMemberSee } from './keep-person.js';
import type { PersonalKeys } from './personal-keys.js';
import { insertConsumerEvent, type ConsumerEvent } from './consumer-event.sql.js';

/** Puts what another room did for a consumer on the consumer's file; a member that did it sees that consumer, masked. */
export async function noteConsumerEvent(tx: NetworkTx, keys: PersonalKeys, service: Omit<ConsumerEvent, 'id'>): Promise<void> {
  await tx.run(insertConsumerEvent, { ...service, id: newId() });
  if (service.memberId) await letMemberSee(tx, keys, service.consumerId, service.memberId);
}
