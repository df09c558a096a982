import { randomBytes } from 'node:crypto';
import { newId, type Caller } from '@app/kernel';
import {
  correctConsumer, findConsumers, listBought, mergeConsumers, noteConsumerEvent, personalKeys, possibleDuplicates, readConsumers,
  recordConsumer, recordPurchase, undoConsumerMerge, type GivenPerson,
} from '@app/members';
import { cny, World, type Day } from '../support/world.js';

let world: World;
let desk: Caller;
const secret = { version: 1, key: randomBytes(32) };
const hashKey = randomBytes(32);
const keys = personalKeys([secret], hashKey);
beforeAll(async () => {
  world = await World.make();
  desk = world.person();
});
afterAll(() => world.drop());

let phones = 0;
const newPhone = () => `1391111${String((phones += 1)).padStart(4, '0')}`;
const record = async (person: GivenPerson, by = desk) => (await recordConsumer(world.database, by, { ...world.key(), person }, keys)).result;
const see = async (consumerId: string, by = desk) => (await world.database.read(by, (tx) => readConsumers(tx, keys, [consumerId])))[0];
const buy = async (memberId: string, person: GivenPerson | null, voucher: string, more: object = {}) => (await recordPurchase(world.database, desk, {
  ...world.key(), memberId, consumerId: null, person, category: 'leather_shoes', model: 'Boots', price: cny(10_000n), invoicePrice: null, voucher,
  invoiceNumber: null, soldOn: desk.today, invoicedOn: null, deliveredOn: null, channel: 'counter', outOfTown: false, serial: null, ...more,
}, keys)).result.purchase;
const refusedAs = (code: string, field?: string) => expect.objectContaining(field ? { code, field } : { code });

describe('A consumer', () => {
  it('is found again by the phone, however it is written, and shown masked', async () => {
    const phone = newPhone();
    const first = await record({ name: '张三', phone, address: '浙江省杭州市西湖区文三路一百号' });
    const again = await record({ phone: `+86 ${phone.slice(0, 3)}-${phone.slice(3)}`, email: 'Z@Post.Example' });
    expect(again).toEqual({ consumerId: first.consumerId, created: false });
    expect(await see(first.consumerId)).toEqual({
      id: first.consumerId, survivorId: null, erasedOn: null, name: '张*', phone: `139****${phone.slice(-4)}`, address: '浙江省杭州****', email: 'z***@post.example',
    });
  });

  it('is not taken for another name at the same phone; both are shown as possibly one', async () => {
    const phone = newPhone();
    const first = await record({ name: '李四', phone });
    const second = await record({ name: '李小四', phone });
    expect(second).toEqual({ consumerId: expect.not.stringMatching(first.consumerId), created: true });
    const pairs = await world.database.read(desk, (tx) => tx.many(possibleDuplicates, { consumerIds: [first.consumerId] }));
    expect(pairs).toEqual([{ consumerId: first.consumerId, otherId: second.consumerId, why: 'same_phone' }]);
  });

  it('of the same name is possibly the same at the same shop, and not at another', async () => {
    const [shop, other] = [await world.member(), await world.member()];
    const [a, b, c] = [await buy(shop.id, { name: '王五', phone: newPhone() }, 'v1'), await buy(shop.id, { name: '王五', phone: newPhone() }, 'v2'), await buy(other.id, { name: '王五', phone: newPhone() }, 'v3')];
    const pairs = await world.database.read(desk, (tx) => tx.many(possibleDuplicates, { consumerIds: [a.consumerId!, c.consumerId!] }));
    expect(pairs).toEqual([{ consumerId: a.consumerId, otherId: b.consumerId, why: 'same_name' }]);
  });

  it('brought by ten at once is one', async () => {
    const person = { name: '赵六', phone: newPhone() };
    const all = await Promise.all(Array.from({ length: 10 }, () => record(person)));
    expect(new Set(all.map(({ consumerId }) => consumerId)).size).toBe(1);
    expect(all.filter(({ created }) => created)).toHaveLength(1);
  });

  it('is refused without a name or a phone, and corrected into another who is known', async () => {
    await expect(record({ address: 'West Lake' })).rejects.toEqual(refusedAs('PERSON_UNNAMED', 'person.phone'));
    const [phone, other] = [newPhone(), newPhone()];
    await record({ name: 'A', phone });
    const { consumerId } = await record({ name: 'A', phone: other });
    const correct = (person: GivenPerson) => correctConsumer(world.database, desk, { ...world.key(), consumerId, person }, keys);
    await expect(correct({ phone })).rejects.toEqual(refusedAs('PERSON_KNOWN', 'person.phone'));
    await correct({ name: 'Bo' });
    expect((await see(consumerId))?.name).toBe('B*');
  });

  it('is searched for by exactly a phone or an e-mail, in its own network alone', async () => {
    const phone = newPhone();
    const { consumerId } = await record({ name: 'Q', phone, email: `${phone}@post.example` });
    const search = (by: Caller, what: object) => world.database.read(by, (tx) => findConsumers(tx, keys, { phone: null, email: null, ...what }, { after: null, count: 5 }));
    expect((await search(desk, { phone })).map(({ id }) => id)).toEqual([consumerId]);
    expect((await search(desk, { email: `${phone}@POST.example` })).map(({ id }) => id)).toEqual([consumerId]);
    expect(await search(desk, { phone: newPhone() })).toEqual([]);
    expect(await search((await world.neighbour()).person(), { phone })).toEqual([]);
  });
});

