import type { Database, Done, Once } from '@app/database';
import { newId, type Caller } from '@app/kernel';
import { lockStanding } from './lock-standing.js';
import { insertReveal, readPersonalData } from './personal-data.sql.js';
import type { Personal, PersonalField } from './personal-fields.js';
import type { PersonalKeys } from './personal-keys.js';
import { openedPerson } from './sealed-person.js';

/** What clear data may be asked for. */
export const revealPurposes = ['call_back', 'delivery', 'refund', 'dispute', 'authority', 'consumers_request'] as const;
export type RevealPurpose = (typeof revealPurposes)[number];

export interface RevealConsumer extends Pick<Once, 'idempotencyKey'> {
  readonly consumerId: string;
  readonly purpose: RevealPurpose;
  readonly fields: readonly PersonalField[];
}

export interface Revealed {
  readonly revealId: string;
  readonly consumerId: string;
  /** Null in a replay: what was shown once is kept nowhere in clear. */
  readonly person: Personal | null;
}

/** Shows a consumer's fields in clear, once, for a purpose; who saw which is on record. */
export async function revealConsumer(database: Database, caller: Caller, input: RevealConsumer, keys: PersonalKeys): Promise<Done<Revealed>> {
  let person: Personal | null = null;
  const done = await database.writeOnce(caller, 'consumer.reveal', input, async (tx, { consumerId, purpose, fields }) => {
    await lockStanding(tx, consumerId);
    const clear = openedPerson(keys, caller.networkId, await tx.one(readPersonalData, { subjectIds: [consumerId] }));
    person = Object.fromEntries(fields.flatMap((field) => (clear[field] === undefined ? [] : [[field, clear[field]]])));
    const revealId = newId();
    await tx.run(insertReveal, {
      id: revealId, subjectId: consumerId, purpose, fields, revealedBy: caller.personId ?? caller.apiKeyId, revealedOn: caller.today,
    });
    tx.touch(consumerId, revealId);
    tx.emit({ type: 'consumer.revealed', aggregateId: consumerId, payload: { revealId, purpose } });
    return { revealId, consumerId };
  });
  return { ...done, result: { ...done.result, person: done.replayed ? null : person } };
}
