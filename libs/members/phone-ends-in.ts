import type { Tx } from '@app/database';
import { clearPerson } from './address-of-consumer.js';
import type { PersonalKeys } from './personal-keys.js';

/** Whether a consumer's phone ends in these digits: how one who asks shows to be that consumer. Never of who was erased. */
export async function phoneEndsIn(tx: Tx, keys: PersonalKeys, consumerId: string, digits: string): Promise<boolean> {
  const phone = (await clearPerson(tx, keys, consumerId))?.phone;
  return !!phone && /^\d{4}$/.test(digits) && phone.endsWith(digits);
}
