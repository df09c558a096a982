import { randomBytes } from 'node:crypto';
import { newId, type Caller } from '@app/kernel';
import {
  eraseAgain, eraseConsumer, erasureJournal, exportConsumer, findOrCreateConsumer, listBought, mergeConsumers, personalKeys, readConsumers,
  recordConsumer, recordPurchase, resealPersonalData, revealConsumer, type GivenPerson,
} from '@app/members';
import { cny, World } from '../support/world.js';

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
const newPhone = () => `1394444${String((phones += 1)).padStart(4, '0')}`;
const record = async (person: GivenPerson, by = desk) => (await recordConsumer(world.database, by, { ...world.key(), person }, keys)).result;
const see = async (consumerId: string, by = desk) => (await world.database.read(by, (tx) => readConsumers(tx, keys, [consumerId])))[0];
const buy = async (memberId: string, person: GivenPerson | null, voucher: string, more: object = {}) => (await recordPurchase(world.database, desk, {
  ...world.key(), memberId, consumerId: null, person, category: 'leather_shoes', model: 'Boots', price: cny(10_000n), invoicePrice: null, voucher,
  invoiceNumber: null, soldOn: desk.today, invoicedOn: null, deliveredOn: null, channel: 'counter', outOfTown: false, serial: null, ...more,
}, keys)).result.purchase;
const refusedAs = (code: string, field?: string) => expect.objectContaining(field ? { code, field } : { code });

describe('Clear data', () => {
  it('is shown once, for a purpose, on record; a replay says that it was', async () => {
    const phone = newPhone();
    const { consumerId } = await record({ name: '冯一', phone });
    const input = { ...world.key(), consumerId, purpose: 'call_back', fields: ['phone', 'email'] } as const;
    const shown = await revealConsumer(world.database, desk, input, keys);
    expect(shown.result.person).toEqual({ phone: `+86${phone}` });
    expect(await revealConsumer(world.database, desk, input, keys)).toEqual({ ...shown, replayed: true, result: { ...shown.result, person: null } });
    const rows = await world.test.asAdmin('SELECT id, purpose, fields, revealed_by FROM personal_reveal WHERE subject_id = $1', [consumerId]);
    expect(rows).toEqual([{ id: shown.result.revealId, purpose: 'call_back', fields: ['phone', 'email'], revealed_by: desk.personId }]);
    const [audit] = await world.test.asAdmin(`SELECT touched::text FROM audit_record WHERE action = 'consumer.reveal' AND person_id = $1 AND touched @> ARRAY[$2::uuid]`, [desk.personId, consumerId]);
    expect(audit).toBeDefined();
  });

  it('is handed out to whom it is about, with all that is kept, once', async () => {
    const phone = newPhone();
    const { consumerId } = await buy((await world.member()).id, { name: '陈二', phone }, 'x1');
    const input = { ...world.key(), consumerId: consumerId! };
    const { result } = await exportConsumer(world.database, desk, input, keys);
    expect(result.document).toMatchObject({ persons: [{ name: '陈二', phone: `+86${phone}` }], purchases: [{ voucher: 'x1', price: '100.00' }], shownTo: [] });
    expect((await exportConsumer(world.database, desk, input, keys)).result.document).toBeNull();
  });
});

describe('Erasure', () => {
  it('takes away all that is personal, for every reader and of merged ones too; what was bought stays', async () => {
    const shop = await world.member();
    const phone = newPhone();
    const { consumerId } = await buy(shop.id, { name: '褚三', phone }, 'e1') as { consumerId: string };
    const other = await record({ name: '褚四', phone });
    await mergeConsumers(world.database, desk, { ...world.key(), consumerId: other.consumerId, survivorId: consumerId, reason: 'One.' });
    await eraseConsumer(world.database, desk, { ...world.key(), consumerId: other.consumerId });
    expect(await see(consumerId)).toEqual({ id: consumerId, survivorId: null, erasedOn: desk.today, name: null, phone: null, address: null, email: null });
    expect(await see(consumerId, world.person({ memberId: shop.id }))).toBeUndefined();
    expect(await world.test.asAdmin('SELECT 1 FROM personal_data WHERE subject_id = ANY($1)', [[consumerId, other.consumerId]])).toEqual([]);
    expect(await world.database.read(desk, (tx) => tx.many(listBought, { consumerIds: [consumerId] }))).toHaveLength(1);
    await expect(eraseConsumer(world.database, desk, { ...world.key(), consumerId })).rejects.toEqual(refusedAs('CONSUMER_ERASED'));
    await expect(revealConsumer(world.database, desk, { ...world.key(), consumerId, purpose: 'refund', fields: ['name'] }, keys)).rejects.toEqual(refusedAs('CONSUMER_ERASED'));
    expect((await record({ name: '褚三', phone })).created).toBe(true);
  });

  it('is done again, from the journal, on what a restore brought back', async () => {
    const { consumerId } = await record({ name: '卫四', phone: newPhone() });
    const before = await world.test.asAdmin('SELECT * FROM personal_data WHERE subject_id = $1', [consumerId]);
    await eraseConsumer(world.database, desk, { ...world.key(), consumerId });
    const journal = await erasureJournal(world.database, desk);
    expect(journal).toContainEqual({ subjectId: consumerId, erasedOn: desk.today });
    // As a restore to the moment before would.
    const columns = Object.keys(before[0]!);
    await world.test.asAdmin(`INSERT INTO personal_data (${columns.join()}) VALUES (${columns.map((_, i) => `$${i + 1}`).join()})`, Object.values(before[0]!));
    await world.test.asAdmin('UPDATE consumer SET erased_on = NULL WHERE id = $1', [consumerId]);
    await world.test.asAdmin('DELETE FROM erasure_journal WHERE subject_id = $1', [consumerId]);
    expect((await see(consumerId))?.name).toBe('卫*');
    expect(await eraseAgain(world.database, desk, [...journal, { subjectId: newId(), erasedOn: desk.today }])).toBe(1);
    expect(await see(consumerId)).toMatchObject({ name: null, erasedOn: desk.today });
    expect(await eraseAgain(world.database, desk, journal)).toBe(0);
  });
});

describe('A key', () => {
  it('that another follows still opens; once all is sealed anew it may go', async () => {
    const phone = newPhone();
    const shop = await world.member();
    const { consumerId } = await buy(shop.id, { name: '蒋五', phone }, 'k1') as { consumerId: string };
    const next = { version: 2, key: randomBytes(32) };
    const both = personalKeys([next, secret], hashKey);
    const name = (with_: typeof both, by: Caller) => world.database.read(by, (tx) => readConsumers(tx, with_, [consumerId])).then(([one]) => one?.name);
    expect(await name(both, desk)).toBe('蒋*');
    expect(await resealPersonalData(world.database, desk, both)).toBeGreaterThanOrEqual(2);
    const alone = personalKeys([next], hashKey);
    expect([await name(alone, desk), await name(alone, world.person({ memberId: shop.id }))]).toEqual(['蒋*', '蒋*']);
    expect(await resealPersonalData(world.database, desk, both)).toBe(0);
    await expect(name(keys, desk)).rejects.toThrow('Version 2 of the keys of personal data is not configured.');
    const found = await world.database.write(desk, { action: 'x.find' }, (tx) => findOrCreateConsumer(tx, alone, { phone }));
    expect(found).toEqual({ consumerId, created: false });
    await resealPersonalData(world.database, desk, personalKeys([secret, next], hashKey));
  });
});
