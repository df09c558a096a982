import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { auditBooks, promises } from '../support/audit-books.js';
import { connect, takenBack } from '../support/connect.js';
import { toldBooks } from '../support/told-books.js';
import { World } from '../support/world.js';
import { relay } from '../../apps/worker/src/relay.js';
import { react } from '../../apps/worker/src/react.js';
import { handsOf } from '../worker/support/hands.js';
import { plantedInBooks } from './planted-in-books.js';

describe('The audit of the books', () => {
  let world: World;
  let admin: pg.Client;
  const audit = () => auditBooks(async (sql) => (await admin.query<Record<string, unknown>>(sql)).rows);

  beforeAll(async () => {
    world = await World.make();
    admin = await connect(world.test, 'admin');
    await toldBooks(world);
    await reactToAll(world);
    // One that waits for its turn, and one that is still pending.
    await toldBooks(world);
  });
  afterAll(async () => {
    await admin?.end();
    await world?.drop();
  });

  it('finds nothing in books that were told by acts alone', async () => {
    expect(await audit()).toEqual([]);
  });

  it.each(plantedInBooks)('catches $fault', async ({ breaks, sql }) => {
    const found = await takenBack(admin, async () => {
      await admin.query(sql);
      return audit();
    });
    expect(found).toContainEqual(expect.stringContaining(`${breaks}: `));
  });

  it('has a planted fault for everything that it looks at', () => {
    const planted = new Set(plantedInBooks.map((one) => one.breaks));
    expect(promises.filter((one) => !planted.has(one))).toEqual([]);
  });
});

/** Has a worker's pieces relay and consume what is pending. */
async function reactToAll(world: World): Promise<void> {
  const hands = await handsOf(world);
  try {
    while (await relay(hands.worklist, hands.reactions)) await sleep(1);
    const jobs = await world.test.asAdmin(`SELECT network_id, consumer, aggregate_id, max(seq)::text AS through FROM reaction_turn GROUP BY 1, 2, 3`);
    for (const job of jobs) {
      const line = { networkId: String(job.network_id), consumer: String(job.consumer), aggregateId: String(job.aggregate_id), through: String(job.through) };
      await react(hands, line, new AbortController().signal);
    }
  } finally {
    await hands.close();
  }
}
