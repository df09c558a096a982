import { decideCompensation, payCompensation, proposeCompensation } from '@app/compensation';
import { closeComplaint, contestFinding, findUnfounded, reopenComplaint, withdrawComplaint, type Complaint } from '@app/complaints';
import type { Caller, Refusal } from '@app/kernel';
import { World } from '../support/world.js';
import { codesOf, taken } from './desk.js';

let world: World;
let shopId: string;
beforeAll(async () => {
  world = await World.make();
  shopId = (await world.member()).id;
  await world.agreement(shopId, [{}]);
});
afterAll(() => world.drop());
beforeEach(() => world.on('2026-03-02'));

type Act = (database: World['database'], caller: Caller, input: never) => Promise<{ result: { complaint: Complaint } }>;
const asked = async (act: Act, complaintId: string, more: object = {}, caller = world.person()) =>
  (await act(world.database, caller, { ...world.key(), complaintId, reason: 'So it was.', ...more } as never)).result.complaint;
const opened = async () => (await taken(world, shopId)).complaint.id;
const propose = async (complaintId: string) =>
  (await proposeCompensation(world.database, world.person(), { ...world.key(), complaintId })).result.request;
const decide = (requestId: string, approve: boolean) =>
  decideCompensation(world.database, world.person(), { ...world.key(), requestId, version: 1, approve, reason: 'Looked at.' });
const pay = (requestId: string) =>
  payCompensation(world.database, world.person(), { ...world.key(), requestId, version: 2, paidOn: null, reference: 'payout' });
const markOf = async (id: string) => (await world.test.asAdmin('SELECT lifted_at FROM case_mark WHERE case_id = $1', [id]))[0]!.lifted_at;

describe('A complaint that compensation is asked for', () => {
  it.each([['closed', closeComplaint], ['withdrawn', withdrawComplaint], ['found unfounded', findUnfounded]] as [string, Act][])(
    'is not %s while the request is proposed or approved, and is once it was refused', async (_, end) => {
      const id = await opened();
      const first = await propose(id);
      await expect(asked(end, id)).rejects.toMatchObject({ code: 'REQUEST_PENDING' });
      await decide(first.id, false);
      const second = await propose(id);
      await decide(second.id, true);
      await expect(asked(end, id)).rejects.toMatchObject({ code: 'REQUEST_PENDING' });
      expect((await taken(world, shopId)).complaint.pendingRequestId).toBeNull();
      const third = await opened();
      await decide((await propose(third)).id, false);
      await asked(end, third);
    });

  it('is settled by the payment, and the request asks no more', async () => {
    const id = await opened();
    const request = await propose(id);
    await decide(request.id, true);
    await pay(request.id);
    await expect(asked(closeComplaint, id)).rejects.toMatchObject({ code: 'NOT_OPEN', details: { state: 'settled' } });
    expect((await world.test.asAdmin('SELECT state, outcome, pending_request_id FROM complaint WHERE id = $1', [id]))[0])
      .toEqual({ state: 'settled', outcome: 'compensated', pending_request_id: null });
    expect(await codesOf(world, id)).toEqual(['recorded', 'compensation_asked', 'settled']);
  });

  it('is either closed or asked for, of the two at once', async () => {
    for (let round = 0; round < 8; round++) {
      const id = await opened();
      const both = await Promise.all([propose(id), asked(closeComplaint, id)].map((one) => (one as Promise<unknown>).then(() => 'done', (no: Refusal) => no.code)));
      expect([['done', 'REQUEST_PENDING'], ['NOT_OPEN', 'done']]).toContainEqual(both);
    }
  });
});

describe('An ended complaint', () => {
  it('is opened again with the reason, marks the funds anew, and drops its call-back', async () => {
    const id = await opened();
    expect(await asked(closeComplaint, id, { outcome: 'repaired' })).toMatchObject({ state: 'closed', outcome: 'repaired', endedOn: '2026-03-02' });
    expect(await markOf(id)).not.toBeNull();
    world.on('2026-04-01');
    expect(await asked(reopenComplaint, id)).toMatchObject({ state: 'open', outcome: null, endedOn: null, reopened: 1 });
    expect(await markOf(id)).toBeNull();
    expect(await world.test.asAdmin('SELECT state FROM call_back WHERE complaint_id = $1', [id])).toEqual([{ state: 'dropped' }]);
    expect(await codesOf(world, id)).toEqual(['recorded', 'closed', 'reopened']);
  });

  it('is not opened again too late, too often, or while it is open', async () => {
    const id = await opened();
    await expect(asked(reopenComplaint, id)).rejects.toMatchObject({ code: 'NOT_ENDED' });
    for (let times = 0; times < 2; times++) {
      await asked(withdrawComplaint, id);
      await asked(reopenComplaint, id);
    }
    await asked(withdrawComplaint, id);
    await expect(asked(reopenComplaint, id)).rejects.toMatchObject({ code: 'REOPENED_TOO_OFTEN' });
    const late = await opened();
    await asked(closeComplaint, late);
    world.on('2026-04-02');
    await expect(asked(reopenComplaint, late)).rejects.toMatchObject({ code: 'REOPENED_TOO_LATE', details: { lastDay: '2026-04-01' } });
  });

  it('found unfounded is contested once, and found again by somebody else', async () => {
    const id = await opened();
    const officer = world.person();
    expect(await asked(findUnfounded, id, {}, officer)).toMatchObject({ state: 'unfounded' });
    await expect(asked(reopenComplaint, id)).rejects.toMatchObject({ code: 'NOT_OPEN' });
    expect(await asked(contestFinding, id)).toMatchObject({ state: 'open', contestedOn: '2026-03-02', reopened: 0 });
    await expect(asked(findUnfounded, id, {}, officer)).rejects.toMatchObject({ code: 'OWN_FINDING' });
    await asked(findUnfounded, id);
    await expect(asked(contestFinding, id)).rejects.toMatchObject({ code: 'ALREADY_CONTESTED', details: { contestedOn: '2026-03-02' } });
  });

  it('with a refusal is contested within 30 days, and one that met the demand is not', async () => {
    const [met, refused, late] = [await opened(), await opened(), await opened()];
    await asked(closeComplaint, met, { outcome: 'exchanged' });
    await expect(asked(contestFinding, met)).rejects.toMatchObject({ code: 'NOTHING_TO_CONTEST' });
    for (const id of [refused, late]) await asked(closeComplaint, id, { outcome: 'rejected' });
    await asked(contestFinding, refused);
    world.on('2026-04-02');
    await expect(asked(contestFinding, late)).rejects.toMatchObject({ code: 'REOPENED_TOO_LATE' });
  });
});
