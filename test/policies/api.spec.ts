import { openRooms } from '../../apps/api/src/rooms.js';
import { unshipped } from './references.js';
import { Mall, type Answered, type Speaker } from '../support/mall.js';

let mall: Mall;
let admin: Speaker;
let today: string;
beforeAll(async () => {
  mall = await Mall.open();
  admin = await mall.as('OPERATOR_ADMINISTRATOR');
  today = (await admin.ask('{ network { today } }')).network.today;
});
afterAll(() => mall?.api.close());

const goods = async (): Promise<Answered> => (await admin.ask('{ shippedPacks(kind: "goods") { id state version effectiveFrom digest rules rows { section id source mark fields } } }')).shippedPacks[0]!;
const named = { kind: 'goods', code: 'goods', nameZh: '商品', nameEn: 'Goods', reason: 'Our own goods.' };
const inForce = async (who: Speaker): Promise<Answered> =>
  (await who.ask('{ packInForce(kind: "goods", code: "goods") { byDefault pack { id version state digest rules } } }')).packInForce;

describe('Packs by the API', () => {
  it('are shown as shipped, with the source and mark of every row', async () => {
    const shipped = await goods();
    expect(shipped).toMatchObject({ state: 'SHIPPED', version: 1, effectiveFrom: '2000-01-01' });
    expect((shipped.rows as unknown as { id: string }[]).find(({ id }) => id === 'leather_shoes')).toMatchObject({
      section: 'goods', source: 'S2 ㈤', mark: 'S', fields: { category: 'leather_shoes', priceBasis: 'invoice' },
    });
    expect((await admin.ask('{ packKinds { kind } }')).packKinds).toContainEqual({ kind: 'goods' });
  });

  it('RO-1 are copied, changed, compared, put forward by one and decided by another, and then in force', async () => {
    const desk = await mall.as('COMPLAINT_DESK');
    expect(await inForce(desk)).toMatchObject({ byDefault: true, pack: { state: 'SHIPPED' } });
    const shipped = await goods();
    const rules = structuredClone(shipped.rules) as unknown as { goods: { category: string; priceBasis: string }[] };
    rules.goods.find(({ category }) => category === 'suit')!.priceBasis = 'paid';
    const difference = await admin.ask('query($f: ID!, $r: JSONObject) { packDifference(fromId: $f, toRules: $r) { section id change fields { name before after } } }', { f: shipped.id, r: rules });
    const changes = [{ section: 'goods', id: 'suit', change: 'CHANGED', fields: [{ name: 'priceBasis', before: '"invoice"', after: '"paid"' }] }];
    expect(difference.packDifference).toEqual(changes);
    const { pack } = await admin.act('proposePack', 'pack { id state basedOnId }', { ...named, effectiveFrom: today, basedOnId: shipped.id, rules });
    expect(pack).toMatchObject({ state: 'PROPOSED', basedOnId: shipped.id });
    expect(await admin.refusal('decidePack', { packId: pack.id, approve: true, reason: 'Mine.' })).toBe('OWN_PROPOSAL');
    await (await mall.as('SUPERVISION')).act('decidePack', 'pack { state }', { packId: pack.id, approve: true, reason: 'Right.' });
    expect(await inForce(desk)).toMatchObject({ byDefault: false, pack: { id: pack.id, version: 2, state: 'APPROVED', rules } });
    const { packDifference } = await admin.ask('query($f: ID!, $t: ID!) { packDifference(fromId: $f, toId: $t) { section id change fields { name before after } } }', { f: shipped.id, t: pack.id });
    expect(packDifference).toEqual(changes);
  });

  it('that are wrong are refused with the row and the reason, in the language of who asks', async () => {
    const query = 'mutation($i: ProposePackInput!) { proposePack(input: $i) { pack { id } errors { code field message details } } }';
    const row = { id: 'x', source: 'S2', mark: 'S', category: 'x', zh: '某', en: 'x', packs: [], priceBasis: 'guess' };
    const { body } = await mall.api.ask(query, { as: admin.token, variables: { i: { ...named, effectiveFrom: today, rules: { goods: [row] }, validateOnly: true } } });
    expect(body.data!.proposePack).toMatchObject({
      pack: null,
      errors: [{
        code: 'RULES_INVALID', field: 'rules.goods.0.priceBasis', message: expect.stringContaining('goods.0.priceBasis'),
        details: { count: 1, problems: [{ path: 'goods.0.priceBasis', row: 'x', code: 'ONE_OF', zh: expect.any(String), en: expect.any(String) }] },
      }],
    });
  });

  it('are tried without being kept', async () => {
    const starts = (await admin.ask('{ packs(kind: "goods", state: PROPOSED) { edges { node { id } } } }')).packs.edges.length;
    const tomorrow = new Date(Date.parse(today) + 86_400_000).toISOString().slice(0, 10);
    const { pack } = await admin.act('adoptPack', 'pack { id state }', { packId: (await goods()).id, effectiveFrom: tomorrow, reason: 'Ours.', validateOnly: true });
    expect(pack.state).toBe('PROPOSED');
    expect((await admin.ask('query($id: ID!) { node(id: $id) { id } }', { id: pack.id })).node).toBeNull();
    expect((await admin.ask('{ packs(kind: "goods", state: PROPOSED) { edges { node { id } } } }')).packs.edges).toHaveLength(starts);
  });
});

describe('Shipped packs of every room', () => {
  it('name no pack that is not shipped', () => {
    openRooms();
    expect(unshipped()).toEqual([]);
  });
});
