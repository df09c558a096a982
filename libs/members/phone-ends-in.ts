import type { Tx } from '@app/database';
import { readConsumerRow } from './consumer.sql.js';
import { readPersonalData } from './personal-data.sql.js';
import type { PersonalKeys } from './personal-keys.js';
import { openedPerson } from './sealed-person.js';

/** Whether a consumer's phone ends in these digits: how one who asks shows to be that consumer. Never of who was erased. */
export async function phoneEndsIn(tx: Tx, keys: PersonalKeys, consumerId: string, digits: string): Promise<boolean> {
  const consumer = await tx.maybe(readConsumerRow, { consumerId });
  const row = consumer && (await tx.maybe(readPersonalData, { subjectIds: [consumer.survivorId ?? consumer.id] }));
  const phone = row && openedPerson(keys, tx.caller.networkId, row).phone;
  return !!phone && /^\d{4}$/.test(digits) && phone.endsWith(digits);
}
