import { decideCompensation, payCompensation, proposeCompensation } from '@app/compensation';
import { chooseRemedy, closeComplaint, decideRemedy, handInRepair, reopenComplaint, returnRepair, supplyFacts, type MoreFacts, type SupplyFacts } from '@app/complaints';
import type { Remedy } from '@app/guarantees';
import { day } from '@app/kernel';
import { decidePack, proposePack, shippedHeads, type GoodsRules } from '@app/policies';
import { cny, World } from '../support/world.js';
import { codesOf, taken } from './desk.js';

let world: World;
let shopId: string;
beforeAll(async () => {
  world = await World.make();
  shopId = (await world.member()).id;
  await world.agreement(shopId, [{}]);
});
afterAll(() => world.drop());
beforeEach(() => world.on('2026-03-13'));

const whole: MoreFacts = { circumstances: [], exchanges: [], acknowledged: false };
/** Shoes for 458.00, sold on the first of March and back on day 12. */
const opened = async (more: object = {}) => (await taken(world, shopId, { soldOn: day('2026-03-01'), returnedOn: day('2026-03-13'), ...more })).complaint.id;
const decide = async (complaintId: string, more: MoreFacts = whole) =>
  (await decideRemedy(world.database, world.person(), { ...world.key(), complaintId, province: null, more })).result.decision;
const choose = async (complaintId: string, remedy: Remedy) =>
  (await chooseRemedy(world.database, world.person(), { ...world.key(), complaintId, remedy })).result.decision;
const supply = (complaintId: string, facts: Partial<SupplyFacts>) =>
  supplyFacts(world.database, world.person(), { ...world.key(), complaintId, ...facts }, world.intake);
const propose = async (complaintId: string) => (await proposeCompensation(world.database, world.person(), { ...world.key(), complaintId })).result.request;

describe('A decision on a complaint', () => {
  it('is kept with its options, lines, packs and digests, and the complaint is decided', async () => {
    const id = await opened();
    const decision = await decide(id);
    expect(decision.covered).toBe('covered');
    expect(decision.options.find(({ remedy }) => remedy === 'refund')).toMatchObject({ refund: { minor: 43_052n, currency: 'CNY' } });
    expect(decision.packs).toEqual(['goods', 'mall-apparel-and-footwear', 'mall-online-orders', 'consumer-law'].map((code) => shippedHeads(code === 'goods' ? 'goods' : 'guarantee')
      .filter(({ pack }) => pack.code === code).map(({ id: packId, kind, digest }) => ({ id: packId, kind, code, version: 1, digest }))[0]));
    expect(decision.considered.length).toBeGreaterThan(0);
    expect((await world.test.asAdmin('SELECT state FROM complaint WHERE id = $1', [id]))[0]).toEqual({ state: 'decided' });
    expect(await codesOf(world, id)).toEqual(['recorded', 'decided']);
  });

  it('that lacks facts asks for them, lets nothing be chosen and leaves the complaint open; without goods or price there is none', async () => {
    const id = await opened({ defect: null });
    const decision = await decide(id);
    expect(decision.missing.map(({ fact }) => fact)).toContain('defect');
    const lacking = { code: 'FACTS_MISSING', details: { facts: expect.stringContaining('defect') } };
    await expect(choose(id, 'refund')).rejects.toMatchObject(lacking);
    await expect(propose(id)).rejects.toMatchObject(lacking);
    expect((await world.test.asAdmin('SELECT state FROM complaint WHERE id = $1', [id]))[0]).toEqual({ state: 'open' });
    await expect(decide(await opened({ price: null }))).rejects.toMatchObject({ code: 'FACTS_MISSING' });
  });

  it('offers what the consumer may choose among: one of it, once, and the same facts are not decided again', async () => {
    const id = await opened();
    await expect(choose(id, 'refund')).rejects.toMatchObject({ code: 'NOT_DECIDED' });
    await decide(id);
    await expect(choose(id, 'loaner')).rejects.toMatchObject({ code: 'NOT_OFFERED', field: 'remedy' });
    expect((await choose(id, 'exchange')).chosen).toMatchObject({ remedy: 'exchange' });
    await expect(choose(id, 'refund')).rejects.toMatchObject({ code: 'ALREADY_CHOSEN', details: { chosen: 'exchange' } });
    await expect(decide(id)).rejects.toMatchObject({ code: 'ALREADY_CHOSEN', details: { chosen: 'exchange' } });
    await supply(id, { soldOn: day('2026-03-02') });
    await decide(id);
    expect((await choose(id, 'refund')).chosenOn).toBe('2026-03-13');
    await closeComplaint(world.database, world.person(), { ...world.key(), complaintId: id, outcome: 'agreed', reason: 'Agreed.' });
    await reopenComplaint(world.database, world.person(), { ...world.key(), complaintId: id, reason: 'It broke again.' });
    await expect(choose(id, 'refund')).rejects.toMatchObject({ code: 'DECISION_STALE' });
    await decide(id);
    expect((await choose(id, 'exchange')).chosen).toMatchObject({ remedy: 'exchange' });
  });

  it('is acted by only while its facts stand, and they stand while a request asks for what it gave', async () => {
    const id = await opened();
    await decide(id);
    await supply(id, { price: cny(10_000n) });
    await expect(choose(id, 'refund')).rejects.toMatchObject({ code: 'DECISION_STALE', field: 'complaintId' });
    await decide(id);
    await choose(id, 'refund');
    await supply(id, { price: cny(20_000n) });
    await expect(propose(id)).rejects.toMatchObject({ code: 'DECISION_STALE' });
    await decide(id);
    await choose(id, 'refund');
    // The same, and what the rules do not ask for, change nothing.
    await supply(id, { price: cny(20_000n), demand: 'repair' });
    await propose(id);
    await expect(supply(id, { price: cny(45_800n) })).rejects.toMatchObject({ code: 'REQUEST_PENDING' });
  });

  it('is what compensation pays: the refund that was chosen, and nothing else', async () => {
    const id = await opened();
    await decide(id);
    await expect(propose(id)).rejects.toMatchObject({ code: 'CHOICE_NEEDED' });
    await choose(id, 'refund');
    const request = await propose(id);
    expect(request).toMatchObject({ amountMinor: 43_052n, explained: { pack: 'mall-apparel-and-footwear', packs: expect.arrayContaining([expect.objectContaining({ code: 'goods' })]) } });
    await decideCompensation(world.database, world.person(), { ...world.key(), requestId: request.id, version: 1, approve: true, reason: 'Looked at.' });
    await payCompensation(world.database, world.person(), { ...world.key(), requestId: request.id, version: 2, paidOn: null, reference: 'payout' });
    const other = await opened();
    await decide(other);
    await choose(other, 'exchange');
    await expect(propose(other)).rejects.toMatchObject({ code: 'CHOSEN_OTHERWISE', details: { chosen: 'exchange' } });
  });
});

