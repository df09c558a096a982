import { statement } from '@app/database';
import { newId, Refusal, type Caller } from '@app/kernel';
import { World } from '../support/world.js';

const addMember = statement<{ id: string; code: string }>('writes.add-member', `
  INSERT INTO member (network_id, id, kind, name, code) VALUES ($network, $id, 'shop', 'Member', $code)
`);
const lockMember = statement<{ id: string }>('writes.lock-member', 'SELECT id FROM member WHERE network_id = $network AND id = $id FOR UPDATE');
/** Long enough for another to take its first lock. */
const doze = statement('writes.doze', 'SELECT pg_sleep(0.3)');
const nonsense = statement('writes.nonsense', 'SELECT 1 / 0');

let world: World;
beforeAll(async () => { world = await World.make(4); });
afterAll(async () => { await world?.drop(); });

const failing = (code: string) => Object.assign(new Error(`as PostgreSQL says ${code}`), { code });

interface Left {
  readonly outcome: string;
  readonly touched: string[];
}
const auditsOf = async (action: string): Promise<Left[]> =>
  (await world.test.asAdmin('SELECT outcome, touched FROM audit_record WHERE action = $1 ORDER BY id', [action])) as never;
const eventsOf = (type: string) => world.test.asAdmin(
  'SELECT e.id FROM outbox_event e JOIN outbox_pending p ON p.network_id = e.network_id AND p.event_id = e.id AND p.seq = e.seq WHERE type = $1', [type]);
const members = async (code: string): Promise<number> => (await world.test.asAdmin('SELECT 1 FROM member WHERE code = $1', [code])).length;

describe('A write', () => {
  it.each(['40001', '40P01'])('that meets %s runs again, with nothing left of the first run', async (code) => {
    let runs = 0;
    const answer = await world.database.write(world.person(), { action: `test.retry-${code}` }, async (tx) => {
      runs += 1;
      await tx.run(addMember, { id: newId(), code });
      tx.emit({ type: `test.${code}`, aggregateId: newId() });
      if (runs < 4) throw failing(code);
      return runs;
    });
    expect([answer, await members(code), (await eventsOf(`test.${code}`)).length]).toEqual([4, 1, 1]);
    expect(await auditsOf(`test.retry-${code}`)).toEqual([{ outcome: 'done', touched: [] }]);
  });

  it('runs again three times at most', async () => {
    let runs = 0;
    const hopeless = world.database.write(world.person(), { action: 'test.hopeless' }, async () => {
      runs += 1;
      throw failing('40001');
    });
    await expect(hopeless).rejects.toThrow('40001');
    expect(runs).toBe(4);
    expect(await auditsOf('test.hopeless')).toEqual([{ outcome: 'failed', touched: [] }]);
  });

  it.each(['23505', '22012', 'XX000'])('that meets %s does not run again', async (code) => {
    let runs = 0;
    const failed = world.database.write(world.person(), { action: 'test.once' }, async () => {
      runs += 1;
      throw failing(code);
    });
    await expect(failed).rejects.toThrow(code);
    expect(runs).toBe(1);
  });

  it('that locks against another in a circle is let through after it', async () => {
    const [a, b] = [await world.member(), await world.member()];
    let runs = 0;
    const both = [[a, b], [b, a]].map((order) => world.database.write(world.person(), { action: 'test.circle' }, async (tx) => {
      runs += 1;
      for (const { id } of order) {
        await tx.run(lockMember, { id });
        await tx.run(doze, {});
      }
    }));
    await expect(Promise.all(both)).resolves.toHaveLength(2);
    expect(runs).toBe(3);
  });
});

describe('What a write leaves', () => {
  const write = (caller: Caller, action: string, end: () => void) => world.database.write(caller, { action, request: { secret: 'voucher 4711' } }, async (tx) => {
    const id = newId();
    await tx.run(addMember, { id, code: action });
    tx.touch(id);
    tx.emit({ type: action, aggregateId: id, payload: { n: 1 } });
    end();
    return id;
  });

  it('is an audit record that names what it touched, and its event', async () => {
    const id = await write(world.person(), 'test.done', () => undefined);
    expect(await auditsOf('test.done')).toEqual([{ outcome: 'done', touched: [id] }]);
    expect(await eventsOf('test.done')).toHaveLength(1);
  });

  it('is, when it was refused, the refusal alone: no row, no event', async () => {
    const refused = write(world.person(), 'test.refused', () => { throw new Refusal('test', 'NOT_TODAY', { zh: '', en: '' }); });
    await expect(refused).rejects.toMatchObject({ code: 'NOT_TODAY' });
    expect(await auditsOf('test.refused')).toEqual([{ outcome: 'refused:NOT_TODAY', touched: [] }]);
    expect([await members('test.refused'), await eventsOf('test.refused')]).toEqual([0, []]);
  });

  it('is, when it failed, the failure alone: no row, no event', async () => {
    const failed = write(world.person(), 'test.failed', () => { throw new TypeError('a fault of ours'); });
    await expect(failed).rejects.toThrow('a fault of ours');
    expect(await auditsOf('test.failed')).toEqual([{ outcome: 'failed', touched: [] }]);
    expect([await members('test.failed'), await eventsOf('test.failed')]).toEqual([0, []]);
  });

  it('says nothing of what was asked but a keyed digest', async () => {
    await write(world.person(), 'test.digest', () => undefined);
    const [kept] = await world.test.asAdmin(`SELECT t::text AS text, length(request_digest) AS length FROM audit_record t WHERE action = 'test.digest'`);
    expect(kept).toMatchObject({ length: 32 });
    expect(String(kept!.text)).not.toContain('4711');
  });

  it('names the person, the key and the member on whose behalf', async () => {
    const caller = world.person({ personId: null, apiKeyId: newId(), memberId: newId(), requestId: 'r-7' });
    await write(caller, 'test.named', () => undefined);
    expect(await world.test.asAdmin(`SELECT person_id, api_key_id, member_id, request_id FROM audit_record WHERE action = 'test.named'`))
      .toEqual([{ person_id: null, api_key_id: caller.apiKeyId, member_id: caller.memberId, request_id: 'r-7' }]);
  });
});

describe('A transaction that PostgreSQL has given up', () => {
  it('is an error though its action carries on: COMMIT is answered by ROLLBACK', async () => {
    const swallowed = world.database.outside((tx) => tx.run(nonsense, {}).catch(() => 'fine'));
    await expect(swallowed).rejects.toThrow('answered ROLLBACK to COMMIT');
    await expect(world.database.outside(async () => 'serves on')).resolves.toBe('serves on');
  });

  it('fails the write whose action swallowed the error', async () => {
    const swallowed = world.database.write(world.person(), { action: 'test.swallowed' }, async (tx) => {
      await tx.run(addMember, { id: newId(), code: 'swallowed' });
      await tx.run(nonsense, {}).catch(() => undefined);
    });
    await expect(swallowed).rejects.toThrow();
    expect(await members('swallowed')).toBe(0);
  });
});
