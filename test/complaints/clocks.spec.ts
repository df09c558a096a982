import { keepExtended, keepGoing, keepPaused, listClocksOf, type Clock } from '@app/clocks';
import {
  changePriority, closeComplaint, complaintsDue, dueAt, recordContact, recordProgress, reopenComplaint, supplyFacts, withdrawComplaint, type Channel, type Complaint,
  type ProgressStep, type RecordComplaint,
} from '@app/complaints';
import { decidePack, proposePack } from '@app/policies';
import type { Caller } from '@app/kernel';
import { World } from '../support/world.js';
import { taken } from './desk.js';

let world: World;
let shopId: string;
beforeAll(async () => {
  world = await World.make();
  shopId = (await world.member()).id;
});
afterAll(() => world.drop());
beforeEach(() => world.on('2026-03-02'));

/** At so many minutes past ten in the morning. */
const at = (minutes: number, more: Partial<Caller> = {}): Caller => {
  const one = world.person(more);
  return { ...one, now: new Date(one.now.getTime() + minutes * 60_000) };
};
const opened = async (more: Partial<RecordComplaint> = {}) => (await taken(world, shopId, more)).complaint;
const clocksOf = (id: string): Promise<Clock[]> =>
  world.database.read(world.person(), (tx) => tx.many(listClocksOf, { subjectType: 'complaint', subjectId: id, after: null, count: 50 }));
const clockOf = async (id: string, code: string) => (await clocksOf(id)).find((clock) => clock.code === code)!;
const running = async (id: string) => (await clocksOf(id)).filter(({ state }) => state === 'running').map(({ code }) => code).sort();
const did = async (complaintId: string, step: ProgressStep, caller = at(5)) =>
  (await recordProgress(world.database, caller, { ...world.key(), complaintId, step, note: null })).result.complaint;
const end = (complaintId: string, more: object = {}) => closeComplaint(world.database, at(6), { ...world.key(), complaintId, reason: 'Done.', ...more });
const tell = (complaintId: string) => recordContact(world.database, at(6), {
  ...world.key(), complaintId, party: 'consumer', way: 'phone', direction: 'outgoing', said: 'Told why and how far.', at: null,
});
const due = (complaint: Complaint) => dueAt(complaint.nextDueMs)?.toISOString() ?? null;

