import { newId } from '@app/kernel';
import { dueHolds, expireFundHold, remindCall, voidFundHold } from '@app/funds';
import { localFiles } from '@app/files';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dueWork } from '../../apps/worker/src/due-work.js';
import { networksWithOldKeys } from '@app/database';
import { schedule } from '../../apps/worker/src/schedule.js';
import { systemCaller } from '../../apps/worker/src/system-caller.js';
import { World } from '../support/world.js';
import { calledShop, hold, paidShop } from './support/funds.js';
import { handsOf, type TestHands } from './support/hands.js';

const folder = mkdtempSync(path.join(tmpdir(), 'surety-files-'));
const never = new AbortController().signal;

describe('what the clock makes the worker do', () => {
  let world: World;
  let one: TestHands;
  let two: TestHands;

  beforeAll(async () => {
    world = await World.make();
    one = await handsOf(world);
    two = await handsOf(world);
  });

  beforeEach(() => {
    world.on('2026-03-02');
    for (const hands of [one, two]) hands.at = world.person().now;
  });

  afterAll(async () => {
    await one.close();
    await two.close();
    await world.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A duty as a worker of its own keeps it, until nothing is due any more. */
  async function keep(name: string, hands: TestHands): Promise<void> {
    const duty = schedule(1_000, localFiles(folder)).find((known) => known.name === name)!;
    while (await duty.run(hands, never));
  }

  const at = (instant: string) => {
    for (const hands of [one, two]) hands.at = new Date(instant);
  };

  const traces = async (holdIds: string[]) => (await world.test.asAdmin(`
    SELECT h.outcome,
           (SELECT count(*)::int FROM hold_resolution r WHERE r.hold_id = h.hold_id AND r.outcome = 'expired') AS resolutions,
           (SELECT count(*)::int FROM account_line l WHERE l.hold_id = h.hold_id AND l.what = 'expiry') AS lines,
           (SELECT count(*)::int FROM outbox_event e WHERE e.type = 'fund.hold_expired' AND e.payload->>'fundHoldId' = h.id::text) AS events
    FROM fund_hold h WHERE h.id = ANY($1)`, [holdIds]));
  const once = { outcome: 'expired', resolutions: 1, lines: 1, events: 1 };

  it('lets a hold go exactly once when two workers find it due at once', async () => {
    const expiresAt = new Date('2026-03-05T00:00:00Z');
    const shops = await Promise.all([paidShop(world), paidShop(world), paidShop(world)]);
    const ids: string[] = [];
    for (let i = 0; i < 45; i++) ids.push((await hold(world, shops[i % 3]!, expiresAt)).id);
    at('2026-03-04T23:59:59.999Z');
    await keep('hold expiry', one);
    expect(await traces(ids)).toEqual(ids.map(() => ({ outcome: null, resolutions: 0, lines: 0, events: 0 })));
    at('2026-03-05T00:00:00Z');
    await Promise.all([keep('hold expiry', one), keep('hold expiry', two)]);
    expect(await traces(ids)).toEqual(ids.map(() => once));
    for (const shop of shops) expect(await world.fund(shop)).toMatchObject({ postedMinor: 500_000n, heldMinor: 0n });
  });

  it('lets a hold go exactly once when sixteen try the very same one', async () => {
    const held = await hold(world, await paidShop(world), new Date('2026-03-05T00:00:00Z'));
    at('2026-03-06T00:00:00Z');
    const caller = await systemCaller(one, world.networkId);
    await Promise.all(Array.from({ length: 16 }, (_, i) => expireFundHold((i % 2 ? one : two).database, caller, held.id)));
    expect(await traces([held.id])).toEqual([once]);
  });

  it('leaves a hold that was voided in the same moment to whoever came first', async () => {
    const shop = await paidShop(world);
    for (let i = 0; i < 10; i++) {
      const held = await hold(world, shop, new Date('2026-03-05T00:00:00Z'));
      at('2026-03-05T00:00:00Z');
      const voided = voidFundHold(world.database, world.person(), { ...world.key(), fundHoldId: held.id }).then(() => true, () => false);
      await Promise.all([keep('hold expiry', one), keep('hold expiry', two)]);
      const [trace] = await traces([held.id]);
      expect(trace).toEqual((await voided) ? { outcome: 'voided', resolutions: 0, lines: 0, events: 0 } : once);
    }
    expect((await world.fund(shop)).heldMinor).toBe(0n);
  });

  it('runs ahead in a sandbox network by its offset, and nowhere else', async () => {
    const ahead = await world.neighbour();
    const expiresAt = new Date('2026-04-20T00:00:00Z');
    const here = await hold(world, await paidShop(world), expiresAt);
    const there = await hold(ahead, await paidShop(ahead), expiresAt);
    await world.test.asAdmin('UPDATE network SET sandbox_seconds = $2 WHERE id = $1', [ahead.networkId, 60 * 86_400]);
    await Promise.all([keep('hold expiry', one), keep('hold expiry', two)]);
    expect(await traces([here.id])).toEqual([expect.objectContaining({ outcome: null })]);
    expect(await traces([there.id])).toEqual([once]);
    const caller = await systemCaller(one, ahead.networkId);
    expect(caller).toMatchObject({ today: '2026-05-01', personId: null, memberId: null, roles: ['system'] });
  });

  const reminders = (callId: string) => world.test.asAdmin(`
    SELECT r.kind, (SELECT count(*)::int FROM outbox_event e WHERE e.type = 'fund.call_reminded' AND e.payload->>'callId' = r.call_id::text AND e.payload->>'kind' = r.kind) AS events
    FROM call_reminder r WHERE r.call_id = $1 ORDER BY r.kind`, [callId]);

  it('reminds of a call once when it comes due and once when it is overdue, whoever ticks', async () => {
    const { call } = await calledShop(world);
    expect(call.dueOn).toBe('2026-03-17');
    const both = () => Promise.all([keep('call reminders', one), keep('call reminders', two)]);
    at('2026-03-13T15:59:59Z'); // still the 13th in Shanghai
    await both();
    expect(await reminders(call.id)).toEqual([]);
    at('2026-03-13T16:00:00Z');
    await both();
    at('2026-03-17T15:00:00Z');
    await both();
    expect(await reminders(call.id)).toEqual([{ kind: 'coming_due', events: 1 }]);
    at('2026-03-17T16:00:00Z');
    await both();
    at('2026-05-01T00:00:00Z');
    await both();
    expect(await reminders(call.id)).toEqual([{ kind: 'coming_due', events: 1 }, { kind: 'overdue', events: 1 }]);
  });

  it('reminds once when sixteen try the very same call', async () => {
    const { call } = await calledShop(world);
    at('2026-03-16T00:00:00Z');
    const caller = await systemCaller(one, world.networkId);
    await Promise.all(Array.from({ length: 16 }, (_, i) => remindCall((i % 2 ? one : two).database, caller, call.id)));
    expect(await reminders(call.id)).toEqual([{ kind: 'coming_due', events: 1 }]);
  });

  it('forgets request keys after 30 days, network by network, and keeps younger ones', async () => {
    const other = await world.neighbour();
    for (const networkId of [world.networkId, other.networkId]) {
      await world.test.asAdmin(`
        INSERT INTO request_key (network_id, actor_id, action, key, request_digest, recorded_at)
        SELECT $1, $2, 'test', (CASE WHEN i <= 1200 THEN 'old' ELSE 'young' END) || i, '\\x00',
               now() - CASE WHEN i <= 1200 THEN interval '30 days 1 minute' ELSE interval '29 days 23 hours' END
        FROM generate_series(1, 1210) AS i`, [networkId, newId()]);
    }
    await Promise.all([keep('old request keys', one), keep('old request keys', two)]);
    const left = await world.test.asAdmin(`SELECT network_id, count(*)::int AS keys FROM request_key WHERE action = 'test' GROUP BY 1`);
    expect(left).toHaveLength(2);
    for (const { keys } of left) expect(keys).toBe(10);
    expect(await one.worklist.many(networksWithOldKeys, { now: new Date(), count: 10 })).toEqual([]);
  });

  it('sets an item that fails aside, so that the others get their turn', async () => {
    const shop = await paidShop(world);
    const held: string[] = [];
    for (let i = 0; i < 130; i++) held.push((await hold(world, shop, new Date(Date.parse('2026-03-05T00:00:00Z') + i))).id);
    at('2026-03-06T00:00:00Z');
    // As many as a whole batch fail, and they are the first in line.
    const bad = new Set(held.slice(0, 100));
    const run = dueWork('test', dueHolds, async (database, caller, { id }) => {
      if (bad.has(id)) throw new Error('cannot');
      await expireFundHold(database, caller, id);
    });
    await run(one, never);
    await run(one, never);
    const outcomes = await world.test.asAdmin(
      `SELECT count(*) FILTER (WHERE outcome = 'expired')::int AS done, count(*) FILTER (WHERE outcome IS NULL)::int AS left FROM fund_hold WHERE id = ANY($1)`, [held]);
    expect(outcomes).toEqual([{ done: 30, left: 100 }]);
  });
});
