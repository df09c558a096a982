import { addStatement, countedComplaints, mergeComplaint, recordComplaint, supplyFacts, withdrawComplaint, findUnfounded } from '@app/complaints';
import { proposeCompensation } from '@app/compensation';
import { day } from '@app/kernel';
import { World } from '../support/world.js';
import { codesOf, taken, whole } from './desk.js';

let world: World;
let shopId: string;
beforeAll(async () => {
  world = await World.make();
  shopId = (await world.member()).id;
});
afterAll(() => world.drop());
beforeEach(() => world.on('2026-03-02'));

const intake = (more: object) => recordComplaint(world.database, world.person(), { ...world.key(), ...whole, memberId: shopId, ...more }, world.intake);

describe('A complaint', () => {
  it('is taken in before all is known, and says what is missing', async () => {
    const { complaint, missing } = await taken(world, shopId, { price: null, defect: null, demand: null, hasVoucher: null });
    expect(missing).toEqual(['price', 'defect', 'demand', 'hasVoucher']);
    expect(complaint).toMatchObject({ category: 'leather_shoes', soldOn: '2026-03-01', summary: 'The sole is broken.', state: 'open', problem: null });
    expect(complaint.number).toMatch(/^C260302-[0-9A-HJKMNP-TV-Z]{7}$/);
  });

  it('is given its facts later, and nothing that was entered is lost', async () => {
    const { complaint: { id } } = await taken(world, shopId, { price: null, defect: null });
    const supply = async (facts: object) => (await supplyFacts(world.database, world.person(), { ...world.key(), complaintId: id, ...facts }, world.intake)).result;
    expect((await supply({ price: whole.price })).missing).toEqual(['defect']);
    const { complaint, missing } = await supply({ defect: 'counterfeit', voucher: 'V-1' });
    expect(missing).toEqual([]);
    expect(complaint).toMatchObject({ priceMinor: 45_800n, defect: 'counterfeit', problem: 'counterfeit', soldOn: '2026-03-01', summary: 'The sole is broken.', voucher: 'V-1' });
    // Another class of cause stays when the defect turns out to be another.
    await supply({ problem: 'poor_glue' });
    expect((await supply({ defect: 'broken_upper' })).complaint).toMatchObject({ defect: 'broken_upper', problem: 'poor_glue' });
    await expect(supply({})).rejects.toMatchObject({ code: 'NOTHING_GIVEN' });
    expect(await codesOf(world, id)).toEqual(['recorded', 'facts_supplied', 'facts_supplied', 'facts_supplied', 'facts_supplied']);
  });

  it('whose facts are missing is not compensated yet', async () => {
    const { complaint } = await taken(world, shopId, { price: null });
    await expect(proposeCompensation(world.database, world.person(), { ...world.key(), complaintId: complaint.id }))
      .rejects.toMatchObject({ code: 'FACTS_MISSING', details: { facts: 'price' } });
  });

  it.each([
    ['a sale in the future', { soldOn: day('2026-03-03'), returnedOn: null }, 'SOLD_IN_FUTURE', 'soldOn'],
    ['a sale after the request', { receivedAt: new Date('2026-02-28T02:00:00Z'), returnedOn: null }, 'SOLD_AFTER_REQUEST', 'soldOn'],
    ['a return before the sale', { returnedOn: day('2026-02-28') }, 'RETURNED_BEFORE_SALE', 'returnedOn'],
    ['a return in the future', { returnedOn: day('2026-03-03') }, 'RETURNED_IN_FUTURE', 'returnedOn'],
    ['a price of nothing', { price: { minor: 0n, currency: 'CNY' } }, 'PRICE_NOT_POSITIVE', 'price'],
    ['a category that no pack knows', { category: 'spaceship' }, 'UNKNOWN_CATEGORY', 'category'],
    ['a defect that no pack knows', { defect: 'haunted' }, 'UNKNOWN_DEFECT', 'defect'],
    ['a request that is still to come', { receivedAt: new Date('2026-03-02T02:00:01Z') }, 'RECEIVED_IN_FUTURE', 'receivedAt'],
  ])('with %s is refused, naming the field and the rule', async (_, more, code, field) => {
    await expect(intake(more)).rejects.toMatchObject({ code, field, details: { rule: expect.stringMatching(/^[A-Z]+-[A-Z]?\d+$/) } });
  });

  it('from the hotline has its number once in the network, at once too, and may be given it later', async () => {
    const hotline = { channel: 'hotline_12315', hotlineNumber: null };
    const { complaint: { id }, missing } = await taken(world, shopId, hotline as object);
    expect(missing).toEqual(['hotlineNumber']);
    const both = await Promise.allSettled([intake({ ...hotline, hotlineNumber: '12315-77' }), intake({ ...hotline, hotlineNumber: ' 12315-77 ' })]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((one) => one.status === 'rejected')).toMatchObject({ reason: { code: 'HOTLINE_NUMBER_TAKEN', field: 'hotlineNumber' } });
    await expect(supplyFacts(world.database, world.person(), { ...world.key(), complaintId: id, hotlineNumber: '12315-77' }, world.intake)).rejects.toMatchObject({ code: 'HOTLINE_NUMBER_TAKEN' });
    await expect(intake({ ...hotline, hotlineNumber: '#1' })).rejects.toMatchObject({ code: 'HOTLINE_NUMBER_MALFORMED' });
    const neighbour = await world.neighbour();
    await taken(neighbour, (await neighbour.member()).id, { channel: 'hotline_12315', hotlineNumber: '12315-77' });
  });

  it('CX-13 counts from when the consumer made the request, not from when it was written down', async () => {
    const receivedAt = new Date('2026-03-01T15:30:00Z');
    const { complaint } = await taken(world, shopId, { receivedAt, soldOn: day('2026-03-01') });
    expect(complaint).toMatchObject({ receivedAt, receivedOn: '2026-03-01' });
    expect((await taken(world, shopId)).complaint).toMatchObject({ receivedAt: new Date('2026-03-02T02:00:00Z'), receivedOn: '2026-03-02' });
    await expect(intake({ receivedAt: new Date('2026-01-01T00:00:00Z') })).rejects.toMatchObject({ code: 'DAY_TOO_EARLY', field: 'receivedAt' });
  });

  it('is spoken on by its sides, a shop always for itself and on its own alone', async () => {
    const { complaint } = await taken(world, shopId);
    const speak = async (memberId: string | null) => (await addStatement(world.database, world.person({ memberId }), {
      ...world.key(), complaintId: complaint.id, side: 'consumer', says: 'It was like that.', reference: null,
    })).result.statement.side;
    expect(await speak(null)).toBe('consumer');
    expect(await speak(shopId)).toBe('shop');
    await expect(speak((await world.member()).id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('A possible duplicate', () => {
  const merge = (complaintId: string, intoId: string) => mergeComplaint(world.database, world.person(), { ...world.key(), complaintId, intoId, reason: 'The same shoes.' });

  it('of the same voucher within 30 days is shown, never merged by itself, and merged by a person', async () => {
    const { id: memberId } = await world.member();
    const { complaint: first } = await taken(world, memberId, { voucher: 'V-9' });
    const { complaint: second, possibleDuplicates } = await taken(world, memberId, { voucher: 'V-9' });
    expect(possibleDuplicates).toEqual([{ id: first.id, number: first.number, state: 'open', receivedOn: '2026-03-02' }]);
    world.on('2026-04-02');
    expect((await taken(world, memberId, { voucher: 'V-9' })).possibleDuplicates).toEqual([]);
    expect((await taken(world, shopId, { voucher: 'V-9' })).possibleDuplicates).toEqual([]);
    expect((await merge(second.id, first.id)).result.complaint).toMatchObject({ state: 'merged', mergedInto: first.id, summary: 'The sole is broken.' });
    expect(await codesOf(world, first.id)).toEqual(['recorded', 'absorbed']);
    await expect(merge(second.id, first.id)).rejects.toMatchObject({ code: 'NOT_OPEN', field: 'complaintId' });
    await expect(merge(first.id, first.id)).rejects.toMatchObject({ code: 'SAME_COMPLAINT', field: 'intoId' });
    await expect(merge(first.id, (await taken(world, shopId)).complaint.id)).rejects.toMatchObject({ code: 'OTHER_SHOP' });
  });

  it('that compensation asks for is not merged', async () => {
    const [one, other] = [await taken(world, shopId), await taken(world, shopId)];
    await proposeCompensation(world.database, world.person(), { ...world.key(), complaintId: one.complaint.id });
    await expect(merge(one.complaint.id, other.complaint.id)).rejects.toMatchObject({ code: 'REQUEST_PENDING' });
  });
});

describe('Complaints that count', () => {
  it('SN-1 are those of a shop, a problem and a month, and neither the withdrawn nor the unfounded', async () => {
    const { id: memberId } = await world.member();
    const glued = [await taken(world, memberId), await taken(world, memberId), await taken(world, memberId), await taken(world, memberId)];
    await taken(world, memberId, { defect: 'counterfeit' });
    await taken(world, memberId, { receivedAt: new Date('2026-02-28T02:00:00Z'), soldOn: day('2026-02-01') });
    const ended = (complaint: { id: string }) => ({ ...world.key(), complaintId: complaint.id, reason: 'So it was.' });
    await withdrawComplaint(world.database, world.person(), ended(glued[0]!.complaint));
    await findUnfounded(world.database, world.person(), ended(glued[1]!.complaint));
    const counted = (problem: string | null, from: string) => world.database.read(world.person(), async (tx) =>
      (await tx.many(countedComplaints, { memberId, problem, from: day(from), through: day('2026-03-31') })).length);
    expect(await counted('broken_sole', '2026-03-01')).toBe(2);
    expect(await counted('broken_sole', '2026-01-01')).toBe(3);
    expect(await counted(null, '2026-01-01')).toBe(4);
  });
});
