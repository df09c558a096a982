import { statement, together, Unavailable, type GlobalTx, type NetworkTx } from '@app/database';
import { newId } from '@app/kernel';
import type { Pool, PoolClient } from 'pg';
import { World } from '../support/world.js';

const addMember = statement<{ code: string }>('pipeline.add-member', `
  INSERT INTO member (network_id, id, kind, name, code) VALUES ($network, gen_random_uuid(), 'shop', 'Member', $code)
`);
const countMembers = statement<Record<never, never>, { count: bigint }>('pipeline.count-members', 'SELECT count(*) AS count FROM member WHERE network_id = $network');
const one = statement<Record<never, never>, { one: number }>('pipeline.one', 'SELECT 1 AS one');
const nonsense = statement('pipeline.nonsense', 'SELECT 1 / 0');
const fail = statement<{ code: string }>('pipeline.fail', 'SELECT test_fail($code)');
const doze = statement('pipeline.doze', 'SELECT pg_sleep(0.3)');
const die = statement('pipeline.die', 'SELECT pg_terminate_backend(pg_backend_pid())');

let world: World;
const unheard: unknown[] = [];
const hear = (error: unknown) => void unheard.push(error);
beforeAll(async () => {
  world = await World.make(1);
  await world.test.asAdmin(`CREATE FUNCTION test_fail(code text) RETURNS void LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'as told' USING ERRCODE = code; END $$`);
  process.on('unhandledRejection', hear);
});
afterAll(async () => {
  process.off('unhandledRejection', hear);
  await world?.drop();
});
/** Whatever went wrong, the only connection serves the next one, and nobody was left to hear of it too late. */
afterEach(async () => {
  expect(await world.database.read(world.person(), (tx) => tx.many(one, {}))).toEqual([{ one: 1 }]);
  expect(unheard).toEqual([]);
});

const pool = () => (world.database.source.driver as unknown as { master: Pool }).master;
const kept = async (code: string) => (await world.test.asAdmin('SELECT 1 FROM member WHERE code = $1', [code])).length;
const write = (work: (tx: NetworkTx) => Promise<unknown>) => world.database.write(world.person(), { action: 'test.pipeline' }, work);

describe('Of statements that were sent one behind the other', () => {
  it('all that stand behind the one that failed fail as it did, and none is kept', async () => {
    const seen: unknown[] = [];
    const tried = write(async (tx) => {
      const sent = [tx.run(addMember, { code: 'before' }), tx.run(nonsense, {}), tx.run(addMember, { code: 'behind' }), tx.run(one, {})];
      for (const settled of await Promise.allSettled(sent)) seen.push(settled.status === 'rejected' ? (settled.reason as { code: string }).code : 'done');
      await together(sent);
    });
    await expect(tried).rejects.toMatchObject({ code: '22012' });
    expect(seen).toEqual(['done', '22012', '22012', '22012']);
    expect([await kept('before'), await kept('behind')]).toEqual([0, 0]);
  });

  it('one that failed and was not waited for still names the reason', async () => {
    await expect(write(async (tx) => {
      tx.run(nonsense, {}).catch(() => undefined);
      await tx.run(addMember, { code: 'hidden' });
    })).rejects.toMatchObject({ code: '22012' });
    expect(await kept('hidden')).toBe(0);
  });

  it.each(['40001', '40P01'])('one that meets %s has the whole action run again, whoever is asked first', async (code) => {
    let runs = 0;
    await write(async (tx) => {
      runs += 1;
      const failing = runs < 3 ? tx.run(fail, { code }) : tx.run(one, {});
      failing.catch(() => undefined);
      await tx.run(addMember, { code: `again-${code}` });
      await failing;
    });
    expect([runs, await kept(`again-${code}`)]).toEqual([3, 1]);
  });

  it('the connection may be lost: it is Unavailable, and nothing is kept', async () => {
    const tried = write((tx) => Promise.all([tx.run(addMember, { code: 'lost' }), tx.run(die, {}), tx.run(addMember, { code: 'lost' })]));
    await expect(tried).rejects.toBeInstanceOf(Unavailable);
    expect(await kept('lost')).toBe(0);
  });

  it('the same may be sent twice before it was ever prepared, in a transaction that has failed and in the next', async () => {
    const twice = statement<{ code: string }>(`pipeline.twice`, `INSERT INTO member (network_id, id, kind, name, code) VALUES ($network, gen_random_uuid(), 'shop', 'Twice', $code)`);
    await expect(write((tx) => together([tx.run(nonsense, {}), tx.run(twice, { code: 't1' }), tx.run(twice, { code: 't2' })]))).rejects.toMatchObject({ code: '22012' });
    await write((tx) => together([tx.run(twice, { code: 't1' }), tx.run(twice, { code: 't2' })]));
    expect([await kept('t1'), await kept('t2')]).toEqual([1, 1]);
  });
});