describe('A shop', () => {
  it('sees who bought there, masked and by nothing but name and phone, and nobody else', async () => {
    const [shop, other] = [await world.member(), await world.member()];
    const phone = newPhone();
    const { consumerId } = await buy(shop.id, { name: '孙七', phone, address: '浙江省杭州市西湖区', email: 's@post.example' }, 'v1');
    const seller = world.person({ memberId: shop.id });
    expect(await see(consumerId!, seller)).toMatchObject({ name: '孙*', phone: `139****${phone.slice(-4)}`, address: null, email: null });
    expect(await see(consumerId!, world.person({ memberId: other.id }))).toBeUndefined();
    await correctConsumer(world.database, desk, { ...world.key(), consumerId: consumerId!, person: { name: '周八' } }, keys);
    expect(await see(consumerId!, seller)).toMatchObject({ name: '周*' });
    const search = (by: Caller) => world.database.read(by, (tx) => findConsumers(tx, keys, { phone, email: null }, { after: null, count: 5 }));
    expect(await search(seller)).toEqual([]);
    // What the database lets it read holds the mask and nothing more.
    const rows = await world.test.asAdmin('SELECT sealed FROM personal_data WHERE member_id = $1', [shop.id]);
    expect(rows.map(({ sealed }) => Object.keys(sealed as object).sort())).toEqual([['name', 'phone']]);
  });

  it('sees a consumer too for whom it did something', async () => {
    const outlet = await world.member('outlet');
    const { consumerId } = await record({ name: '吴九', phone: newPhone() });
    const write = () => world.database.write(desk, { action: 'repair.note' }, (tx) =>
      noteConsumerEvent(tx, keys, { consumerId, memberId: outlet.id, purchaseId: null, kind: 'repair', aboutId: consumerId, happenedOn: desk.today }));
    await write();
    await write();
    expect(await see(consumerId, world.person({ memberId: outlet.id }))).toMatchObject({ name: '吴*' });
  });
});

