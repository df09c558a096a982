import type { NetworkTx } from '@app/database';
import { newId } from '@app/kernel';
import { insertConsumers } from './consumer.sql.js';
import { changePerson } from './keep-person.js';
import { insertPersonalData, personsByPhone, readPersonalData } from './personal-data.sql.js';
import { readPersonal, sameName, type GivenPerson, type Personal } from './personal-fields.js';
import type { PersonalKeys } from './personal-keys.js';
import { refuse } from './refusals.js';
import { blindIndex } from './sealed-field.js';
import { openedPerson, sealedRows } from './sealed-person.js';

export interface FoundConsumer {
  readonly consumerId: string;
  readonly created: boolean;
}

/**
 * Finds the consumer who has this phone and no other name, or makes one. Somebody else's name at the same phone is never
 * taken for the same person: that is for people to merge. What was not known of the one who is found is added.
 */
export async function findOrCreateConsumer(tx: NetworkTx, keys: PersonalKeys, given: GivenPerson, path = ''): Promise<FoundConsumer> {
  const person = readPersonal(given, path);
  if (!person.name && !person.phone) throw refuse('PERSON_UNNAMED', {}, `${path}phone`);
  const found = await foundByPhone(tx, keys, person);
  if (found) return found;
  const consumerId = newId();
  const rows = sealedRows(keys, tx.caller.networkId, [{ id: newId(), person, memberId: null }]);
  const [kept] = await tx.many(insertPersonalData, { ...rows, subjectIds: [consumerId], memberIds: [null], keyVersion: keys.current });
  if (!kept) {
    // Another has just brought the same person; the insert waited for it to commit.
    const other = await foundByPhone(tx, keys, person);
    if (!other) throw new Error('A person could neither be kept nor be found.');
    return other;
  }
  await tx.run(insertConsumers, { ids: [consumerId], recordedBy: tx.caller.personId ?? tx.caller.apiKeyId });
  tx.touch(consumerId);
  tx.emit({ type: 'consumer.recorded', aggregateId: consumerId });
  return { consumerId, created: true };
}

async function foundByPhone(tx: NetworkTx, keys: PersonalKeys, person: Personal): Promise<FoundConsumer | null> {
  if (!person.phone) return null;
  const { networkId } = tx.caller;
  const persons = await tx.many(personsByPhone, { phoneIndexes: [blindIndex(keys, networkId, 'phone', person.phone)] });
  const name = person.name && blindIndex(keys, networkId, 'name', sameName(person.name));
  const found = persons.find(({ nameIndex }) => name && nameIndex?.equals(name)) ?? persons.find(({ nameIndex }) => !name || nameIndex === null);
  if (!found) return null;
  const row = await tx.one(readPersonalData, { subjectIds: [found.subjectId] });
  const known = openedPerson(keys, networkId, row);
  const whole = { ...person, ...known };
  if (Object.keys(whole).length > Object.keys(known).length) await changePerson(tx, keys, found.subjectId, whole);
  tx.touch(found.consumerId);
  return { consumerId: found.consumerId, created: false };
}
