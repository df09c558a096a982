import { lookUpThrottle, throttle } from '@app/access';
import { closeComplaint, decideRemedy, lookUpTicket, recordComplaint, recordContact, supplyFacts } from '@app/complaints';
import type { Refusal } from '@app/kernel';
import { World } from '../support/world.js';
import { taken, whole } from './desk.js';

let world: World;
let shopId: string;
let addresses = 0;
beforeAll(async () => {
  world = await World.make();
  shopId = (await world.member()).id;
});
afterAll(() => world.drop());

const phone = '+86 138-0000-4711';
const given = async () => {
  const { complaint, ticketCode } = (await recordComplaint(world.database, world.person(), { ...world.key(), ...whole, memberId: shopId, consumer: { phone } }, world.intake)).result;
  return { complaint, code: ticketCode! };
};
/** From an address of its own unless one is named. */
const look = (code: string, lastDigits = '4711', address = `10.0.0.${(addresses += 1)}`) =>
  lookUpTicket(world.database, { locale: 'zh', requestId: 'test', address }, { code, lastDigits }, world.intake);
const codeOf = (looked: Promise<unknown>): Promise<string> => looked.then(() => 'shown', (no: Refusal) => no.code);

describe('A ticket', () => {
  it('RO-11 shows the consumer where their own complaint stands and what happened, in plain words, and nothing else', async () => {
    const { complaint, code } = await given();
    const contact = { complaintId: complaint.id, way: 'phone', direction: 'outgoing', said: 'Between us.', at: null } as const;
    await recordContact(world.database, world.person(), { ...world.key(), ...contact, party: 'consumer' });
    await recordContact(world.database, world.person(), { ...world.key(), ...contact, party: 'shop' });
    await closeComplaint(world.database, world.person(), { ...world.key(), complaintId: complaint.id, reason: 'Between us.', outcome: 'repaired' });
    const ticket = await look(code.toLowerCase().replaceAll('-', ' '));
    expect(Object.keys(ticket)).toEqual(['number', 'state', 'timeline']);
    expect(ticket.state).toEqual({ zh: '已办结', en: 'Closed.' });
    expect(ticket.timeline.map(({ text }) => text.zh)).toEqual(['已受理您的投诉。', '与您取得了联系。', '投诉已办结。']);
    expect(JSON.stringify(ticket)).not.toContain('Between us.');
  });

  it('RO-11 says that facts are still needed while they are, and that it was decided once it was', async () => {
    const input = { ...world.key(), ...whole, defect: null, memberId: shopId, consumer: { phone } };
    const { complaint: { id: complaintId }, ticketCode } = (await recordComplaint(world.database, world.person(), input, world.intake)).result;
    const decide = () => decideRemedy(world.database, world.person(), { ...world.key(), complaintId, province: null, more: { circumstances: [], exchanges: [], acknowledged: false } });
    await decide();
    const said = async () => (await look(ticketCode!)).timeline.map(({ text }) => text.en);
    expect(await said()).toEqual(['Your complaint was taken in.', 'Facts are still needed before it can be decided.']);
    await supplyFacts(world.database, world.person(), { ...world.key(), complaintId, defect: 'broken_sole' }, world.intake);
    await decide();
    expect((await said()).slice(2)).toEqual(['Details were added to your complaint.', 'What the rules give you was decided.']);
  });

  it('RO-11 is refused alike for a code that is not there and for digits that are wrong', async () => {
    const { code } = await given();
    const refusals = await Promise.all([look('AAAA-BBBB-CCCC-DDDD'), look(code, '4712')].map((one) => one.then(() => null, (no: Refusal) => no)));
    expect(refusals[0]).toMatchObject({ code: 'TICKET_INVALID', field: 'code' });
    expect({ ...refusals[1] }).toEqual({ ...refusals[0] });
  });

  it('RO-11 is tried five times in a quarter of an hour, whoever tries, and a right look-up lets the count go', async () => {
    const { code } = await given();
    for (let round = 0; round < 2; round++) {
      for (let i = 0; i < throttle.checks - 1; i++) expect(await codeOf(look(code, '0000'))).toBe('TICKET_INVALID');
      expect(await codeOf(look(code))).toBe('shown');
    }
    const tries = await Promise.all(Array.from({ length: 12 }, () => codeOf(look(code, '0000'))));
    expect(tries.filter((one) => one === 'TICKET_INVALID')).toHaveLength(throttle.checks);
    expect(await codeOf(look(code))).toBe('TOO_MANY_ATTEMPTS');
  });

  it('RO-11 is looked up so many times from one address, right or wrong', async () => {
    const { code } = await given();
    const tries: string[] = [];
    for (let i = 0; i < lookUpThrottle.checks + 1; i++) tries.push(await codeOf(look(i % 2 ? code : `AAAA-${1_000 + i}`, '4711', '192.0.2.7')));
    expect(tries.at(-1)).toBe('TOO_MANY_ATTEMPTS');
    expect(tries.slice(0, -1)).not.toContain('TOO_MANY_ATTEMPTS');
  });

  it('is shown once, only where a phone is given, and kept nowhere', async () => {
    const input = { ...world.key(), ...whole, memberId: shopId, consumer: { phone } };
    const person = world.person();
    const first = (await recordComplaint(world.database, person, input, world.intake)).result;
    const again = await recordComplaint(world.database, person, input, world.intake);
    expect(again).toMatchObject({ replayed: true, result: { ticketCode: null, complaint: { id: first.complaint.id } } });
    expect((await taken(world, shopId)).ticketCode).toBeNull();
    await expect(taken(world, shopId, { consumer: { phone: '12-34' } })).rejects.toMatchObject({ code: 'PHONE_UNREADABLE', field: 'consumer.phone' });
    const kept = await world.test.asAdmin(`SELECT result FROM request_key UNION ALL SELECT payload::text FROM outbox_event`);
    expect(JSON.stringify(kept)).not.toMatch(new RegExp(`${first.ticketCode}|4711`));
  });
});
