import type { NetworkTx } from '@app/database';
import { newId } from '@app/kernel';
import { insertConsumers } from './consumer.sql.js';
import { insertPersonalData, personsByPhone, readPersonalData } from './personal-data.sql.js';
import { sameName, type Personal } from './personal-fields.js';
import type { PersonalKeys } from './personal-keys.js';
import { blindIndex } from './sealed-field.js';
import { memberSees, openedPerson, sealedRows, type ToSeal } from './sealed-person.js';

export interface FoundPersons {
  /** In the order of the persons; null where nobody is known. */
  readonly consumerIds: readonly (string | null)[];
  /** How many of them were made. */
  readonly made: number;
}

/** Finds or makes many consumers at once, by phone and name, and lets the member see them; nothing is added to one who is found. */
export async function findPersons(tx: NetworkTx, keys: PersonalKeys, memberId: string, persons: readonly (Personal | null)[]): Promise<FoundPersons> {
  const keyOf = ({ phone = '', name }: Personal) => `${phone}/${name === undefined ? '' : sameName(name)}`;
  const wanted = new Map(persons.filter((one) => one !== null).map((person) => [keyOf(person), person]));
  const found = new Map<string, string>();
  let made = 0;
  // What another brings meanwhile is left out by the insert, which waited for it: then it is found.
  for (let missing = [...wanted]; missing.length > 0;) {
    for (const [key, id] of await known(tx, keys, missing)) found.set(key, id);
    missing = missing.filter(([key]) => !found.has(key));
    for (const [key, id] of await make(tx, keys, missing)) {
      found.set(key, id);
      made += 1;
    }
    missing = missing.filter(([key]) => !found.has(key));
  }
  await letSee(tx, keys, memberId, [...new Set(found.values())]);
  return { consumerIds: persons.map((person) => (person ? found.get(keyOf(person))! : null)), made };
}

type Wanted = readonly (readonly [key: string, person: Personal])[];

async function known(tx: NetworkTx, keys: PersonalKeys, wanted: Wanted): Promise<[string, string][]> {
  const { networkId } = tx.caller;
  const phones = new Map(wanted.map(([, { phone }]) => [phone!, blindIndex(keys, networkId, 'phone', phone!)]));
  const byPhone = new Map<string, { consumerId: string; nameIndex: Buffer | null }[]>();
  for (const { phoneIndex, ...row } of await tx.many(personsByPhone, { phoneIndexes: [...phones.values()] })) {
    byPhone.set(phoneIndex.toString('hex'), [...(byPhone.get(phoneIndex.toString('hex')) ?? []), row]);
  }
  return wanted.flatMap(([key, { phone, name }]): [string, string][] => {
    const index = name === undefined ? null : blindIndex(keys, networkId, 'name', sameName(name));
    const found = (byPhone.get(phones.get(phone!)!.toString('hex')) ?? []).find(({ nameIndex }) => index === null || nameIndex?.equals(index));
    return found ? [[key, found.consumerId]] : [];
  });
}

async function make(tx: NetworkTx, keys: PersonalKeys, wanted: Wanted): Promise<[string, string][]> {
  const made = wanted.map(([key, person]) => ({ key, person, consumerId: newId() }));
  const rows = sealedRows(keys, tx.caller.networkId, made.map(({ person }): ToSeal => ({ id: newId(), person, memberId: null })));
  const kept = new Set((await tx.many(insertPersonalData, {
    ...rows, subjectIds: made.map(({ consumerId }) => consumerId), memberIds: made.map(() => null), keyVersion: keys.current,
  })).map(({ subjectId }) => subjectId));
  await tx.run(insertConsumers, { ids: [...kept], recordedBy: tx.caller.personId ?? tx.caller.apiKeyId });
  return made.filter(({ consumerId }) => kept.has(consumerId)).map(({ key, consumerId }) => [key, consumerId]);
}

async function letSee(tx: NetworkTx, keys: PersonalKeys, memberId: string, consumerIds: readonly string[]): Promise<void> {
  const { networkId } = tx.caller;
  const rows = await tx.many(readPersonalData, { subjectIds: consumerIds });
  await tx.many(insertPersonalData, {
    ...sealedRows(keys, networkId, rows.map((row) => memberSees(memberId, openedPerson(keys, networkId, row)))),
    subjectIds: rows.map(({ subjectId }) => subjectId), memberIds: rows.map(() => memberId), keyVersion: keys.current,
  });
}