describe('A purchase', () => {
  it('of a voucher that is known is that one, and is refused where it says otherwise', async () => {
    const shop = await world.member();
    const first = await buy(shop.id, null, 'v1');
    const person = { name: '郑十', phone: newPhone() };
    const again = await buy(shop.id, person, 'v1');
    expect([again.id, first.consumerId, typeof again.consumerId]).toEqual([first.id, null, 'string']);
    await expect(buy(shop.id, person, 'v1', { price: cny(9_999n) })).rejects.toEqual(refusedAs('VOUCHER_DIFFERS', 'price'));
    await expect(buy(shop.id, person, 'v1', { soldOn: '2026-03-01' as Day })).rejects.toEqual(refusedAs('VOUCHER_DIFFERS', 'soldOn'));
    await expect(buy(shop.id, { name: 'Other', phone: newPhone() }, 'v1')).rejects.toEqual(refusedAs('VOUCHER_OF_ANOTHER', 'voucher'));
    await expect(buy(shop.id, person, 'v1', { price: cny(1n), category: 'sports_shoes' })).rejects.toMatchObject({
      code: 'VOUCHER_DIFFERS', field: 'price', details: { fields: 'price, category', price: '100.00 CNY', category: 'leather_shoes' },
    });
    // A category of the till's own says nothing against it.
    expect((await buy(shop.id, person, 'v1', { category: 'boots' })).id).toBe(first.id);
    expect((await buy((await world.member()).id, null, 'v1')).id).not.toBe(first.id);
  });

  it.each([
    [{ soldOn: '2026-03-03' }, 'SOLD_IN_FUTURE', 'soldOn'], [{ invoicedOn: '2026-03-01' }, 'INVOICED_BEFORE_SALE', 'invoicedOn'],
    [{ deliveredOn: '2026-03-01' }, 'DELIVERED_BEFORE_SALE', 'deliveredOn'], [{ deliveredOn: '2026-03-03' }, 'DELIVERED_IN_FUTURE', 'deliveredOn'],
    [{ category: 'Leather Shoes' }, 'CATEGORY_UNREADABLE', 'category'],
  ])('with %j is refused as %s', async (more, code, field) => {
    await expect(buy((await world.member()).id, null, 'v', more)).rejects.toEqual(refusedAs(code, field));
  });

  it('is sold by a shop, to a consumer of the network', async () => {
    await expect(buy((await world.member('outlet')).id, null, 'v')).rejects.toEqual(refusedAs('SELLER_NOT_A_SHOP'));
    await expect(buy(newId(), null, 'v')).rejects.toEqual(refusedAs('NOT_FOUND', 'memberId'));
    await expect(buy((await world.member()).id, null, 'v', { consumerId: newId() })).rejects.toEqual(refusedAs('NOT_FOUND', 'consumerId'));
  });
});

describe('A merge', () => {
  const merge = async (consumerId: string, survivorId: string) =>
    (await mergeConsumers(world.database, desk, { ...world.key(), consumerId, survivorId, reason: 'One person.' })).result.merge;
  const undo = (mergeId: string) => undoConsumerMerge(world.database, desk, { ...world.key(), mergeId });
  const bought = async (consumerId: string) => (await world.database.read(desk, (tx) => tx.many(listBought, { consumerIds: [consumerId] }))).map(({ voucher }) => voucher).toSorted();

  it('puts what both bought on one file, finds the survivor by either phone, and is taken back whole', async () => {
    const shop = await world.member();
    const phones3 = [newPhone(), newPhone(), newPhone()];
    const [a, b, c] = await Promise.all(phones3.map((phone, i) => buy(shop.id, { name: `N${i}`, phone }, `m${i}`))) as [never, never, never];
    const [x, y, z] = [a, b, c].map(({ consumerId }: { consumerId: string }) => consumerId) as [string, string, string];
    const first = await merge(x, y);
    const second = await merge(y, z);
    expect([second.moved.toSorted(), await bought(z), await bought(y)]).toEqual([[x, y].toSorted(), ['m0', 'm1', 'm2'], ['m1']]);
    expect((await record({ phone: phones3[0]! })).consumerId).toBe(z);
    expect((await see(x))?.survivorId).toBe(z);
    await expect(merge(x, y)).rejects.toEqual(refusedAs('CONSUMER_MERGED', 'consumerId'));
    await expect(undo(first.id)).rejects.toEqual(refusedAs('MERGED_SINCE'));
    await undo(second.id);
    expect([await bought(z), await bought(y)]).toEqual([['m2'], ['m0', 'm1']]);
    await undo(first.id);
    expect([await bought(y), await bought(x)]).toEqual([['m1'], ['m0']]);
    await expect(undo(first.id)).rejects.toEqual(refusedAs('MERGE_UNDONE'));
    await expect(merge(x, x)).rejects.toEqual(refusedAs('SAME_CONSUMER'));
  });
});
