import type { Database, Done } from '@app/database';
import { newId, Refusal, type Caller } from '@app/kernel';
import { custody, openAccount, operatorCash, postEntry } from '@app/ledger';
import { cny, World } from '../support/world.js';

const times = 50;

interface Deposit {
  readonly idempotencyKey?: string;
  readonly validateOnly?: boolean;
  readonly minor: bigint;
}

/** An action that would post again each time it ran: nothing but its key keeps it from that. */
function deposit(database: Database, caller: Caller, input: Deposit, action = 'test.deposit'): Promise<Done<{ transferId: string; minor: bigint; at: Date }>> {
  return database.writeOnce(caller, action, input, async (tx, { minor }) => {
    if (minor === 13n) throw new Refusal('test', 'UNLUCKY', { zh: '', en: '' });
    const { transferIds } = await postEntry(tx, {
      cause: { type: 'deposit', id: newId() }, effectiveOn: caller.today,
      transfers: [{ debit: await openAccount(tx, operatorCash, null, 'CNY'), credit: await openAccount(tx, custody, null, 'CNY'), amount: cny(minor), code: 'deposit' }],
    });
    tx.emit({ type: 'test.deposited', aggregateId: transferIds[0]! });
    return { transferId: transferIds[0]!, minor, at: caller.now };
  });
}

interface Ground {
  readonly world: World;
  readonly databases: readonly Database[];
}

async function ground(fault?: string): Promise<Ground> {
  const world = await World.make();
  if (fault) await world.test.asAdmin(fault);
  return { world, databases: [world.database, await world.test.another()] };
}

/** Sends one request many times at once and answers what did not come out as it must. */
async function repeatProblems({ world, databases }: Ground, times: number): Promise<string[]> {
  const caller = world.person();
  const sent = Array.from({ length: times }, (_, i) => deposit(databases[i % databases.length]!, caller, { idempotencyKey: 'the same', minor: 500n }));
  const outcomes = await Promise.allSettled(sent);
  const done = outcomes.flatMap((outcome) => outcome.status === 'fulfilled' ? [outcome.value] : []);
  const answers = new Set(done.map(({ result }) => `${result.transferId} ${result.minor} ${result.at.toISOString()} ${typeof result.minor}`));
  const first = done.filter((one) => !one.replayed).length;
  const left = await leftBy(world);
  return [
    ...(done.length === times ? [] : [`${times - done.length} requests failed`]),
    ...(answers.size === 1 ? [] : [`${answers.size} different answers`]),
    ...(first === 1 ? [] : [`${first} were not replayed`]),
    ...Object.entries(left).filter(([, count]) => count !== 1).map(([what, count]) => `${count} ${what}`),
  ];
}

/** What deposits left behind in this network. */
async function leftBy({ test, networkId }: World): Promise<{ transfers: number; events: number; audits: number }> {
  const [row] = await test.asAdmin(`
    SELECT (SELECT count(*) FROM transfer WHERE network_id = $1)::int AS transfers,
           (SELECT count(*) FROM outbox_event WHERE network_id = $1)::int AS events,
           (SELECT count(*) FROM audit_record WHERE network_id = $1 AND outcome = 'done')::int AS audits`, [networkId]);
  return row as never;
}

const nothing = { transfers: 0, events: 0, audits: 0 };

describe(`A key used ${times} times at once, over two pools`, () => {
  it('has one effect and identical answers, and one of them is not replayed', async () => {
    const on = await ground();
    try {
      expect(await repeatProblems(on, times)).toEqual([]);
    } finally {
      await on.world.drop();
    }
  });

  it.each([
    ['a table of keys without its primary key', 'ALTER TABLE request_key DROP CONSTRAINT request_key_pkey', /^[2-4] transfers$/],
    ['a table of keys that is dropped', 'DROP TABLE request_key', /^0 transfers$|request_key/],
    ['keys that are forgotten at once', `CREATE FUNCTION forget() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.key := gen_random_uuid()::text; RETURN NEW; END $$;
      CREATE TRIGGER forget BEFORE INSERT ON request_key FOR EACH ROW EXECUTE FUNCTION forget()`, /^[2-4] transfers$/],
  ])('catches %s', async (_fault, sql, reported) => {
    const on = await ground(sql);
    try {
      // A few are enough: they then also wait for one another's rows.
      expect(await repeatProblems(on, 4)).toContainEqual(expect.stringMatching(reported));
    } finally {
      await on.world.drop();
    }
  });
});

