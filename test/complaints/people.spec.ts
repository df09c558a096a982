import { readConsumers } from '@app/members';
import { supplyFacts } from '@app/complaints';
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

const wang = { name: '王小明', phone: '138 0000 4711' };

describe('Who complains', () => {
  it('is found by the phone or taken in, and stands on the consumer’s file', async () => {
    const first = (await taken(world, shopId, { consumer: wang })).complaint;
    const second = (await taken(world, shopId, { consumer: { phone: '+86 13800004711' } })).complaint;
    expect(first.consumerId).not.toBeNull();
    expect(second.consumerId).toBe(first.consumerId);
    expect(await world.test.asAdmin(`SELECT kind, about_id FROM consumer_event WHERE consumer_id = $1 ORDER BY id`, [first.consumerId]))
      .toEqual([{ kind: 'complaint', about_id: first.id }, { kind: 'complaint', about_id: second.id }]);
    const seen = await world.database.read(world.person({ memberId: shopId }), (tx) => readConsumers(tx, world.intake.personal, [first.consumerId!]));
    expect(seen[0]!.phone).toBe('138****4711');
  });

  it('with the same goods of the same shop may be the same matter, which is shown', async () => {
    const { id: memberId } = await world.member();
    const { complaint: first } = await taken(world, memberId, { consumer: wang });
    expect((await taken(world, memberId, { consumer: wang })).possibleDuplicates.map(({ id }) => id)).toEqual([first.id]);
    expect((await taken(world, memberId, { consumer: wang, category: 'suit', defect: 'shine' })).possibleDuplicates).toEqual([]);
    expect((await taken(world, memberId, { consumer: { phone: '13900000000' } })).possibleDuplicates).toEqual([]);
  });

  it('is told apart from whose voucher it is: the purchase is found or recorded, and one that says something else is refused', async () => {
    const first = (await taken(world, shopId, { consumer: wang, voucher: 'V-1' })).complaint;
    const second = (await taken(world, shopId, { voucher: 'V-1' })).complaint;
    expect(first.purchaseId).not.toBeNull();
    expect(second).toMatchObject({ purchaseId: first.purchaseId, consumerId: first.consumerId });
    await expect(taken(world, shopId, { voucher: 'V-1', price: { minor: 1n, currency: 'CNY' } })).rejects.toMatchObject({ code: 'VOUCHER_DIFFERS', field: 'price' });
    await expect(taken(world, shopId, { voucher: 'V-1', consumer: { phone: '13900000001' } })).rejects.toMatchObject({ code: 'VOUCHER_OF_ANOTHER', field: 'voucher' });
    await expect(taken(world, shopId, { voucher: 'V-1', category: 'suit', defect: 'shine' })).rejects.toMatchObject({ code: 'VOUCHER_DIFFERS', field: 'category' });
  });

  it('is compared with its voucher as far as it is known, at intake and later', async () => {
    await taken(world, shopId, { voucher: 'V-3', consumer: wang });
    const some = { voucher: 'V-3', category: null, soldOn: null, defect: null };
    const cheap = { price: { minor: 1n, currency: 'CNY' } };
    const differs = { code: 'VOUCHER_DIFFERS', field: 'price', details: { fields: 'price', price: '458.00 CNY' } };
    await expect(taken(world, shopId, { ...some, ...cheap })).rejects.toMatchObject(differs);
    const { complaint } = await taken(world, shopId, { ...some, price: null });
    const supply = (more: object) => supplyFacts(world.database, world.person(), { ...world.key(), complaintId: complaint.id, ...more }, world.intake);
    await expect(supply(cheap)).rejects.toMatchObject(differs);
    expect((await supply({ price: { minor: 45_800n, currency: 'CNY' } })).result.missing).toContain('soldOn');
  });

  it('may be known later, and is nowhere but in the sealed table', async () => {
    const { complaint } = await taken(world, shopId, { voucher: 'V-2', price: null });
    expect(complaint).toMatchObject({ consumerId: null, purchaseId: null });
    const { complaint: whole } = (await supplyFacts(world.database, world.person(), {
      ...world.key(), complaintId: complaint.id, consumer: { name: '李四光', phone: '13612345678' }, price: { minor: 9_900n, currency: 'CNY' },
    }, world.intake)).result;
    expect(whole.consumerId).not.toBeNull();
    expect(whole.purchaseId).not.toBeNull();
    const tables = ['complaint', 'complaint_event', 'outbox_event', 'audit_record', 'request_key', 'consumer_event', 'consumer', 'purchase'];
    const everything = await Promise.all(tables.map((table) => world.test.asAdmin(`SELECT t::text AS row FROM ${table} t`)));
    expect(JSON.stringify(everything)).not.toMatch(/李四光|13612345678|5678\b/);
  });
});