describe('A transaction that does not begin', () => {
  /** The first words fail as a whole, so that what is sent behind them stands in no transaction. */
  async function unbegun<R>(work: () => Promise<R>): Promise<R> {
    const connect = pool().connect.bind(pool());
    const broken = (client: PoolClient) => new Proxy(client, {
      get: (target, name) => {
        if (name === 'query') return (words: unknown, ...more: unknown[]) => target.query((typeof words === 'string' && words.startsWith('BEGIN') ? 'SELECT 1 / 0' : words) as string, ...(more as []));
        const value = Reflect.get(target, name, target) as unknown;
        return typeof value === 'function' ? (value as (...all: unknown[]) => unknown).bind(target) : value;
      },
    });
    const tampered = (done: (error: Error | undefined, client: PoolClient | undefined, release: (error?: Error) => void) => void) =>
      connect((error, client, release) => done(error, client && broken(client), release as never));
    Object.assign(pool(), { connect: tampered });
    try {
      return await work();
    } finally {
      Object.assign(pool(), { connect });
    }
  }

  it('answers no read with an emptiness that is none', async () => {
    await expect(unbegun(() => world.database.read(world.person(), (tx) => tx.one(countMembers, {})))).rejects.toMatchObject({ code: '22012' });
  });

  it('does no write, not even one that no network binds', async () => {
    let runs = 0;
    const outside = async (tx: GlobalTx) => { runs += 1; await tx.many(one, {}); };
    await expect(unbegun(() => world.database.outside(outside))).rejects.toMatchObject({ code: '22012' });
    await expect(unbegun(() => write(async () => { runs += 1; }))).rejects.toMatchObject({ code: '22012' });
    await expect(unbegun(() => world.database.writeOnce(world.person(), 'test.unbegun', { validateOnly: true }, async () => { runs += 1; }))).rejects.toMatchObject({ code: '22012' });
    await expect(unbegun(() => world.database.writeOnce(world.person(), 'test.unbegun', { idempotencyKey: 'k' }, async () => { runs += 1; }))).rejects.toMatchObject({ code: '22012' });
    expect(runs).toBe(0);
    expect(await world.test.asAdmin(`SELECT 1 FROM request_key WHERE action = 'test.unbegun'`)).toEqual([]);
  });
});

describe('A write that cannot be written down', () => {
  const unwritable = { toJSON: () => { throw new TypeError('not to be written'); } };

  it.each<[string, unknown, object]>([
    ['what it came to', unwritable, {}],
    ['what its event says', 'fine', { payload: { amount: 1n } }],
  ])('by %s is not kept at all, and burns no key', async (_why, result, event) => {
    const person = world.person();
    const code = newId().slice(-12);
    const act = (answer: unknown, more: object) => world.database.writeOnce(person, 'test.unwritten', { idempotencyKey: code }, async (tx) => {
      await tx.run(addMember, { code });
      tx.emit({ type: 'test.unwritten', aggregateId: newId(), ...more });
      return answer;
    });
    await expect(act(result, event)).rejects.toThrow(TypeError);
    expect(await kept(code)).toBe(0);
    expect(await act('fine', {})).toEqual({ result: 'fine', replayed: false, preview: false });
    expect(await kept(code)).toBe(1);
  });
});

describe('A statement that outlives its reading', () => {
  it('is waited for by the connection, which is given on idle', async () => {
    const { tx, end } = await world.database.reading(world.person());
    const late = tx.many(doze, {});
    await end();
    expect(pool().idleCount).toBe(1);
    expect(await late).toHaveLength(1);
    await expect(tx.many(one, {})).rejects.toThrow('over');
    expect(await world.test.asAdmin(`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND usename = 'surety_app' AND state <> 'idle'`)).toEqual([]);
  });
});
