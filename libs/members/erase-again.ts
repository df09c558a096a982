import type { Database } from '@app/database';
import type { Caller, Day } from '@app/kernel';
import { readConsumerRow } from './consumer.sql.js';
import { erasePerson } from './erase-consumer.js';
import { listErasures } from './personal-data.sql.js';

/** A line of the erasure journal, as it is kept outside the database. */
export interface Erasure {
  readonly subjectId: string;
  readonly erasedOn: Day;
}

/** The network's journal of erasures, to be kept where no restore of the database reaches it. */
export function erasureJournal(database: Database, caller: Caller): Promise<Erasure[]> {
  return database.read(caller, (tx) => tx.many(listErasures, {})) as Promise<Erasure[]>;
}

/** Does erasures again after a restore to an earlier moment; answers how many persons had come back. One that is unknown there is passed over. */
export async function eraseAgain(database: Database, caller: Caller, journal: readonly Erasure[]): Promise<number> {
  let erased = 0;
  for (const { subjectId, erasedOn } of journal) {
    const again = await database.write(caller, { action: 'consumer.erase_again', request: { subjectId } }, async (tx) =>
      ((await tx.maybe(readConsumerRow, { consumerId: subjectId })) ? erasePerson(tx, subjectId, erasedOn) : false));
    if (again) erased += 1;
  }
  return erased;
}
