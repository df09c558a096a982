import { statement, Unavailable, type Database, type GlobalTx, type NetworkTx, type Tx } from '@app/database';
import { newId, Refusal, type Caller } from '@app/kernel';

/** What a request learnt that it must not, or was told that it should not have been told. */
export type Problem = string;

export interface Ground {
  readonly database: Database;
  /** Of each network, someone who asks. */
  readonly callers: readonly Caller[];
  cancel(pid: number): Promise<void>;
  /** How many writes were acknowledged. */
  kept: number;
}

type Request = (ground: Ground, caller: Caller) => Promise<Problem[]>;

/** Names no network on purpose: only row security stands between the caller and everybody's rows. */
const everyMember = statement<Record<never, never>, { networkId: string; name: string }>('leak.every-member', 'SELECT DISTINCT network_id, name FROM member');
const addMember = statement<{ id: string; name: string }>('leak.add-member', `
  INSERT INTO member (network_id, id, kind, name, code) VALUES ($network, $id::uuid, 'shop', $name, right($id::uuid::text, 20))
`);
const soon = statement<{ ms: string }>('leak.soon', `SELECT set_config('statement_timeout', $ms, true)`);
const doze = statement<{ seconds: number }>('leak.doze', 'SELECT pg_sleep($seconds)');
const whoAmI = statement<Record<never, never>, { pid: number }>('leak.who-am-i', 'SELECT pg_backend_pid() AS pid');
const nonsense = statement('leak.nonsense', 'SELECT 1 / 0');

const act = { action: 'leak.write' };

/** Rows of others, and rows that an ended transaction should have taken with it. */
async function foreignIn(tx: Tx | GlobalTx, networkId: string | null, mine: string | null = null): Promise<Problem[]> {
  const rows = await tx.many(everyMember, {});
  return [
    ...rows.filter((row) => row.networkId !== networkId).slice(0, 1).map(() => 'saw rows of another network'),
    ...rows.filter((row) => row.name !== 'kept' && row.name !== mine).slice(0, 1).map((row) => `saw a row that was ${row.name}`),
  ];
}

async function add(tx: NetworkTx, name: string): Promise<Problem[]> {
  await tx.run(addMember, { id: newId(), name });
  return foreignIn(tx, tx.caller.networkId, name);
}

/** Runs what must fail, and says so where it does not, or fails otherwise. */
async function fails(work: Promise<unknown>, rightly: (error: unknown) => boolean, what: string): Promise<Problem[]> {
  return work.then(() => [`${what} succeeded`], (error: unknown) => (rightly(error) ? [] : [`${what} was told ${String(error)}`]));
}

const isUnavailable = (error: unknown): boolean => error instanceof Unavailable;

export const requests: Readonly<Record<string, Request>> = {
  read: ({ database }, caller) => database.read(caller, (tx) => foreignIn(tx, caller.networkId)),

  outside: ({ database }) => database.outside((tx) => foreignIn(tx, null)),

  async write(ground, caller) {
    const found = await ground.database.write(caller, act, (tx) => add(tx, 'kept'));
    ground.kept += 1;
    return found;
  },

  async 'dry run'({ database }, caller) {
    return (await database.writeOnce(caller, 'leak.try', { validateOnly: true }, (tx) => add(tx, 'tried'))).result;
  },

  async throw({ database }, caller) {
    let found: Problem[] = [];
    const thrown = database.write(caller, act, async (tx) => {
      found = await add(tx, 'thrown');
      throw new TypeError('on purpose');
    });
    return [...await fails(thrown, (error) => error instanceof TypeError, 'a throw'), ...found];
  },

  async refuse({ database }, caller) {
    let found: Problem[] = [];
    const refused = database.write(caller, act, async (tx) => {
      found = await add(tx, 'refused');
      throw new Refusal('leak', 'NO', { zh: '', en: '' });
    });
    return [...await fails(refused, (error) => error instanceof Refusal, 'a refusal'), ...found];
  },

  timeout: ({ database }, caller) => fails(database.write(caller, act, async (tx) => {
    await add(tx, 'out of time');
    await tx.one(soon, { ms: '4' });
    await tx.one(doze, { seconds: 1 });
  }), isUnavailable, 'a timeout'),

  cancel: ({ database, cancel }, caller) => fails(database.write(caller, act, async (tx) => {
    await add(tx, 'cancelled');
    const { pid } = await tx.one(whoAmI, {});
    const asleep = tx.one(doze, { seconds: 10 });
    await Promise.all([asleep, cancel(pid)]);
  }), isUnavailable, 'a cancelled query'),

  'swallowed error': ({ database }, caller) => fails(database.write(caller, act, async (tx) => {
    await add(tx, 'swallowed');
    await tx.run(nonsense, {}).catch(() => undefined);
  }), () => true, 'a write whose statement failed'),

  async 'leaked tx'({ database }, caller) {
    let leaked: Tx | undefined;
    const found = await database.read(caller, async (tx) => {
      leaked = tx;
      return foreignIn(tx, caller.networkId);
    });
    return [...found, ...await fails(leaked!.many(everyMember, {}), (error) => /leaked/.test(String(error)), 'a leaked transaction')];
  },
};

/** Which request comes how often, in a hundred. */
export const mix: readonly string[] = Object.entries({
  read: 33, outside: 8, write: 27, 'dry run': 7, throw: 8, refuse: 8, timeout: 1, cancel: 1, 'swallowed error': 2, 'leaked tx': 5,
}).flatMap(([name, times]) => Array<string>(times).fill(name));
