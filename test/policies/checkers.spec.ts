import { decidePack, packsAfter, readPacks } from '@app/policies';
import { World } from '../support/world.js';
import { Packs } from './packs.js';
import { shippedTariff, tariff } from './tariffs.js';

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

describe('Maker and checker', () => {
  it('RO-1 one puts a pack forward and another decides: until then nothing changes, and the proposer may not', async () => {
    const maker = world.person();
    const pack = await packs.propose('2026-03-02', [tariff('T-1', '0.01')], {}, maker);
    expect(pack).toMatchObject({ state: 'proposed', version: 3, proposedBy: maker.personId, adopted: false });
    expect(await packs.rateOn('2026-03-02')).toBe('0.005');
    await expect(packs.decide(pack, true, maker)).rejects.toMatchObject({ code: 'OWN_PROPOSAL' });
    await expect(packs.decide(pack, false, maker)).rejects.toMatchObject({ code: 'OWN_PROPOSAL' });
    expect(await packs.decide(pack)).toMatchObject({ state: 'approved', decidedOn: '2026-03-02', decisionReason: 'Looked at.' });
    expect(await packs.rateOn('2026-03-02')).toBe('0.01');
  });

  it('holds for an adoption too', async () => {
    const maker = world.person();
    const pack = await packs.adopt(shippedTariff('wear', 1), '2026-03-02', maker);
    await expect(packs.decide(pack, true, maker)).rejects.toMatchObject({ code: 'OWN_PROPOSAL' });
  });

  it('decides once, and what is refused stays to be seen and is never in force', async () => {
    const pack = await packs.decide(await packs.propose('2026-03-02', [tariff('T-1', '0.01')]), false);
    expect(pack.state).toBe('refused');
    await expect(packs.decide(pack)).rejects.toMatchObject({ code: 'ALREADY_DECIDED', details: { state: 'refused' } });
    expect(await packs.rateOn('2026-03-02')).toBe('0.005');
    const listed = await world.database.read(world.person(), (tx) => packsAfter(tx, { kind: 'tariff', code: 'wear', state: 'refused' }, null, 10));
    expect(listed.map(({ id, decisionReason }) => [id, decisionReason])).toEqual([[pack.id, 'Looked at.']]);
  });

  it('decides once however many decide at the same time', async () => {
    const pack = await packs.propose('2026-03-02', [tariff('T-1', '0.01')]);
    const done = await Promise.allSettled(Array.from({ length: 4 }, (_, i) => packs.decide(pack, i % 2 === 0)));
    const refusals = done.flatMap((one) => (one.status === 'rejected' ? [(one.reason as { code: string }).code] : []));
    expect(refusals).toEqual(['ALREADY_DECIDED', 'ALREADY_DECIDED', 'ALREADY_DECIDED']);
  });

  it('finds no pack of another network, nor a shipped one', async () => {
    const pack = await packs.propose('2026-03-02', [tariff('T-1', '0.01')]);
    const other = await shared.neighbour();
    const input = { packId: pack.id, approve: true, reason: 'Mine.' };
    await expect(decidePack(other.database, other.person(), { ...other.key(), ...input })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(decidePack(world.database, world.person(), { ...world.key(), ...input, packId: shippedTariff('wear', 1) })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(packs.adopt(pack.id, '2026-03-02')).rejects.toMatchObject({ code: 'NOT_SHIPPED', field: 'packId' });
    await expect(new Packs(other).adopt(pack.id, '2026-03-02')).rejects.toMatchObject({ code: 'NOT_FOUND', field: 'packId' });
  });

  it('keeps proposals from a shop', async () => {
    const shop = world.person({ memberId: (await world.member()).id });
    const open = await packs.propose('2026-03-02', [tariff('T-1', '0.01')]);
    const done = await packs.approved('2026-03-03', tariff('T-1', '0.02'));
    const all = { kind: null, code: null, state: null };
    const seen = await world.database.read(shop, async (tx) => [await packsAfter(tx, all, null, 10), await readPacks(tx, [open.id, done.id])]);
    expect(seen.map((list) => list.map(({ id }) => id))).toEqual([[done.id], [done.id]]);
  });
});

describe('A start', () => {
  it('is no further back than the network permits, when proposed and when decided', async () => {
    await expect(packs.propose('2026-01-29', [])).rejects.toMatchObject({ code: 'DAY_TOO_EARLY', field: 'effectiveFrom', details: { earliest: '2026-01-30' } });
    const pack = await packs.propose('2026-01-30', [tariff('T-1', '0.01')]);
    world.on('2026-03-03');
    await expect(packs.decide(pack)).rejects.toMatchObject({ code: 'DAY_TOO_EARLY' });
    expect((await packs.decide(pack, false)).state).toBe('refused');
  });

  it('of the first adoption of a code may lie further back, of the next may not', async () => {
    await packs.decide(await packs.adopt(shippedTariff('wear', 1), '2015-01-01'));
    expect(await packs.inForce('2015-01-01')).toMatchObject({ version: 1, byDefault: false });
    await expect(packs.adopt(shippedTariff('wear', 2), '2016-01-01')).rejects.toMatchObject({ code: 'DAY_TOO_EARLY' });
    expect((await packs.adopt(shippedTariff('late', 1), '2016-01-01')).state).toBe('proposed');
  });

  it('is no more than ten years ahead', async () => {
    expect((await packs.propose('2036-03-02', [])).effectiveFrom).toBe('2036-03-02');
    await expect(packs.propose('2036-03-03', [])).rejects.toMatchObject({ code: 'DAY_TOO_LATE', details: { latest: '2036-03-02' } });
  });

  it('is no other approved version\'s of the code, when proposed and when decided', async () => {
    const late = await packs.propose('2026-03-10', [tariff('T-1', '0.03')]);
    await packs.approved('2026-03-10', tariff('T-1', '0.01'));
    await expect(packs.propose('2026-03-10', [])).rejects.toMatchObject({ code: 'STARTS_TWICE', field: 'effectiveFrom', details: { effectiveFrom: '2026-03-10' } });
    await expect(packs.decide(late)).rejects.toMatchObject({ code: 'STARTS_TWICE' });
    expect((await packs.propose('2026-03-10', [tariff('T-2', '0.01')], { code: 'late' })).state).toBe('proposed');
  });
});
