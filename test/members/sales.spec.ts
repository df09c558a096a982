import { randomBytes } from 'node:crypto';
import type { Caller } from '@app/kernel';
import { findConsumers, importSales, listPurchases, personalKeys } from '@app/members';
import { World } from '../support/world.js';

let world: World;
let desk: Caller;
const keys = personalKeys([{ version: 1, key: randomBytes(32) }], randomBytes(32));
beforeAll(async () => {
  world = await World.make();
  desk = world.person();
});
afterAll(() => world.drop());

const load = async (memberId: string, csv: string, more: object = {}) =>
  (await importSales(world.database, desk, { ...world.key(), memberId, csv, skipBad: false, ...more }, keys)).result;
const sold = (memberId: string) => world.database.read(desk, (tx) => tx.many(listPurchases, { memberId, serial: null, after: null, count: 100 }));

const zh = `凭证号,商品类别,型号,价格,发票价,销售日期,送货日期,销售方式,外地,姓名,手机,地址
V1,leather_shoes,牛皮鞋,¥210.00,200.00,2026年3月1日,2026/3/2,柜台,是,张三,13922220001,杭州
V2,cloth_shoes,"布鞋, 黑",80.00,,2026-03-01,,网购,否,,13922220002,
V3,leather_shoes,牛皮鞋,210.00,,2026.2.28,,,,,,
`;