describe('The clocks of a complaint', () => {
  it('CX-13 run from when the consumer made the request, by the regime of its channel, and every answer is logged', async () => {
    const complaint = await opened({ receivedAt: new Date('2026-03-02T01:58:00Z') });
    expect(await running(complaint.id)).toEqual(['counter_acted', 'handled', 'settled', 'settled_in_shift', 'supervision_answered']);
    expect(due(complaint)).toBe('2026-03-02T02:08:00.000Z');
    const next = await did(complaint.id, 'counter_acted');
    expect(await clockOf(complaint.id, 'counter_acted')).toMatchObject({ state: 'stopped', stoppedAt: at(5).now, breachedAt: null });
    expect(due(next)).toBe('2026-03-02T02:28:00.000Z');
    expect(await world.test.asAdmin(`SELECT code, by_role FROM complaint_event WHERE complaint_id = $1 AND code = 'counter_acted'`, [complaint.id])).toHaveLength(1);
  });

  it('CX-13 stop by their own event and by no other', async () => {
    const { id } = await opened();
    await did(id, 'answered');
    expect(await running(id)).toHaveLength(5);
    await did(id, 'handled');
    expect(await running(id)).toEqual(['counter_acted', 'settled', 'settled_in_shift', 'supervision_answered']);
  });

  it('are stopped by whose they are: supervision answers for itself, and a shop for the shop alone', async () => {
    const { id } = await opened();
    const refused = { code: 'STEP_NOT_YOURS', field: 'step' };
    await expect(did(id, 'supervision_answered')).rejects.toMatchObject(refused);
    await expect(did(id, 'supervision_answered', at(5, { memberId: shopId, permissions: new Set(['complaint.judge']) }))).rejects.toMatchObject(refused);
    await expect(did(id, 'system_restored', at(5, { memberId: shopId }))).rejects.toMatchObject(refused);
    await did(id, 'supervision_answered', at(5, { permissions: new Set(['complaint.judge']) }));
    await did(id, 'counter_acted', at(5, { memberId: shopId }));
    expect(await running(id)).toEqual(['handled', 'settled', 'settled_in_shift']);
  });

  it('CX-2 hold the shift that took the complaint in: settled by its end it is kept, the next morning it is not', async () => {
    const [kept, missed] = [await opened(), await opened()];
    expect((await clockOf(kept.id, 'settled_in_shift')).dueAt).toEqual(new Date('2026-03-02T07:30:00Z'));
    await end(kept.id);
    await closeComplaint(world.database, at(24 * 60), { ...world.key(), complaintId: missed.id, reason: 'Done.' });
    expect((await clockOf(kept.id, 'settled_in_shift')).breachedAt).toBeNull();
    expect((await clockOf(missed.id, 'settled_in_shift')).breachedAt).not.toBeNull();
  });

  it('CX-2 is not handed to the next shift by an extension', async () => {
    const { id } = await opened();
    await expect(keepExtended(world.database, at(5), {
      ...world.key(), clockId: (await clockOf(id, 'settled_in_shift')).id, newDueAt: new Date('2026-03-03T07:30:00Z'), reason: 'Busy.', ground: 'cannot_be_kept', toldAt: null,
      announcedAt: null, substitute: null, evidence: 'call 7',
    })).rejects.toMatchObject({ code: 'SAME_SHIFT' });
  });

  it('all end with the complaint, and run anew where it is opened again', async () => {
    const { id } = await opened();
    await withdrawComplaint(world.database, at(5), { ...world.key(), complaintId: id, reason: 'Changed my mind.' });
    expect(await running(id)).toEqual([]);
    expect((await complaintIn(id)).nextDueMs).toBe(253_402_300_799_999n);
    const { complaint } = (await reopenComplaint(world.database, at(60), { ...world.key(), complaintId: id, reason: 'It broke again.' })).result;
    expect(await running(id)).toHaveLength(5);
    expect(await clockOf(id, 'handled')).toMatchObject({ cycle: 2, startedAt: at(60).now });
    expect((await complaintIn(complaint.id)).nextDueMs).toBe(BigInt(at(70).now.getTime()));
  });

  it('that are paused, extended or resumed by hand move what the desk is shown as due next', async () => {
    const complaint = await opened();
    const clockId = (await clockOf(complaint.id, 'counter_acted')).id;
    await keepPaused(world.database, at(1), { ...world.key(), clockId, reason: 'customer_owes_information', evidence: 'note 7' });
    expect(due(await complaintIn(complaint.id))).toBe('2026-03-02T02:30:00.000Z');
    await keepGoing(world.database, at(4), { ...world.key(), clockId });
    expect(due(await complaintIn(complaint.id))).toBe('2026-03-02T02:13:00.000Z');
  });

  it('CX-15 and CX-14 hold the end back: a refused guidance until the visit, a failure of ours until the consumer was told', async () => {
    const { id } = await opened();
    await did(id, 'guidance_refused');
    await expect(end(id)).rejects.toMatchObject({ code: 'STEP_OWED', details: { step: 'visited', rule: 'CX-15' } });
    await did(id, 'visited');
    await did(id, 'system_failed');
    await did(id, 'system_restored');
    await expect(end(id)).rejects.toMatchObject({ code: 'STEP_OWED', details: { step: 'consumer_told', rule: 'CX-14' } });
    await tell(id);
    await end(id);
    const other = await opened();
    await expect(end(other.id, { outcome: 'referred' })).rejects.toMatchObject({ code: 'STEP_OWED', details: { step: 'passed_on' } });
    await did(other.id, 'passed_on');
    await tell(other.id);
    await end(other.id, { outcome: 'referred' });
  });

  it('start for a remedy as long as nobody has said what is asked for, and go on when something else is', async () => {
    const other = await opened({ demand: 'other' });
    expect(await running(other.id)).toEqual(['handled', 'settled', 'settled_in_shift']);
    await supplyFacts(world.database, at(5), { ...world.key(), complaintId: other.id, demand: 'repair' }, world.intake);
    expect(await running(other.id)).toContain('counter_acted');
    expect((await clockOf(other.id, 'counter_acted')).startedAt).toEqual(other.receivedAt);
  });
});

async function complaintIn(id: string): Promise<Complaint> {
  const page = await world.database.read(world.person(), (tx) => complaintsDue(tx, { memberId: shopId, state: null, dueBefore: null }, null, 500));
  return page.find((one) => one.id === id)!;
}

describe('A regime that the operator chooses for a channel', () => {
  const choose = async (channel: Channel, regime: string) => {
    const rules = { channels: [{ id: 'CX-5', source: 'agreement', mark: 'W', channel, regime }] };
    const { pack } = (await proposePack(world.database, world.person(), {
      ...world.key(), kind: 'channel_clocks', code: 'channel-clocks', effectiveFrom: world.person().today, nameZh: '表', nameEn: 'table', basedOnId: null, reason: 'By agreement.', rules,
    })).result;
    await decidePack(world.database, world.person(), { ...world.key(), packId: pack.id, approve: true, reason: 'Agreed.' });
  };

  it('CX-5 has its own priorities, refuses others, and counts anew when the priority changes', async () => {
    await choose('phone', 'priority-a');
    const usual = await opened({ channel: 'phone' });
    expect(usual.priority).toBe('general');
    expect((await clockOf(usual.id, 'contacted')).dueAt).toEqual(at(120).now);
    await expect(opened({ channel: 'phone', priority: 'low' })).rejects.toMatchObject({ code: 'PRIORITY_UNKNOWN', field: 'priority' });
    const urgent = (await changePriority(world.database, at(5), { ...world.key(), complaintId: usual.id, priority: 'urgent', reason: 'A child.' })).result.complaint;
    expect(due(urgent)).toBe(at(60).now.toISOString());
    await tell(usual.id);
    expect(await running(usual.id)).toEqual(['resolved_or_feedback_given']);
    expect(await running((await opened()).id)).toEqual([]);
  });
});