describe('A network that reckons by what was paid, from a day on', () => {
  it('TG-A6 decides and compensates by its own table from that day, and by the invoice before it', async () => {
    const own = await world.neighbour();
    own.on('2026-03-13');
    const { id: shop } = await own.member();
    await own.agreement(shop, [{}]);
    const { goods } = shippedHeads('goods')[0]!.pack.rules as GoodsRules;
    const rules = { goods: goods.map((row) => (row.category === 'leather_shoes' ? { ...row, priceBasis: 'paid' } : row)) };
    const names = { nameZh: '商品', nameEn: 'Goods', reason: 'Ours.', basedOnId: null };
    const { pack } = (await proposePack(own.database, own.person(), { ...own.key(), kind: 'goods', code: 'goods', effectiveFrom: day('2026-03-13'), rules, ...names })).result;
    await decidePack(own.database, own.person(), { ...own.key(), packId: pack.id, approve: true, reason: 'Right.' });
    const back = async (on: string) => (await taken(own, shop, { soldOn: day('2026-03-01'), returnedOn: day(on) })).complaint.id;
    const compensate = async (complaintId: string) => (await proposeCompensation(own.database, own.person(), { ...own.key(), complaintId })).result.request;

    const before = await compensate(await back('2026-03-12'));
    expect([before.amountMinor, before.explained.packs[0]]).toMatchObject([43_281n, { code: 'goods', version: 1 }]);
    const since = await back('2026-03-13');
    await expect(compensate(since)).rejects.toMatchObject({ code: 'FACTS_MISSING', details: { facts: expect.stringContaining('paid') } });
    const { decision } = (await decideRemedy(own.database, own.person(), { ...own.key(), complaintId: since, province: null, more: { ...whole, paid: cny(40_000n) } })).result;
    expect(decision.options.find(({ remedy }) => remedy === 'refund')!.refund).toEqual(cny(37_600n));
    expect(decision.packs[0]).toEqual({ id: pack.id, kind: 'goods', code: 'goods', version: 2, digest: pack.digest });
  });
});

describe('Repairs on record', () => {
  const handIn = async (complaintId: string, receivedOn: string) =>
    (await handInRepair(world.database, world.person({ memberId: shopId }), { ...world.key(), complaintId, receivedOn: day(receivedOn), fault: null, part: null })).result.repair;
  const giveBack = (repairId: string, returnedOn: string) =>
    returnRepair(world.database, world.person(), { ...world.key(), repairId, returnedOn: day(returnedOn), part: null, replaced: false, cause: 'Poor thread.' });

  it('TG-A4 are counted by the rules: a seam that opens again after its repair may be exchanged or refunded, not the first time', async () => {
    const first = await opened({ defect: 'open_seam', voucher: 'V-77' });
    expect((await decide(first)).options.map(({ remedy }) => remedy)).toEqual(['repair']);
    await giveBack((await handIn(first, '2026-03-03')).id, '2026-03-05');
    const again = await opened({ defect: 'open_seam', voucher: 'V-77' });
    expect((await decide(again)).options.map(({ remedy }) => remedy)).toEqual(expect.arrayContaining(['exchange', 'refund']));
    // Of another purchase of the shop nothing is counted.
    expect((await decide(await opened({ defect: 'open_seam', voucher: 'V-78' }))).options.map(({ remedy }) => remedy)).toEqual(['repair']);
  });

  it('go one at a time, end once, and not before they began', async () => {
    const id = await opened();
    await expect(handIn(id, '2026-02-28')).rejects.toMatchObject({ code: 'HANDED_IN_BEFORE_SALE', field: 'receivedOn' });
    const { id: repairId } = await handIn(id, '2026-03-10');
    await expect(handIn(id, '2026-03-11')).rejects.toMatchObject({ code: 'REPAIR_UNDER_WAY' });
    await expect(giveBack(repairId, '2026-03-09')).rejects.toMatchObject({ code: 'RETURNED_BEFORE_HANDED_IN' });
    expect((await giveBack(repairId, '2026-03-12')).result.repair).toMatchObject({ returnedOn: '2026-03-12', cause: 'Poor thread.', fault: 'broken_sole' });
    await expect(giveBack(repairId, '2026-03-12')).rejects.toMatchObject({ code: 'REPAIR_OVER' });
    expect(await codesOf(world, id)).toEqual(['recorded', 'repair_begun', 'repaired']);
  });
});
