import { day } from '@app/kernel';
import {
  adoptPack, comparePacks, decidePack, digestOf, goodsCode, goodsKind, packInForce, packsInForce, proposePack, packsAfter, readPacks, rulesAsJson, type Pack, type PackKind,
} from '@app/policies';
import { World } from '../support/world.js';
import { rulesOf, shippedTariff, tariff, tariffs, type TariffRow } from './tariffs.js';

let shared: World;
let world: World;
beforeAll(async () => {
  shared = await World.make();
});
afterAll(() => shared?.drop());
// A network of its own for each test: which pack is in force depends on all that was decided before.
beforeEach(async () => {
  world = await shared.neighbour();
  world.on('2026-03-02');
});

const own = { kind: 'tariff', code: 'wear', nameZh: '折旧', nameEn: 'Wear', basedOnId: null, reason: 'As agreed.' };
const adopt = async (packId: string, from: string, by = world.person()): Promise<Pack> =>
  (await adoptPack(world.database, by, { ...world.key(), packId, effectiveFrom: day(from), reason: 'Ours.' })).result.pack;
const propose = async (from: string, rows: readonly unknown[], more: Partial<typeof own & { basedOnId: string | null }> = {}, by = world.person()): Promise<Pack> =>
  (await proposePack(world.database, by, { ...world.key(), ...own, effectiveFrom: day(from), rules: { tariffs: rows }, ...more })).result.pack;
const decide = async (pack: Pack, approve = true, by = world.person()): Promise<Pack> =>
  (await decidePack(world.database, by, { ...world.key(), packId: pack.id, approve, reason: 'Looked at.' })).result.pack;
const approved = async (from: string, ...rows: TariffRow[]): Promise<Pack> => decide(await propose(from, rows));
const inForce = (on: string, code = 'wear') => world.database.read(world.person(), (tx) => packInForce(tx, { kind: tariffs, code, on: day(on) }));
const rateOn = async (on: string): Promise<string | null> => (await inForce(on))?.rules.tariffs[0]!.rate ?? null;
const difference = (fromId: string, toId: string | null, toRules: unknown = null) =>
  world.database.read(world.person(), (tx) => comparePacks(tx, { fromId, toId, toRules }));

describe('A network that has adopted nothing', () => {
  it('decides by the shipped packs, each version from its own day', async () => {
    expect(await inForce('2019-12-31')).toBeNull();
    expect(await inForce('2020-01-01')).toMatchObject({
      id: shippedTariff('wear', 1), code: 'wear', version: 1, byDefault: true, effectiveFrom: '2020-01-01', digest: digestOf(rulesOf(tariff('T-1', '0.005'))),
    });
    expect([await rateOn('2026-06-30'), await rateOn('2026-07-01')]).toEqual(['0.005', '0.004']);
    expect(await inForce('2026-03-02', 'unheard-of')).toBeNull();
  });

  it('has a table of goods from its first minute', async () => {
    const goods = await world.database.read(world.person(), (tx) => packInForce(tx, { kind: goodsKind, code: goodsCode, on: tx.caller.today }));
    expect(goods?.rules.goods.find(({ category }) => category === 'leather_shoes')).toMatchObject({ priceBasis: 'invoice' });
  });

  it('refuses a kind that no room has registered', async () => {
    const nothing = { ...tariffs, kind: 'nothing' } as PackKind<object>;
    await expect(world.database.read(world.person(), (tx) => packsInForce(tx, { kind: nothing, on: day('2026-03-02') }))).rejects.toMatchObject({ code: 'UNKNOWN_KIND' });
    await expect(propose('2026-03-02', [], { kind: 'nothing' })).rejects.toMatchObject({ code: 'UNKNOWN_KIND', field: 'kind' });
  });
});

