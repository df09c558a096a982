import { carePlan, recordPurchase, shippedCarePlan } from '@app/members';
import { addDays, day } from '@app/kernel';
import { localFiles } from '@app/files';
import { tmpdir } from 'node:os';
import { schedule } from '../../apps/worker/src/schedule.js';
import { cny, World } from '../support/world.js';
import { handsOf, type TestHands } from './support/hands.js';

const never = new AbortController().signal;
const sold = day('2026-03-02');

describe('The care plan', () => {
  let world: World;
  let hands: TestHands[];

  beforeAll(async () => {
    world = await World.make();
    hands = [await handsOf(world), await handsOf(world)];
  });
  afterAll(async () => {
    for (const one of hands) await one.close();
    await world.drop();
  });

  const buyer = async (of: World, phone: string) => recordPurchase(of.database, of.person(), {
    ...of.key(), memberId: (await of.member()).id, consumerId: null, person: { name: 'Zhang San', phone }, category: 'air_conditioner', model: 'K-1', price: cny(200_000n),
    invoicePrice: null, voucher: null, invoiceNumber: null, soldOn: sold, invoicedOn: null, deliveredOn: null, channel: 'counter', outOfTown: false, serial: null,
  }, of.intake.personal);
  /** Both workers at once, as long as either finds anything. */
  const kept = async (at: string) => {
    for (const one of hands) one.at = new Date(at);
    const duty = schedule(1_000, localFiles(tmpdir())).find(({ name }) => name === 'care plan')!;
    await Promise.all(hands.map(async (one) => { while (await duty.run(one, never)); }));
  };
  const tasks = ({ networkId }: World) => world.test.asAdmin('SELECT rule, due_on::text AS on FROM care_task WHERE network_id = $1 ORDER BY due_on, rule', [networkId]);
  const acts = async ({ networkId }: World) => (await world.test.asAdmin('SELECT id FROM audit_record WHERE network_id = $1 AND action = $2', [networkId, 'care.keep_planned'])).length;
  const due = (from: string, through: string) => carePlan(shippedCarePlan, { soldOn: sold, warrantyEndsOn: null, events: [{ kind: 'purchase', on: sold }], handlesSince: null }, day(from), day(through))
    .map(({ rule, dueOn: on }) => ({ rule, on })).sort((a, b) => (a.on + a.rule < b.on + b.rule ? -1 : 1));

  it('QM-5 QM-7 is kept a month ahead by the worker, each task once, whoever ticks and however often', async () => {
    await buyer(world, '13966660001');
    for (const at of ['2026-03-02T02:00:00Z', '2026-03-02T02:00:05Z', '2026-03-02T15:59:59Z']) await kept(at);
    expect(await tasks(world)).toEqual(due('2026-03-02', addDays(sold, 31)));
    const before = await acts(world);
    await kept('2026-03-02T15:59:59Z');
    expect(await acts(world)).toBe(before);
    // Midnight in Shanghai: a day more, and nothing twice.
    await kept('2026-03-02T16:00:00Z');
    expect(await acts(world)).toBeGreaterThan(before);
    expect(await tasks(world)).toEqual(due('2026-03-02', addDays(sold, 32)));
  });

  it('QM-7 says no thanks that are more than a week late, and plans no call for a day that is over', async () => {
    const late = await world.neighbour();
    await buyer(late, '13966660002');
    await kept('2026-03-11T02:00:00Z');
    expect(await tasks(late)).toEqual(due('2026-03-11', '2026-04-11'));
  });

  it('runs ahead in a sandbox network by its offset', async () => {
    const ahead = await world.neighbour();
    await buyer(ahead, '13966660003');
    await world.test.asAdmin('UPDATE network SET sandbox_seconds = $2 WHERE id = $1', [ahead.networkId, 31 * 86_400]);
    await kept('2026-03-12T02:00:00Z');
    expect((await tasks(ahead)).at(-1)).toEqual(due('2026-04-12', '2026-05-13').at(-1));
  });
});
