import type { Tx } from '@app/database';
import { readConsumerRow } from './consumer.sql.js';
import { readPersonalData } from './personal-data.sql.js';
import type { Personal } from './personal-fields.js';
import type { PersonalKeys } from './personal-keys.js';
import { openedPerson } from './sealed-person.js';

/** Who a consumer is, in clear, by whoever stands for them; null of one who is unknown or erased. */
export async function clearPerson(tx: Tx, keys: PersonalKeys, consumerId: string): Promise<Personal | null> {
  const consumer = await tx.maybe(readConsumerRow, { consumerId });
  const row = consumer && (await tx.maybe(readPersonalData, { subjectIds: [consumer.survivorId ?? consumer.id] }));
  return row && openedPerson(keys, tx.caller.networkId, row);
}

/** Where a consumer is reached, asked for when something is sent and kept nowhere. Nobody has told us a language yet: Chinese. */
export async function addressOfConsumer(tx: Tx, keys: PersonalKeys, consumerId: string): Promise<{ email: string | null; phone: string | null; locale: 'zh' } | null> {
  const person = await clearPerson(tx, keys, consumerId);
  return person && { email: person.email ?? null, phone: person.phone ?? null, locale: 'zh' };
}
