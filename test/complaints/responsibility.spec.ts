import {
  auditFirstResponsibility, confirmFirstResponsibility, contestResponsibility, decideResponsibility, determineResponsibility, reportAccident, settleJointly, type ResponsibleParty,
} from '@app/complaints';
import { proposeCompensation } from '@app/compensation';
import { World } from '../support/world.js';
import { codesOf, taken } from './desk.js';

let world: World;
let shopId: string;
beforeAll(async () => {
  world = await World.make();
  shopId = (await world.member()).id;
});
afterAll(() => world.drop());

const why = 'So it was found.';
const opened = async () => (await taken(world, shopId)).complaint.id;
const confirm = (complaintId: string, applies = true) => confirmFirstResponsibility(world.database, world.person(), { ...world.key(), complaintId, applies, reason: why });
const audit = (complaintId: string, carriedOut = true) => auditFirstResponsibility(world.database, world.person(), { ...world.key(), complaintId, carriedOut, reason: why });
const determine = (complaintId: string, party: ResponsibleParty, caller = world.person()) =>
  determineResponsibility(world.database, caller, { ...world.key(), complaintId, party, reason: why });
const contest = (complaintId: string, memberId = shopId) =>
  contestResponsibility(world.database, world.person({ memberId }), { ...world.key(), complaintId, reason: 'The maker glued it.' });
const decide = (complaintId: string, party: ResponsibleParty, caller = world.person()) =>
  decideResponsibility(world.database, caller, { ...world.key(), complaintId, party, reason: why });

describe('First responsibility', () => {
  it('FR-6 is confirmed by the officer with the reason, and audited', async () => {
    const id = await opened();
    expect((await confirm(id)).result.firstResponsibility).toMatchObject({ applies: true, reason: why, carriedOut: null });
    expect((await audit(id, false)).result.firstResponsibility).toMatchObject({ carriedOut: false, auditReason: why });
    expect(await codesOf(world, id)).toEqual(['recorded', 'first_responsibility_confirmed', 'first_responsibility_audited']);
  });

  it('FR-6 is not audited where nobody confirmed that it applies, nor either of them twice', async () => {
    const id = await opened();
    await expect(audit(id)).rejects.toMatchObject({ code: 'NOT_CONFIRMED' });
    await confirm(id, false);
    await expect(audit(id)).rejects.toMatchObject({ code: 'NOT_CONFIRMED' });
    await expect(confirm(id)).rejects.toMatchObject({ code: 'ALREADY_CONFIRMED' });
    const other = await opened();
    await confirm(other);
    await audit(other);
    await expect(audit(other)).rejects.toMatchObject({ code: 'ALREADY_AUDITED' });
  });
});

describe('Responsibility', () => {
  it.each(['shop', 'maker', 'carrier', 'consumer', 'mall'] as const)('FR-6 is determined, with the reason: %s', async (party) => {
    expect((await determine(await opened(), party)).result.responsibility).toMatchObject({ party, reason: why, decidedParty: null });
  });

  it('FR-6 is contested by the shop once, and decided by somebody else, once', async () => {
    const id = await opened();
    const officer = world.person();
    await expect(contest(id)).rejects.toMatchObject({ code: 'NOT_DETERMINED' });
    await determine(id, 'shop', officer);
    await expect(determine(id, 'maker')).rejects.toMatchObject({ code: 'ALREADY_DETERMINED' });
    await expect(decide(id, 'maker')).rejects.toMatchObject({ code: 'NOT_CONTESTED' });
    await expect(contest(id, (await world.member()).id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await contest(id);
    await expect(contest(id)).rejects.toMatchObject({ code: 'ALREADY_CONTESTED' });
    await expect(decide(id, 'maker', officer)).rejects.toMatchObject({ code: 'OWN_DETERMINATION' });
    expect((await decide(id, 'maker')).result.responsibility).toMatchObject({ party: 'shop', decidedParty: 'maker', contestReason: 'The maker glued it.' });
    await expect(decide(id, 'shop')).rejects.toMatchObject({ code: 'ALREADY_DECIDED' });
  });
});

describe('A dispute with a shop that is there', () => {
  const settle = (complaintId: string, role: string, view: 'agreed' | 'uncooperative') =>
    settleJointly(world.database, world.person({ roles: [role] }), { ...world.key(), complaintId, view, terms: 'As written down.' });
  const propose = (complaintId: string) => proposeCompensation(world.database, world.person(), { ...world.key(), complaintId });

  it('FR-10 goes to its fund once floor and supervision both find that it does not cooperate, and not before', async () => {
    await world.agreement(shopId, [{}]);
    const id = (await taken(world, shopId, { shopPresent: true })).complaint.id;
    await expect(propose(id)).rejects.toMatchObject({ code: 'SHOP_NOT_PRESSED' });
    expect((await settle(id, 'floor', 'uncooperative')).result.outcome).toBeNull();
    await expect(propose(id)).rejects.toMatchObject({ code: 'SHOP_NOT_PRESSED' });
    await expect(settle(id, 'finance', 'uncooperative')).rejects.toMatchObject({ code: 'NOT_A_SIDE' });
    expect((await settle(id, 'supervision', 'uncooperative')).result.outcome).toBe('uncooperative');
    expect((await propose(id)).result.request.state).toBe('proposed');
  });
});

describe('A serious accident', () => {
  it('FR-9 is reported up at once, by an event, and not a second time', async () => {
    const id = await opened();
    const report = () => reportAccident(world.database, world.person(), { ...world.key(), complaintId: id, reason: 'Burns.' });
    expect((await report()).result.complaint.accidentOn).toBe(world.person().today);
    expect(await world.test.asAdmin(`SELECT type FROM outbox_event WHERE aggregate_id = $1 ORDER BY seq`, [id]))
      .toEqual([{ type: 'complaint.recorded' }, { type: 'complaint.accident_reported' }]);
    await expect(report()).rejects.toMatchObject({ code: 'ALREADY_REPORTED' });
  });
});
