import { violated, type Database, type Done, type Once } from '@app/database';
import type { Caller } from '@app/kernel';
import { changePerson } from './keep-person.js';
import { lockStanding } from './lock-standing.js';
import { lockPersonalData } from './personal-data.sql.js';
import { readPersonal, type GivenPerson } from './personal-fields.js';
import type { PersonalKeys } from './personal-keys.js';
import { refuse } from './refusals.js';
import { openedPerson } from './sealed-person.js';

export interface CorrectConsumer extends Once {
  readonly consumerId: string;
  /** What is given stands from now on; what is absent stays. */
  readonly person: GivenPerson;
}

/** Corrects what is kept of a consumer; what stood before is kept nowhere. */
export function correctConsumer(database: Database, caller: Caller, input: CorrectConsumer, keys: PersonalKeys): Promise<Done<{ consumerId: string }>> {
  return database.writeOnce(caller, 'consumer.correct', input, async (tx, { consumerId, person }) => {
    const given = readPersonal(person, 'person.');
    await lockStanding(tx, consumerId);
    const rows = await tx.many(lockPersonalData, { subjectIds: [consumerId] });
    const row = rows.find(({ memberId }) => memberId === null);
    if (!row) throw refuse('CONSUMER_ERASED', {}, 'consumerId');
    await changePerson(tx, keys, consumerId, { ...openedPerson(keys, caller.networkId, row), ...given }).catch((error: unknown) => {
      throw violated(error) === 'person_once_per_phone_and_name' ? refuse('PERSON_KNOWN', {}, 'person.phone') : error;
    });
    tx.emit({ type: 'consumer.corrected', aggregateId: consumerId });
    return { consumerId };
  });
}
