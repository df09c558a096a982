import { type Database, type Worklist } from '@app/database';
import type { Caller } from '@app/kernel';
import { eraseAgain, erasureJournal, resealPersonalData, type Erasure, type PersonalKeys } from '@app/members';
import { listNetworks } from './network.sql.js';
import { systemCaller } from './system-caller.js';

/** A line of the journal of erasures as it is kept outside the database. */
type JournalLine = Erasure & { readonly networkId: string };

/** What a person does now and then about the personal data of all networks, each as its own network; answers lines to print. */
export async function keepPersonalData(database: Database, keys: PersonalKeys, word: string | undefined, input: () => string): Promise<string[]> {
  const callers = await everyNetwork(database);
  if (word === 'reseal') {
    let rows = 0;
    for (const caller of callers) rows += await resealPersonalData(database, caller, keys);
    return [`${rows} rows of personal data are sealed anew with version ${keys.current}; earlier keys may go.`];
  }
  if (word === 'journal') {
    const lines: string[] = [];
    for (const caller of callers) {
      for (const line of await erasureJournal(database, caller)) lines.push(JSON.stringify({ networkId: caller.networkId, ...line }));
    }
    return lines;
  }
  if (word === 'erase-again') {
    const journal = input().split('\n').filter((line) => line.trim()).map((line) => JSON.parse(line) as JournalLine);
    let persons = 0;
    for (const caller of callers) persons += await eraseAgain(database, caller, journal.filter(({ networkId }) => networkId === caller.networkId));
    return [`${persons} of ${journal.length} persons had come back and are erased again.`];
  }
  throw new Error('Say reseal, journal or erase-again.');
}

async function everyNetwork(database: Database): Promise<Caller[]> {
  const worklist = { many: (statement, params) => database.outside((tx) => tx.many(statement, params)) } as Pick<Worklist, 'many'> as Worklist;
  const networks = await worklist.many(listNetworks, {});
  const callers: Caller[] = [];
  for (const { id } of networks) callers.push(await systemCaller({ worklist, clock: () => new Date() }, id));
  return callers;
}