describe('The pack in force', () => {
  it('is on each day the approved version that started last, on its first day already', async () => {
    await approved('2026-03-10', tariff('T-1', '0.01'));
    await approved('2026-03-20', tariff('T-1', '0.02'));
    expect(await Promise.all(['2026-03-09', '2026-03-10', '2026-03-19', '2026-03-20'].map(rateOn))).toEqual(['0.005', '0.01', '0.01', '0.02']);
  });

  it('stays the network\'s own, whatever is shipped later', async () => {
    await decide(await adopt(shippedTariff('wear', 1), '2026-03-02'));
    expect(await inForce('2026-08-01')).toMatchObject({ version: 1, byDefault: false });
    expect(await rateOn('2026-08-01')).toBe('0.005');
  });

  it('goes by its start and not by its number: one that starts between two others is in force between them', async () => {
    await approved('2026-03-20', tariff('T-1', '0.02'));
    await approved('2026-03-10', tariff('T-1', '0.01'));
    expect(await Promise.all(['2026-03-12', '2026-03-21'].map(rateOn))).toEqual(['0.01', '0.02']);
  });

  it('is one of each code, own and shipped beside each other', async () => {
    await approved('2026-03-02', tariff('T-1', '0.01'));
    await decide(await propose('2026-03-02', [tariff('T-9', '0.09')], { code: 'another' }));
    const all = await world.database.read(world.person(), (tx) => packsInForce(tx, { kind: tariffs, on: day('2026-03-02') }));
    expect(all.map(({ code, byDefault, rules }) => [code, byDefault, rules.tariffs[0]!.rate])).toEqual([
      ['another', false, '0.09'], ['late', true, '0.003'], ['wear', false, '0.01'],
    ]);
  });

  it('is the same for a shop as for the operator, and another network\'s is its own', async () => {
    const shop = await world.member();
    await approved('2026-03-02', tariff('T-1', '0.01'));
    const seen = await world.database.read(world.person({ memberId: shop.id }), (tx) => packInForce(tx, { kind: tariffs, code: 'wear', on: day('2026-03-02') }));
    expect(seen?.rules.tariffs[0]!.rate).toBe('0.01');
    const other = await shared.neighbour();
    expect(await other.database.read(other.person(), (tx) => packInForce(tx, { kind: tariffs, code: 'wear', on: day('2026-03-02') }))).toMatchObject({ byDefault: true });
  });

  it('has rules that nobody can change in passing', async () => {
    await approved('2026-03-02', tariff('T-1', '0.01'));
    const rules = (await inForce('2026-03-02'))!.rules as unknown as { tariffs: { rate: string }[] };
    expect(() => { rules.tariffs[0]!.rate = '1'; }).toThrow(TypeError);
    expect(() => rules.tariffs.pop()).toThrow(TypeError);
  });

  it('is a fault where what is stored is not what was put forward', async () => {
    const pack = await propose('2026-03-02', [tariff('T-1', '0.0123')]);
    const stored = (rules: string) => world.test.asAdmin('UPDATE pack SET rules = $1 WHERE id = $2', [rules, pack.id]);
    await stored(JSON.stringify(rulesOf(tariff('T-1', '0.5'))));
    await expect(decide(pack)).rejects.toThrow('not those of its digest');
    await stored('{"tariffs": [{}]}');
    await expect(decide(pack)).rejects.toThrow('cannot be read');
    await stored(JSON.stringify(rulesOf(tariff('T-1', '0.0123'))));
    expect((await decide(pack)).state).toBe('approved');
  });
});