describe('A sales file', () => {
  it('is read by Chinese headings as by English ones, once: sent again it brings nothing new', async () => {
    const shop = await world.member();
    expect(await load(shop.id, zh)).toEqual({ imported: 3, consumers: 2, duplicates: [], problems: [] });
    expect((await sold(shop.id)).map(({ voucher, model, priceMinor, invoicePriceMinor, soldOn, deliveredOn, channel, outOfTown, consumerId }) =>
      [voucher, model, priceMinor, invoicePriceMinor, soldOn, deliveredOn, channel, outOfTown, consumerId !== null])).toEqual([
      ['V1', '牛皮鞋', 21_000n, 20_000n, '2026-03-01', '2026-03-02', 'counter', true, true],
      ['V2', '布鞋, 黑', 8_000n, null, '2026-03-01', null, 'online', false, true],
      ['V3', '牛皮鞋', 21_000n, null, '2026-02-28', null, 'counter', false, false],
    ]);
    expect(await load(shop.id, `\ufeffVoucher;Category;Model;Price;Sold On;Phone\nV3;leather_shoes;x;210.00;2026-02-28;\nV4;leather_shoes;x;1.00;2026-02-28;+86 139 2222 0001\n`))
      .toEqual({ imported: 1, consumers: 0, duplicates: [2], problems: [] });
    expect(await load(shop.id, zh)).toEqual({ imported: 0, consumers: 0, duplicates: [2, 3, 4], problems: [] });
    const seen = await world.database.read(world.person({ memberId: shop.id }), (tx) => findConsumers(tx, keys, { phone: null, email: null }, { after: null, count: 5 }));
    expect(seen.map(({ name, phone }) => [name, phone])).toEqual([['张*', '139****0001'], [null, '139****0002']]);
  });

  it('names who sold by a staff number, in Chinese too, and never by a name', async () => {
    const shop = await world.member();
    const rows = '凭证,类别,型号,价格,日期,营业员\nS1,jacket,x,1.00,2026-03-01,0-17\nS2,jacket,x,1.00,2026-03-01,\nS3,jacket,x,1.00,2026-03-01,王五\n';
    expect(await load(shop.id, rows, { skipBad: true })).toMatchObject({ imported: 2, problems: [{ line: 4, column: 'salesperson', code: 'SALESPERSON_UNREADABLE' }] });
    expect((await sold(shop.id)).map(({ voucher, salesperson, knownBy }) => [voucher, salesperson, knownBy])).toEqual([['S1', '0-17', 'sale'], ['S2', null, 'sale']]);
  });

  const bad = `voucher,category,model,price,sold_on,phone,name
B1,leather_shoes,x,1.00,2026-03-01,13922220009,Zhang
,leather_shoes,x,1.00,2026-03-01,,
B3,Leather Shoes,x,1.00,2026-03-01,,
B4,leather_shoes,x,0.00,2026-03-01,,
B5,leather_shoes,x,1.00,2026-02-30,,
B6,leather_shoes,x,1.00,2026-03-03,,
B7,leather_shoes,x,1.00,2026-03-01,12,
B8,leather_shoes,x,1.00,2026-03-01,,Somebody
B1,leather_shoes,x,1.00,2026-03-01,,
B10,leather_shoes,x,1.00,2026-03-01,,,,too long
`;
  const wrong = [
    [3, 'voucher', 'CELL_EMPTY'], [4, 'category', 'CATEGORY_UNREADABLE'], [5, 'price', 'AMOUNT_NOT_POSITIVE'], [6, 'soldOn', 'CELL_UNREADABLE'], [7, 'soldOn', 'SOLD_IN_FUTURE'],
    [8, 'phone', 'PHONE_UNREADABLE'], [9, 'phone', 'PERSON_WITHOUT_PHONE'], [10, 'voucher', 'VOUCHER_TWICE_IN_FILE'], [11, null, 'ROW_TOO_LONG'],
  ];

  it('with wrong rows says line, column and reason of each, and keeps all out unless they are to be skipped', async () => {
    const shop = await world.member();
    const all = await load(shop.id, bad);
    expect(all.problems.map(({ line, column, code }) => [line, column, code])).toEqual(wrong);
    expect([all.imported, await sold(shop.id)]).toEqual([0, []]);
    expect(JSON.stringify(all)).not.toMatch(/Somebody|Leather Shoes/);
    const tried = await load(shop.id, bad, { skipBad: true, validateOnly: true, idempotencyKey: null });
    expect([tried.imported, tried.consumers, await sold(shop.id)]).toEqual([1, 1, []]);
    expect((await load(shop.id, bad, { skipBad: true })).imported).toBe(1);
    expect(await sold(shop.id)).toHaveLength(1);
  });

  it.each([
    ['', 'FILE_EMPTY'], ['voucher,category,model,price,sold_on\n', 'FILE_EMPTY'], ['voucher,category,model,price\nx,x,x,1\n', 'HEADING_MISSING'],
    ['voucher,category,model,price,sold_on,13922220001\n', 'HEADING_UNKNOWN'], ['voucher,voucher,category,model,price,sold_on\n', 'HEADING_TWICE'],
    ['voucher,category,model,price,sold_on\n"x,x,x,1,2026-03-01\n', 'FILE_UNREADABLE'],
  ])('that is none is refused as a whole, and not quoted: %j', async (csv, code) => {
    const refusal = await load((await world.member()).id, csv).then(() => null, (error: unknown) => error);
    expect(refusal).toMatchObject({ code, field: 'csv' });
    expect(JSON.stringify(refusal)).not.toContain('13922220001');
  });

  it('is a shop\'s, of this network', async () => {
    await expect(load((await world.member('outlet')).id, zh)).rejects.toMatchObject({ code: 'SELLER_NOT_A_SHOP' });
    await expect(load((await (await world.neighbour()).member()).id, zh)).rejects.toMatchObject({ code: 'NOT_FOUND', field: 'memberId' });
  });

  it('of ten thousand rows goes in by a few statements, and one of more is refused', async () => {
    const shop = await world.member();
    const row = (i: number) => `L${i},leather_shoes,Boots,210.00,2026-03-01,Zhang ${i},1395${String(i).padStart(7, '0')},Road ${i},p${i}@post.example`;
    const file = (rows: number) => `voucher,category,model,price,sold_on,name,phone,address,email\n${Array.from({ length: rows }, (_, i) => row(i)).join('\n')}\n`;
    const [began, used] = [performance.now(), process.cpuUsage()];
    expect(await load(shop.id, file(10_000))).toMatchObject({ imported: 10_000, consumers: 10_000, problems: [] });
    const { user, system } = process.cpuUsage(used);
    process.stdout.write(`10,000 sales imported in ${Math.round(performance.now() - began)} ms, ${Math.round((user + system) / 1_000)} of them our own work\n`);
    await expect(load(shop.id, file(10_001))).rejects.toMatchObject({ code: 'FILE_TOO_LONG' });
  }, 120_000);
});
