import type { Database, Done, Once } from '@app/database';
import type { Caller } from '@app/kernel';
import { findOrCreateConsumer, type FoundConsumer } from './find-or-create-consumer.js';
import type { GivenPerson } from './personal-fields.js';
import type { PersonalKeys } from './personal-keys.js';

export interface RecordConsumer extends Once {
  readonly person: GivenPerson;
}

/** Takes a consumer in: finds who has this phone, or makes a new one. The answer, which is kept, names nobody. */
export function recordConsumer(database: Database, caller: Caller, input: RecordConsumer, keys: PersonalKeys): Promise<Done<FoundConsumer>> {
  return database.writeOnce(caller, 'consumer.record', input, (tx, { person }) => findOrCreateConsumer(tx, keys, person, 'person.'));
}
