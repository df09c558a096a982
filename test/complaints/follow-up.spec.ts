import { callBacksDue, closeComplaint, finishCallBack, recordConsultation, recordContact, readContacts, type CallBack, type Channel } from '@app/complaints';
import { World } from '../support/world.js';
import { codesOf, taken } from './desk.js';

let world: World;
let shopId: string;
beforeAll(async () => {
  world = await World.make();
  shopId = (await world.member()).id;
});
afterAll(() => world.drop());
beforeEach(() => world.on('2026-03-02'));

const contact = (complaintId: string, more: object = {}) => recordContact(world.database, world.person({ roles: ['complaint_desk'] }), {
  ...world.key(), complaintId, party: 'consumer', way: 'phone', direction: 'outgoing', said: 'Asked for the voucher.', at: null, ...more,
});
const due = (dueBefore: Date | null = null) => world.database.read(world.person(), (tx) => callBacksDue(tx, dueBefore, null, 100));
const finish = (callBack: CallBack, more: object = {}) => finishCallBack(world.database, world.person(), {
  ...world.key(), callBackId: callBack.id, result: 'content', satisfaction: 5, note: null, ...more,
});
const advise = async (channel: Channel) => (await recordConsultation(world.database, world.person(), {
  ...world.key(), channel, memberId: null, asked: 'How to clean suede?', answered: 'With a brush.',
})).result;

describe('A contact', () => {
  it('CX-9 is recorded with who, how, what and when, and stands in the timeline', async () => {
    const { complaint } = await taken(world, shopId);
    const { contact: kept } = (await contact(complaint.id)).result;
    expect(kept).toMatchObject({ party: 'consumer', way: 'phone', direction: 'outgoing', said: 'Asked for the voucher.', byRole: 'complaint_desk', at: world.person().now });
    expect(await codesOf(world, complaint.id)).toEqual(['recorded', 'contacted']);
  });

  it('CX-9 is refused where it is still to come, lies too far back, or is of another shop’s complaint', async () => {
    const { complaint } = await taken(world, shopId);
    await expect(contact(complaint.id, { at: new Date('2026-03-02T02:00:01Z') })).rejects.toMatchObject({ code: 'RECEIVED_IN_FUTURE', field: 'at' });
    await expect(contact(complaint.id, { at: new Date('2025-12-02T02:00:01Z') })).rejects.toMatchObject({ code: 'DAY_TOO_EARLY', field: 'at' });
    const stranger = world.person({ memberId: (await world.member()).id });
    await expect(recordContact(world.database, stranger, {
      ...world.key(), complaintId: complaint.id, party: 'shop', way: 'phone', direction: 'outgoing', said: 'x', at: null,
    })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('with the consumer is not for the shop to read, one with itself is', async () => {
    const { complaint } = await taken(world, shopId);
    await contact(complaint.id);
    await contact(complaint.id, { party: 'shop', said: 'Pressed to come.' });
    const seen = await world.database.read(world.person({ memberId: shopId }), (tx) => tx.many(readContacts, { complaintIds: [complaint.id], most: 9 }));
    expect(seen.map(({ said }) => said)).toEqual(['Pressed to come.']);
  });
});

describe('A call-back', () => {
  it('CX-11 is due two hours after advice by phone, and not after advice at the counter', async () => {
    expect((await advise('counter')).callBack).toBeNull();
    const { callBack, consultation } = await advise('phone');
    expect(callBack).toMatchObject({ kind: 'consultation', consultationId: consultation.id, dueAt: new Date('2026-03-02T04:00:00Z'), state: 'due' });
    expect(await due(new Date('2026-03-02T04:00:00Z'))).toEqual([]);
    expect((await due(new Date('2026-03-02T04:00:01Z'))).map(({ id }) => id)).toEqual([callBack!.id]);
    await finish(callBack!, { satisfaction: null });
    expect(await due()).toEqual([]);
  });

  it('CX-9 follows the closing, with the consumer’s score from 1 to 5', async () => {
    const { complaint } = await taken(world, shopId);
    await closeComplaint(world.database, world.person(), { ...world.key(), complaintId: complaint.id, reason: 'Repaired.', outcome: 'repaired' });
    const [callBack] = await due();
    expect(callBack).toMatchObject({ kind: 'closing', complaintId: complaint.id, dueAt: new Date('2026-03-03T02:00:00Z') });
    for (const satisfaction of [0, 6]) await expect(finish(callBack!, { satisfaction })).rejects.toMatchObject({ code: 'SATISFACTION_OUT_OF_RANGE', field: 'satisfaction' });
    await expect(finish(callBack!, { result: 'not_reached' })).rejects.toMatchObject({ code: 'SATISFACTION_NEEDS_ANSWER' });
    const { callBack: done } = (await finish(callBack!, { satisfaction: 4, note: 'Quick.' })).result;
    expect(done).toMatchObject({ state: 'done', result: 'content', satisfaction: 4, note: 'Quick.' });
    await expect(finish(callBack!)).rejects.toMatchObject({ code: 'CALL_BACK_OVER' });
    expect(await codesOf(world, complaint.id)).toEqual(['recorded', 'closed', 'called_back']);
  });
});
