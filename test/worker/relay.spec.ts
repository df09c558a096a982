import type { NetworkTx, OutboxEvent } from '@app/database';
import { newId } from '@app/kernel';
import { issueNotice } from '@app/notices';
import pg from 'pg';
import { react } from '../../apps/worker/src/react.js';
import { consumersOf, type Reactions } from '../../apps/worker/src/reactions.js';
import { relay, type ReactJob } from '../../apps/worker/src/relay.js';
import { World } from '../support/world.js';
import { handsOf, type TestHands } from './support/hands.js';
import { issue } from './support/notices.js';
import { notReactedTo, notToldOnce } from './support/reacted.js';

const never = new AbortController().signal;

describe('the relay and the reactions', () => {
  let world: World;
  let one: TestHands;
  let two: TestHands;
  let memberId: string;

  const jobs = async () =>
    (await world.test.asAdmin('SELECT payload FROM graphile_worker._private_jobs ORDER BY id')).map(({ payload }) => payload as ReactJob);
  const pending = async () => (await world.test.asAdmin('SELECT event_id FROM outbox_pending')).length;
  const workOff = async (hands: TestHands = one) => {
    for (const job of await jobs()) await react(hands, job, never);
    await world.test.asAdmin('DELETE FROM graphile_worker._private_jobs');
  };

  beforeEach(async () => {
    world = await World.make();
    one = await handsOf(world);
    two = await handsOf(world);
    memberId = (await world.member()).id;
  });

  afterEach(async () => {
    await one.close();
    await two.close();
    await world.drop();
  });

  it('hands an event on to its consumers and takes what nobody reacts to off the list', async () => {
    const noticeId = await issue(world, memberId);
    expect(await pending()).toBe(2); // member.registered too
    await relay(one.worklist, one.reactions);
    expect(await pending()).toBe(0);
    expect(await jobs()).toEqual([expect.objectContaining({ consumer: 'message_log', aggregateId: memberId, networkId: world.networkId })]);
    await workOff();
    const log = await world.test.asAdmin('SELECT member_id, code, about_id FROM message_log');
    expect(log).toEqual([{ member_id: memberId, code: 'notice_issued', about_id: noticeId }]);
  });

  it('leaves all as it was when it dies between taking and handing on', async () => {
    await issue(world, memberId);
    const reactions = new Proxy(one.reactions, {
      getOwnPropertyDescriptor: () => { throw new Error('died'); },
    });
    await expect(relay(one.worklist, reactions)).rejects.toThrow('died');
    expect(await pending()).toBe(2);
    expect(await jobs()).toEqual([]);
    await relay(two.worklist, two.reactions);
    await workOff();
    expect(await notToldOnce(world)).toEqual([]);
  });

  it('hands each event on once when several relay at once', async () => {
    for (let i = 0; i < 40; i++) await issue(world, memberId);
    const rounds = Array.from({ length: 20 }, (_, i) => relay((i % 2 ? one : two).worklist, one.reactions, 5));
    await Promise.all(rounds);
    while (await relay(one.worklist, one.reactions, 5));
    expect(await jobs()).toHaveLength(40);
    expect(new Set((await jobs()).map(({ through }) => through)).size).toBe(40);
    expect(await pending()).toBe(0);
  });

  it('has an effect once, however often and by however many the same job is run', async () => {
    await issue(world, memberId);
    await issue(world, memberId);
    await relay(one.worklist, one.reactions);
    const all = await jobs();
    await Promise.all([...all, ...all, ...all].map((job, i) => react(i % 2 ? one : two, job, never)));
    for (const job of all) await react(one, job, never);
    expect(await notToldOnce(world)).toEqual([]);
  });

  it('has no second effect for an event that was handed on twice', async () => {
    await issue(world, memberId);
    await relay(one.worklist, one.reactions);
    await workOff();
    await world.test.asAdmin(`
      INSERT INTO outbox_pending SELECT network_id, id, seq FROM outbox_event WHERE type = 'notice.issued'`);
    await relay(one.worklist, one.reactions);
    await workOff();
    expect(await notToldOnce(world)).toEqual([]);
    expect(await world.test.asAdmin('SELECT FROM reaction_turn')).toEqual([]);
  });

  it('consumes one aggregate in order even when jobs run in any order and the first fails for a while', async () => {
    const told: string[] = [];
    let broken = true;
    const handle = async (_tx: NetworkTx, event: OutboxEvent) => {
      if (broken) throw new Error('not yet');
      told.push(String(event.payload.noticeId));
    };
    const probe: Reactions = { 'notice.issued': [{ consumer: 'probe', handle }] };
    const issued = [await issue(world, memberId), await issue(world, memberId), await issue(world, memberId)];
    await relay(one.worklist, probe);
    const all = (await jobs()).reverse();
    for (const job of all) await expect(react({ ...one, reactions: probe }, job, never)).rejects.toThrow('not yet');
    broken = false;
    await react({ ...one, reactions: probe }, all[1]!, never);
    expect(told).toEqual(issued.slice(0, 2));
    await Promise.all(all.map((job, i) => react({ ...(i % 2 ? one : two), reactions: probe }, job, never)));
    expect(told).toEqual(issued);
  });

  it('lets no consumer wait for another', async () => {
    const probe: Reactions = {
      'notice.issued': [
        { consumer: 'stuck', handle: () => Promise.reject(new Error('stuck')) },
        one.reactions['notice.issued']![0]!,
      ],
    };
    await issue(world, memberId);
    await relay(one.worklist, probe);
    const hands = { ...one, reactions: probe };
    await Promise.allSettled((await jobs()).map((job) => react(hands, job, never)));
    expect(await notToldOnce(world)).toEqual([]);
  });

  it('keeps a job for a worker that knows its consumer', async () => {
    await issue(world, memberId);
    await relay(one.worklist, { 'notice.issued': [{ consumer: 'of a later version', handle: async () => undefined }] });
    await expect(react(one, (await jobs())[0]!, never)).rejects.toThrow('No reaction of of a later version');
    expect(await world.test.asAdmin('SELECT consumer FROM reaction_turn')).toEqual([{ consumer: 'of a later version' }]);
  });

  describe('an event that commits late with an earlier number', () => {
    /** Takes its number first, commits last; the other is relayed in between. */
    async function lateCommit(relayOnce: () => Promise<unknown>): Promise<void> {
      const other = (await world.member()).id;
      let numbered!: () => void;
      let commit!: () => void;
      const hasNumber = new Promise<void>((resolve) => { numbered = resolve; });
      const mayCommit = new Promise<void>((resolve) => { commit = resolve; });
      const late = withHeldEvent(numbered, mayCommit);
      await hasNumber;
      await world.database.write(world.person(), { action: 'test.early' }, (tx) =>
        issueNotice(tx, { series: 'sanction', memberId: other, caseType: 'deduction', caseId: newId(), says: {} }));
      await relayOnce();
      commit();
      await late;
      await relayOnce();
      await workOff();
    }

    /** Leaves an event as a write does, but holds its transaction open after the number was drawn. */
    async function withHeldEvent(numbered: () => void, mayCommit: Promise<void>): Promise<void> {
      const noticeId = newId();
      const client = new pg.Client({ connectionString: world.test.appUrl });
      await client.connect();
      await client.query(`BEGIN; SET LOCAL app.network_id = '${world.networkId}'`);
      await client.query(`INSERT INTO notice (network_id, id, series, number, member_id, case_type, case_id, says, issued_on)
        VALUES ($1, $2, 'late', 1, $3, 'deduction', $4, '{}', '2026-03-02')`, [world.networkId, noticeId, memberId, newId()]);
      await client.query(`WITH event AS (
          INSERT INTO outbox_event (network_id, id, type, aggregate_id, payload)
          VALUES ($1, $2, 'notice.issued', $3, jsonb_build_object('noticeId', $4::uuid)) RETURNING id, seq)
        INSERT INTO outbox_pending SELECT $1, id, seq FROM event`, [world.networkId, newId(), memberId, noticeId]);
      numbered();
      await mayCommit;
      await client.query('COMMIT');
      await client.end();
    }

    it('still goes out', async () => {
      await lateCommit(() => relay(one.worklist, one.reactions));
      expect(await notReactedTo(world)).toEqual([]);
      expect(await notToldOnce(world)).toEqual([]);
    });

    it('catches a relay with a cursor, which steps over it', async () => {
      let cursor = 0n;
      await lateCommit(async () => {
        const found = await world.test.asAdmin(
          'SELECT network_id, id, seq, type, aggregate_id FROM outbox_event WHERE seq > $1 ORDER BY seq', [cursor.toString()]);
        for (const { network_id: networkId, id, seq, type, aggregate_id: aggregateId } of found) {
          cursor = BigInt(seq as string);
          for (const consumer of consumersOf(one.reactions, type as string)) {
            await world.test.asAdmin('INSERT INTO reaction_turn VALUES ($1, $2, $3, $4, $5)', [networkId, consumer, aggregateId, seq, id]);
            await react(one, { networkId: networkId as string, consumer, aggregateId: aggregateId as string, through: seq as string }, never);
          }
        }
      });
      expect(await notReactedTo(world)).toHaveLength(1);
      expect(await notToldOnce(world)).toHaveLength(1);
    });
  });
});
