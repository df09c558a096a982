import { fireDueClocks, keepExtended, listClocksOfSubjects } from '@app/clocks';
import { closeComplaint, readComplaints, reportAccident, withdrawComplaint } from '@app/complaints';
import { eraseConsumer } from '@app/members';
import { sendMessages } from '../../apps/worker/src/send-messages.js';
import { systemCaller } from '../../apps/worker/src/system-caller.js';
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

  /** What went out by short message, in words. */
  async function sent(): Promise<unknown[]> {
    await workOff(world, hands);
    hands.at = new Date();
    await sendMessages(hands, await systemCaller(hands, world.networkId), world.networkId, new AbortController().signal);
    return (await world.test.asAdmin('SELECT text FROM sms_log ORDER BY delivery_id')).map(({ text }) => text);
  }
  const consumer = { name: '张三', phone: '13800138000' };

  it('CX-8 the consumer, by short message: that it was received, of the later time and why, and that it is closed; each once', async () => {
    const { id: memberId } = await world.member();
    const { complaint: { id: complaintId } } = await taken(world, memberId, { consumer });
    expect(await sent()).toEqual(['您的投诉已受理，可凭查询码随时查看进度。']);
    const clocks = await world.database.read(world.person(), (tx) => tx.many(listClocksOfSubjects, { subjectType: 'complaint', subjectIds: [complaintId] }));
    await keepExtended(world.database, world.person(), {
      ...world.key(), clockId: clocks.find(({ code }) => code === 'handled')!.id, ground: 'cannot_be_kept', reason: '配件未到', newDueAt: new Date('2026-03-03T06:30:00Z'),
      toldAt: null, evidence: 'call', announcedAt: null, substitute: null,
    });
    expect((await sent()).slice(1)).toEqual(['您的投诉因配件未到未能如期办结，新的期限为 2026-03-03 14:30。']);
    await closeComplaint(world.database, world.person(), { ...world.key(), complaintId, reason: 'Agreed.' });
    expect((await sent()).slice(2)).toEqual(['您的投诉已办结，我们将回访了解您是否满意。']);
    expect(await sent()).toHaveLength(3);
    // The messages name the consumer by an opaque id alone.
    for (const table of ['message_log', 'message_delivery', 'sms_log', 'outbox_event', 'audit_record']) {
      expect(JSON.stringify(await world.test.asAdmin(`SELECT * FROM ${table}`))).not.toMatch(/张三|13800138000/);
    }
  });

  it('CX-8 no consumer who is unknown, took the complaint back, or asked to be erased', async () => {
    const { id: memberId } = await world.member();
    await taken(world, memberId);
    const { complaint: { id: complaintId } } = await taken(world, memberId, { consumer });
    expect(await sent()).toHaveLength(1);
    await withdrawComplaint(world.database, world.person(), { ...world.key(), complaintId, reason: 'Content.' });
    expect(await sent()).toHaveLength(1);
    const { complaint } = await taken(world, memberId, { consumer });
    const { consumerId } = await world.database.read(world.person(), (tx) => tx.one(readComplaints, { complaintIds: [complaint.id] }));
    await eraseConsumer(world.database, world.person(), { ...world.key(), consumerId: consumerId! });
    expect(await sent()).toHaveLength(1);
  });

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
