import { contestFinding, findUnfounded } from '@app/complaints';
import { day } from '@app/kernel';
import { decideSanction, listComplaintsOf, listSanctions, proposeByHand, type Sanction } from '@app/sanctions';
import { taken } from '../complaints/desk.js';
import { World } from '../support/world.js';
import { handsOf, workOff, type TestHands } from './support/hands.js';

describe('What the worker proposes against a shop', () => {
  let world: World;
  let hands: TestHands;

  beforeAll(async () => {
    world = await World.make();
    hands = await handsOf(world);
  });
  afterAll(async () => {
    await hands?.close();
    await world?.drop();
  });

  async function signedShop(): Promise<string> {
    const { id } = await world.member();
    await world.agreement(id, [{}]);
    return id;
  }
  const proposed = (memberId: string): Promise<Sanction[]> =>
    world.database.read(world.person(), (tx) => tx.many(listSanctions, { memberId, state: 'proposed', after: null, count: 10 }));
  const complaintOf = async (memberId: string): Promise<string> => (await taken(world, memberId)).complaint.id;

  it('SN-1 is a warning by the third complaint and nothing by the second, with what counted, by nobody', async () => {
    const shop = await signedShop();
    const ids = [await complaintOf(shop), await complaintOf(shop)];
    await workOff(world, hands);
    expect(await proposed(shop)).toEqual([]);
    ids.push(await complaintOf(shop));
    await workOff(world, hands);
    await workOff(world, hands);
    const [warning, ...more] = await proposed(shop);
    expect([more, warning]).toEqual([[], expect.objectContaining({
      rule: 'SN-1', measure: 'oral_warning', problem: 'broken_sole', windowFrom: '2026-03-01', windowThrough: '2026-03-31', moreThan: 2, proposedBy: null, state: 'proposed',
    })]);
    const counted = await world.database.read(world.person(), (tx) => tx.many(listComplaintsOf, { sanctionIds: [warning!.id] }));
    expect(counted.map(({ complaintId }) => complaintId).toSorted()).toEqual(ids.toSorted());
  });

  it('SN-8 leaves out what was found unfounded, and counts it again once that is contested', async () => {
    const shop = await signedShop();
    const unfounded = await complaintOf(shop);
    await findUnfounded(world.database, world.person(), { ...world.key(), complaintId: unfounded, reason: 'Worn out.' });
    for (let i = 0; i < 2; i++) await complaintOf(shop);
    await workOff(world, hands);
    expect(await proposed(shop)).toEqual([]);
    await contestFinding(world.database, world.person(), { ...world.key(), complaintId: unfounded, reason: 'It was new.' });
    await workOff(world, hands);
    expect((await proposed(shop)).map(({ measure }) => measure)).toEqual(['oral_warning']);
  });

  it('SN-5 is the end of the contract by the second notice that was confirmed, and not by the first', async () => {
    const outlet = await signedShop();
    const notice = async () => {
      const { result } = await proposeByHand(world.database, world.person(), {
        ...world.key(), memberId: outlet, rule: 'SN-5', reason: 'Wrong parts.', staffCode: null, amount: null, noticeWorkingDays: null, approved: null, isPublic: false,
      });
      await decideSanction(world.database, world.person(), { ...world.key(), sanctionId: result.sanction.id, version: 1, confirm: true, reason: 'So it was.' });
      await workOff(world, hands);
    };
    await notice();
    expect(await proposed(outlet)).toEqual([]);
    await notice();
    expect((await proposed(outlet)).map(({ measure, windowFrom }) => [measure, windowFrom])).toEqual([['may_end_contract', day('2026-01-01')]]);
  });
});