describe('Maker and checker', () => {
  it('RO-1 one puts a pack forward and another decides: until then nothing changes, and the proposer may not', async () => {
    const maker = world.person();
    const pack = await propose('2026-03-02', [tariff('T-1', '0.01')], {}, maker);
    expect(pack).toMatchObject({ state: 'proposed', version: 3, proposedBy: maker.personId, adopted: false });
    expect(await rateOn('2026-03-02')).toBe('0.005');
    await expect(decide(pack, true, maker)).rejects.toMatchObject({ code: 'OWN_PROPOSAL' });
    await expect(decide(pack, false, maker)).rejects.toMatchObject({ code: 'OWN_PROPOSAL' });
    expect(await decide(pack)).toMatchObject({ state: 'approved', decidedOn: '2026-03-02', decisionReason: 'Looked at.' });
    expect(await rateOn('2026-03-02')).toBe('0.01');
  });

  it('holds for an adoption too', async () => {
    const maker = world.person();
    const pack = await adopt(shippedTariff('wear', 1), '2026-03-02', maker);
    await expect(decide(pack, true, maker)).rejects.toMatchObject({ code: 'OWN_PROPOSAL' });
  });

  it('decides once, and what is refused stays to be seen and is never in force', async () => {
    const pack = await decide(await propose('2026-03-02', [tariff('T-1', '0.01')]), false);
    expect(pack.state).toBe('refused');
    await expect(decide(pack)).rejects.toMatchObject({ code: 'ALREADY_DECIDED', details: { state: 'refused' } });
    expect(await rateOn('2026-03-02')).toBe('0.005');
    const listed = await world.database.read(world.person(), (tx) => packsAfter(tx, { kind: 'tariff', code: 'wear', state: 'refused' }, null, 10));
    expect(listed.map(({ id, decisionReason }) => [id, decisionReason])).toEqual([[pack.id, 'Looked at.']]);
  });

  it('decides once however many decide at the same time', async () => {
    const pack = await propose('2026-03-02', [tariff('T-1', '0.01')]);
    const done = await Promise.allSettled(Array.from({ length: 4 }, (_, i) => decide(pack, i % 2 === 0)));
    const refusals = done.flatMap((one) => (one.status === 'rejected' ? [(one.reason as { code: string }).code] : []));
    expect(refusals).toEqual(['ALREADY_DECIDED', 'ALREADY_DECIDED', 'ALREADY_DECIDED']);
  });

  it('finds no pack of another network, nor a shipped one', async () => {
    const pack = await propose('2026-03-02', [tariff('T-1', '0.01')]);
    const other = await shared.neighbour();
    const input = { packId: pack.id, approve: true, reason: 'Mine.' };
    await expect(decidePack(other.database, other.person(), { ...other.key(), ...input })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(decidePack(world.database, world.person(), { ...world.key(), ...input, packId: shippedTariff('wear', 1) })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(adopt(pack.id, '2026-03-02')).rejects.toMatchObject({ code: 'NOT_FOUND', field: 'packId' });
  });

  it('keeps proposals from a shop', async () => {
    const shop = world.person({ memberId: (await world.member()).id });
    const open = await propose('2026-03-02', [tariff('T-1', '0.01')]);
    const done = await approved('2026-03-03', tariff('T-1', '0.02'));
    const all = { kind: null, code: null, state: null };
    const seen = await world.database.read(shop, async (tx) => [await packsAfter(tx, all, null, 10), await readPacks(tx, [open.id, done.id])]);
    expect(seen.map((packs) => packs.map(({ id }) => id))).toEqual([[done.id], [done.id]]);
  });
});

describe('A start', () => {
  it('is no further back than the network permits, when proposed and when decided', async () => {
    await expect(propose('2026-01-29', [])).rejects.toMatchObject({ code: 'DAY_TOO_EARLY', field: 'effectiveFrom', details: { earliest: '2026-01-30' } });
    const pack = await propose('2026-01-30', [tariff('T-1', '0.01')]);
    world.on('2026-03-03');
    await expect(decide(pack)).rejects.toMatchObject({ code: 'DAY_TOO_EARLY' });
    expect((await decide(pack, false)).state).toBe('refused');
  });

  it('of the first adoption of a code may lie further back, of the next may not', async () => {
    await decide(await adopt(shippedTariff('wear', 1), '2015-01-01'));
    expect(await inForce('2015-01-01')).toMatchObject({ version: 1, byDefault: false });
    await expect(adopt(shippedTariff('wear', 2), '2016-01-01')).rejects.toMatchObject({ code: 'DAY_TOO_EARLY' });
    expect((await adopt(shippedTariff('late', 1), '2016-01-01')).state).toBe('proposed');
  });

  it('is no more than ten years ahead', async () => {
    expect((await propose('2036-03-02', [])).effectiveFrom).toBe('2036-03-02');
    await expect(propose('2036-03-03', [])).rejects.toMatchObject({ code: 'DAY_TOO_LATE', details: { latest: '2036-03-02' } });
  });

  it('is no other approved version\'s of the code, when proposed and when decided', async () => {
    const late = await propose('2026-03-10', [tariff('T-1', '0.03')]);
    await approved('2026-03-10', tariff('T-1', '0.01'));
    await expect(propose('2026-03-10', [])).rejects.toMatchObject({ code: 'STARTS_TWICE', field: 'effectiveFrom', details: { effectiveFrom: '2026-03-10' } });
    await expect(decide(late)).rejects.toMatchObject({ code: 'STARTS_TWICE' });
    expect((await propose('2026-03-10', [tariff('T-2', '0.01')], { code: 'late' })).state).toBe('proposed');
  });
});

describe('A version', () => {
  it('counts up by code, refused ones too, and never below what is shipped', async () => {
    const versions = [await adopt(shippedTariff('wear', 1), '2026-03-02'), await propose('2026-03-03', []), await adopt(shippedTariff('wear', 2), '2026-03-04')];
    expect(versions.map(({ version }) => version)).toEqual([1, 3, 4]);
    expect((await propose('2026-03-02', [], { code: 'brand-new' })).version).toBe(1);
  });

  it('that is put forward many times at once gets as many numbers', async () => {
    const packs = await Promise.all(Array.from({ length: 5 }, (_, i) => propose(`2026-04-0${i + 1}`, [])));
    expect(packs.map(({ version }) => version).sort()).toEqual([3, 4, 5, 6, 7]);
  });
});

describe('Invalid rules', () => {
  it('are refused with every row that is wrong and why, and nothing is written', async () => {
    const rows = [tariff('T-1', '0.01'), { ...tariff('T-2', '0.02'), rate: 0.02 }, { ...tariff('T-3', '0.03'), source: '' }];
    await expect(propose('2026-03-02', rows)).rejects.toMatchObject({
      code: 'RULES_INVALID', field: 'rules.tariffs.1.rate',
      details: { count: 2, problems: [{ path: 'tariffs.1.rate', row: 'T-2', code: 'RATE', zh: expect.any(String), en: expect.any(String) }, { path: 'tariffs.2.source', row: 'T-3' }] },
    });
    const [{ count }] = (await world.test.asAdmin('SELECT count(*) FROM pack WHERE network_id = $1', [world.networkId])) as [{ count: bigint | string }];
    expect(String(count)).toBe('0');
  });

  it('are told up to fifty, and counted all', async () => {
    const rows = Array.from({ length: 60 }, (_, i) => ({ ...tariff(`T-${i}`, '1'), rate: null }));
    const refusal = await propose('2026-03-02', rows).catch((error: unknown) => error as { details: { count: number; problems: unknown[] } });
    expect(refusal).toMatchObject({ details: { count: 60 } });
    expect((refusal as { details: { problems: unknown[] } }).details.problems).toHaveLength(50);
  });

  it('may name no pack of which no version is in force on the day they start', async () => {
    const rows = [tariff('see late', '1'), tariff('see nowhere', '2')];
    await expect(propose('2026-03-02', rows)).rejects.toMatchObject({
      code: 'RULES_INVALID', details: { count: 1, problems: [{ path: 'tariffs.1.id', row: 'see nowhere', code: 'UNKNOWN_PACK' }] },
    });
    await decide(await propose('2026-03-10', [], { code: 'nowhere' }));
    await expect(propose('2026-03-09', rows)).rejects.toMatchObject({ code: 'RULES_INVALID' });
    expect((await propose('2026-03-10', rows)).state).toBe('proposed');
  });

  it('and rules beyond all measure are not looked through', async () => {
    const rows = Array.from({ length: 1_999 }, (_, i) => tariff(`T-${i} ${'x'.repeat(90)}`, '1'));
    await expect(propose('2026-03-02', rows)).rejects.toMatchObject({ code: 'RULES_TOO_LARGE', field: 'rules' });
  });

  it('are based on a pack of their own kind that is there', async () => {
    const goods = await proposePack(world.database, world.person(), {
      ...world.key(), kind: 'goods', code: 'few', nameZh: '少', nameEn: 'Few', basedOnId: null, reason: 'Few.', effectiveFrom: day('2026-03-02'), rules: { goods: [] },
    });
    await expect(propose('2026-03-02', [], { basedOnId: goods.result.pack.id } as object)).rejects.toMatchObject({ code: 'OTHER_KIND', field: 'basedOnId' });
    await expect(propose('2026-03-02', [], { basedOnId: world.networkId } as object)).rejects.toMatchObject({ code: 'NOT_FOUND', field: 'basedOnId' });
    expect((await propose('2026-03-02', [], { basedOnId: shippedTariff('wear', 1) } as object)).basedOnId).toBe(shippedTariff('wear', 1));
  });
});

describe('The difference of packs', () => {
  it('between a shipped pack and its adoption is empty, and their digests are one', async () => {
    const pack = await adopt(shippedTariff('wear', 1), '2026-03-02');
    expect(await difference(shippedTariff('wear', 1), pack.id)).toEqual([]);
    expect(pack.digest).toBe(digestOf(rulesOf(tariff('T-1', '0.005'))));
  });

  it('tells what a change would be before it is put forward, by what a pack shows of itself', async () => {
    const id = shippedTariff('wear', 1);
    const [json] = await world.database.read(world.person(), async (tx) => rulesAsJson(tx, await readPacks(tx, [id])));
    expect(await difference(id, null, json)).toEqual([]);
    expect(await difference(id, null, { tariffs: [tariff('T-1', '0.01')] })).toEqual([
      { section: 'tariffs', id: 'T-1', change: 'changed', fields: [{ name: 'rate', before: '"0.005"', after: '"0.01"' }] },
    ]);
  });

  it('asks for one second side, of the same kind, that is there and valid', async () => {
    const id = shippedTariff('wear', 1);
    await expect(difference(id, null)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(difference(id, id, { tariffs: [] })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(difference(id, world.networkId)).rejects.toMatchObject({ code: 'NOT_FOUND', field: 'toId' });
    await expect(difference(id, null, { tariffs: [{}] })).rejects.toMatchObject({ code: 'RULES_INVALID' });
  });
});
