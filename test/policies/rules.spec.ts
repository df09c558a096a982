import { day } from '@app/kernel';
import { digestOf, proposePack, readPacks, rulesAsJson } from '@app/policies';
import { World } from '../support/world.js';
import { Packs } from './packs.js';
import { rulesOf, shippedTariff, tariff } from './tariffs.js';

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

describe('Invalid rules', () => {
  it('are refused with every row that is wrong and why, and nothing is written', async () => {
    const rows = [tariff('T-1', '0.01'), { ...tariff('T-2', '0.02'), rate: 0.02 }, { ...tariff('T-3', '0.03'), source: '' }];
    await expect(packs.propose('2026-03-02', rows)).rejects.toMatchObject({
      code: 'RULES_INVALID', field: 'rules.tariffs.1.rate',
      details: { count: 2, problems: [{ path: 'tariffs.1.rate', row: 'T-2', code: 'RATE', zh: expect.any(String), en: expect.any(String) }, { path: 'tariffs.2.source', row: 'T-3' }] },
    });
    const [{ count }] = (await world.test.asAdmin('SELECT count(*) FROM pack WHERE network_id = $1', [world.networkId])) as [{ count: bigint | string }];
    expect(String(count)).toBe('0');
  });

  it('are told up to fifty, and counted all', async () => {
    const rows = Array.from({ length: 60 }, (_, i) => ({ ...tariff(`T-${i}`, '1'), rate: null }));
    const refusal = await packs.propose('2026-03-02', rows).catch((error: unknown) => error as { details: { count: number; problems: unknown[] } });
    expect(refusal).toMatchObject({ details: { count: 60 } });
    expect((refusal as { details: { problems: unknown[] } }).details.problems).toHaveLength(50);
  });

  it('may name no pack of which no version is in force on the day they start', async () => {
    const rows = [tariff('see late', '1'), tariff('see nowhere', '2')];
    await expect(packs.propose('2026-03-02', rows)).rejects.toMatchObject({
      code: 'RULES_INVALID', details: { count: 1, problems: [{ path: 'tariffs.1.id', row: 'see nowhere', code: 'UNKNOWN_PACK' }] },
    });
    await packs.decide(await packs.propose('2026-03-10', [], { code: 'nowhere' }));
    await expect(packs.propose('2026-03-09', rows)).rejects.toMatchObject({ code: 'RULES_INVALID' });
    expect((await packs.propose('2026-03-10', rows)).state).toBe('proposed');
  });

  it('and rules beyond all measure are not looked through', async () => {
    const rows = Array.from({ length: 1_999 }, (_, i) => tariff(`T-${i} ${'x'.repeat(90)}`, '1'));
    await expect(packs.propose('2026-03-02', rows)).rejects.toMatchObject({ code: 'RULES_TOO_LARGE', field: 'rules' });
  });

  it('are based on a pack of their own kind that is there', async () => {
    const goods = await proposePack(world.database, world.person(), {
      ...world.key(), kind: 'goods', code: 'few', nameZh: '少', nameEn: 'Few', basedOnId: null, reason: 'Few.', effectiveFrom: day('2026-03-02'), rules: { goods: [] },
    });
    await expect(packs.propose('2026-03-02', [], { basedOnId: goods.result.pack.id })).rejects.toMatchObject({ code: 'OTHER_KIND', field: 'basedOnId' });
    await expect(packs.propose('2026-03-02', [], { basedOnId: world.networkId })).rejects.toMatchObject({ code: 'NOT_FOUND', field: 'basedOnId' });
    expect((await packs.propose('2026-03-02', [], { basedOnId: shippedTariff('wear', 1) })).basedOnId).toBe(shippedTariff('wear', 1));
  });
});

describe('The difference of packs', () => {
  it('between a shipped pack and its adoption is empty, and their digests are one', async () => {
    const pack = await packs.adopt(shippedTariff('wear', 1), '2026-03-02');
    expect(await packs.difference(shippedTariff('wear', 1), pack.id)).toEqual([]);
    expect(pack.digest).toBe(digestOf(rulesOf(tariff('T-1', '0.005'))));
  });

  it('tells what a change would be before it is put forward, by what a pack shows of itself', async () => {
    const id = shippedTariff('wear', 1);
    const [json] = await world.database.read(world.person(), async (tx) => rulesAsJson(tx, await readPacks(tx, [id])));
    expect(await packs.difference(id, null, json)).toEqual([]);
    expect(await packs.difference(id, null, { tariffs: [tariff('T-1', '0.01')] })).toEqual([
      { section: 'tariffs', id: 'T-1', change: 'changed', fields: [{ name: 'rate', before: '"0.005"', after: '"0.01"' }] },
    ]);
  });

  it('asks for one second side, of the same kind, that is there and valid', async () => {
    const id = shippedTariff('wear', 1);
    await expect(packs.difference(id, null)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(packs.difference(id, id, { tariffs: [] })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(packs.difference(id, world.networkId)).rejects.toMatchObject({ code: 'NOT_FOUND', field: 'toId' });
    await expect(packs.difference(id, null, { tariffs: [{}] })).rejects.toMatchObject({ code: 'RULES_INVALID' });
  });
});