describe('A key', () => {
  let first: World;
  let world: World;
  beforeAll(async () => { first = await World.make(); });
  beforeEach(async () => { world = await first.neighbour(); });
  afterAll(async () => { await first?.drop(); });

  it('of another request is a conflict, and writes nothing more', async () => {
    const caller = world.person();
    await deposit(world.database, caller, { idempotencyKey: 'k', minor: 500n });
    await expect(deposit(world.database, caller, { idempotencyKey: 'k', minor: 501n })).rejects.toMatchObject({ code: 'IDEMPOTENCY_CONFLICT', field: 'idempotencyKey' });
    expect(await leftBy(world)).toEqual({ transfers: 1, events: 1, audits: 1 });
  });

  it('is its person\'s, its action\'s and its network\'s own', async () => {
    const caller = world.person();
    const neighbour = await world.neighbour();
    const input = { idempotencyKey: 'k', minor: 500n };
    const all = [
      await deposit(world.database, caller, input),
      await deposit(world.database, world.person(), input),
      await deposit(world.database, world.person({ personId: null, apiKeyId: newId() }), input),
      await deposit(world.database, caller, input, 'test.other'),
      await deposit(world.database, neighbour.person({ personId: caller.personId }), input),
    ];
    expect(all.map((one) => one.replayed)).toEqual([false, false, false, false, false]);
    expect(new Set(all.map((one) => one.result.transferId)).size).toBe(5);
    expect((await leftBy(neighbour)).transfers).toBe(1);
  });

  it('is not burnt by a refused request', async () => {
    const caller = world.person();
    await expect(deposit(world.database, caller, { idempotencyKey: 'k', minor: 13n })).rejects.toMatchObject({ code: 'UNLUCKY' });
    expect(await leftBy(world)).toEqual(nothing);
    expect(await deposit(world.database, caller, { idempotencyKey: 'k', minor: 500n })).toMatchObject({ replayed: false });
  });

  it('is not burnt by a request that is only tried, which writes nothing', async () => {
    const caller = world.person();
    const tried = await deposit(world.database, caller, { idempotencyKey: 'k', validateOnly: true, minor: 500n });
    expect(tried).toMatchObject({ preview: true, replayed: false, result: { minor: 500n } });
    expect(await leftBy(world)).toEqual(nothing);
    expect(await world.test.asAdmin('SELECT count(*)::int AS keys FROM request_key WHERE network_id = $1', [world.networkId])).toEqual([{ keys: 0 }]);
    expect(await deposit(world.database, caller, { idempotencyKey: 'k', minor: 501n })).toMatchObject({ replayed: false, preview: false });
  });

  it('answers a later repeat with amounts and instants as they were', async () => {
    const caller = world.person();
    const before = await deposit(world.database, caller, { idempotencyKey: 'k', minor: 999_999_999_999_999n });
    const again = await deposit(world.database, { ...caller, now: new Date(0) }, { idempotencyKey: 'k', minor: 999_999_999_999_999n });
    expect(again).toEqual({ ...before, replayed: true });
  });

  it('that is refused lets the one that waits for it through', async () => {
    const caller = world.person();
    const both = await Promise.allSettled([13n, 500n].map((minor) => deposit(world.database, caller, { idempotencyKey: 'k', minor })));
    expect(both.map((one) => one.status)).toEqual(['rejected', 'fulfilled']);
    expect(await leftBy(world)).toEqual({ transfers: 1, events: 1, audits: 1 });
  });
});
