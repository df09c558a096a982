import { fireDueClocks } from '@app/clocks';
import { reportAccident } from '@app/complaints';
import { taken } from '../complaints/desk.js';
import { World } from '../support/world.js';
import { handsOf, workOff, type TestHands } from './support/hands.js';

describe('What is told of a complaint', () => {
  let world: World;
  let hands: TestHands;

  beforeEach(async () => {
    world = await World.make();
    hands = await handsOf(world);
  });
  afterEach(async () => {
    await hands.close();
    await world.drop();
  });

  const told = async (code: string) => (await world.test.asAdmin(
    `SELECT recipient_kind, CASE recipient_kind WHEN 'member' THEN 'shop' ELSE recipient_ref END AS who, params->>'rule' AS rule FROM message_log WHERE code = $1 ORDER BY id`, [code],
  ));

  it('FR-9 of a serious accident, management at once, and of none that was not reported', async () => {
    const { id: memberId } = await world.member();
    const { complaint } = await taken(world, memberId, {}, world.person());
    await workOff(world, hands);
    expect(await told('complaint_against_you')).toEqual([{ recipient_kind: 'member', who: 'shop', rule: null }]);
    expect(await told('accident_reported')).toEqual([]);
    await reportAccident(world.database, world.person(), { ...world.key(), complaintId: complaint.id, reason: 'Burns.' });
    await workOff(world, hands);
    expect(await told('accident_reported')).toEqual([{ recipient_kind: 'role', who: 'after_sales_manager', rule: null }]);
  });

  it('CX-12 of a missed clock, the shop, the floor, supervision and management, each once; of a kept one, nobody', async () => {
    const { id: memberId } = await world.member();
    await taken(world, memberId, { demand: 'repair' });
    const at = (minutes: number) => ({ ...world.person(), now: new Date(world.person().now.getTime() + minutes * 60_000) });
    await fireDueClocks(world.database, at(9));
    await workOff(world, hands);
    expect(await told('clock_escalated')).toEqual([]);
    for (const minutes of [11, 11, 45, 200, 1_455, 1_455]) await fireDueClocks(world.database, at(minutes));
    await workOff(world, hands);
    const counter = (await told('clock_escalated')).filter(({ rule }) => rule === 'CX-1').map(({ who }) => who);
    for (const who of ['shop', 'floor', 'supervision', 'after_sales_manager']) expect(counter).toContain(who);
    // Two clocks of that rule: the counter's of ten minutes and supervision's of thirty.
    expect(counter.filter((who) => who === 'shop')).toHaveLength(2);
    expect(counter.filter((who) => who === 'after_sales_manager')).toHaveLength(1);
  });
});
