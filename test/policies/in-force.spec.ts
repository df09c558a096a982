import { day } from '@app/kernel';
import { digestOf, goodsCode, goodsKind, packInForce, packsInForce, type PackKind } from '@app/policies';
import { World } from '../support/world.js';
import { Packs } from './packs.js';
import { rulesOf, shippedTariff, tariff, tariffs } from './tariffs.js';

let shared: World;
let world: World;
let packs: Packs;
beforeAll(async () => {
  shared = await World.make();
});
afterAll(() => shared?.drop());
// A network of its own for each test: which pack is in force depends on all that was decided before.
beforeEach(async () => {
  world = await shared.neighbour();
  world.on('2026-03-02');
  packs = new Packs(world);
});

describe('A network that has adopted nothing', () => {
  it('decides by the shipped packs, each version from its own day', async () => {
    expect(await packs.inForce('2019-12-31')).toBeNull();
    expect(await packs.inForce('2020-01-01')).toMatchObject({
      id: shippedTariff('wear', 1), code: 'wear', version: 1, byDefault: true, effectiveFrom: '2020-01-01', digest: digestOf(rulesOf(tariff('T-1', '0.005'))),
    });
    expect([await packs.rateOn('2026-06-30'), await packs.rateOn('2026-07-01')]).toEqual(['0.005', '0.004']);
    expect(await packs.inForce('2026-03-02', 'unheard-of')).toBeNull();
  });

  it('has a table of goods from its first minute', async () => {
    const goods = await world.database.read(world.person(), (tx) => packInForce(tx, { kind: goodsKind, code: goodsCode, on: tx.caller.today }));
    expect(goods?.rules.goods.find(({ category }) => category === 'leather_shoes')).toMatchObject({ priceBasis: 'invoice' });
  });

  it('refuses a kind that no room has registered', async () => {
    const nothing = { ...tariffs, kind: 'nothing' } as PackKind<object>;
    await expect(world.database.read(world.person(), (tx) => packsInForce(tx, { kind: nothing, on: day('2026-03-02') }))).rejects.toMatchObject({ code: 'UNKNOWN_KIND' });
    await expect(packs.propose('2026-03-02', [], { kind: 'nothing' })).rejects.toMatchObject({ code: 'UNKNOWN_KIND', field: 'kind' });
  });
});

describe('The pack in force', () => {
  it('is on each day the approved version that started last, on its first day already', async () => {
    await packs.approved('2026-03-10', tariff('T-1', '0.01'));
    await packs.approved('2026-03-20', tariff('T-1', '0.02'));
    expect(await Promise.all(['2026-03-09', '2026-03-10', '2026-03-19', '2026-03-20'].map((on) => packs.rateOn(on)))).toEqual(['0.005', '0.01', '0.01', '0.02']);
  });

  it('stays the network\'s own, whatever is shipped later', async () => {
    await packs.decide(await packs.adopt(shippedTariff('wear', 1), '2026-03-02'));
    expect(await packs.inForce('2026-08-01')).toMatchObject({ version: 1, byDefault: false });
    expect(await packs.rateOn('2026-08-01')).toBe('0.005');
  });

  it('goes by its start and not by its number: one that starts between two others is in force between them', async () => {
    await packs.approved('2026-03-20', tariff('T-1', '0.02'));
    await packs.approved('2026-03-10', tariff('T-1', '0.01'));
    expect(await Promise.all(['2026-03-12', '2026-03-21'].map((on) => packs.rateOn(on)))).toEqual(['0.01', '0.02']);
  });

  it('is one of each code, own and shipped beside each other', async () => {
    await packs.approved('2026-03-02', tariff('T-1', '0.01'));
    await packs.decide(await packs.propose('2026-03-02', [tariff('T-9', '0.09')], { code: 'another' }));
    const all = await world.database.read(world.person(), (tx) => packsInForce(tx, { kind: tariffs, on: day('2026-03-02') }));
    expect(all.map(({ code, byDefault, rules }) => [code, byDefault, rules.tariffs[0]!.rate])).toEqual([
      ['another', false, '0.09'], ['late', true, '0.003'], ['wear', false, '0.01'],
    ]);
  });

  it('is the same for a shop as for the operator, and another network\'s is its own', async () => {
    const shop = await world.member();
    await packs.approved('2026-03-02', tariff('T-1', '0.01'));
    const seen = await world.database.read(world.person({ memberId: shop.id }), (tx) => packInForce(tx, { kind: tariffs, code: 'wear', on: day('2026-03-02') }));
    expect(seen?.rules.tariffs[0]!.rate).toBe('0.01');
    const other = await shared.neighbour();
    expect(await other.database.read(other.person(), (tx) => packInForce(tx, { kind: tariffs, code: 'wear', on: day('2026-03-02') }))).toMatchObject({ byDefault: true });
  });

  it('has rules that nobody can change in passing', async () => {
    await packs.approved('2026-03-02', tariff('T-1', '0.01'));
    const rules = (await packs.inForce('2026-03-02'))!.rules as unknown as { tariffs: { rate: string }[] };
    expect(() => { rules.tariffs[0]!.rate = '1'; }).toThrow(TypeError);
    expect(() => rules.tariffs.pop()).toThrow(TypeError);
  });

  it('is a fault where what is stored is not what was put forward, and refused by name where this program cannot read it', async () => {
    const pack = await packs.propose('2026-03-02', [tariff('T-1', '0.0123')]);
    const stored = (rules: string) => world.test.asAdmin('UPDATE pack SET rules = $1 WHERE id = $2', [rules, pack.id]);
    await stored(JSON.stringify(rulesOf(tariff('T-1', '0.5'))));
    await expect(packs.decide(pack)).rejects.toThrow('not those of its digest');
    await stored('{"tariffs": [{}]}');
    await expect(packs.decide(pack)).rejects.toMatchObject({ code: 'PACK_UNREADABLE', details: { code: 'wear', version: pack.version, path: 'tariffs.0.rate' } });
    await stored(JSON.stringify(rulesOf(tariff('T-1', '0.0123'))));
    expect((await packs.decide(pack)).state).toBe('approved');
  });
});

describe('A version', () => {
  it('counts up by code, refused ones too, and never below what is shipped', async () => {
    const versions = [await packs.adopt(shippedTariff('wear', 1), '2026-03-02'), await packs.propose('2026-03-03', []), await packs.adopt(shippedTariff('wear', 2), '2026-03-04')];
    expect(versions.map(({ version }) => version)).toEqual([1, 3, 4]);
    expect((await packs.propose('2026-03-02', [], { code: 'brand-new' })).version).toBe(1);
  });

  it('that is put forward many times at once gets as many numbers', async () => {
    const put = await Promise.all(Array.from({ length: 5 }, (_, i) => packs.propose(`2026-04-0${i + 1}`, [])));
    expect(put.map(({ version }) => version).sort()).toEqual([3, 4, 5, 6, 7]);
  });
});
