import { cny, Mall, type Answered } from '../support/mall.js';

let mall: Mall;
let other: Mall;
let today: string;
beforeAll(async () => {
  mall = await Mall.open();
  other = await Mall.on(mall.api, 'Other Plaza');
  today = (await (await mall.as('COMPLAINT_DESK')).ask('{ network { today } }')).network.today;
});
afterAll(() => mall?.api.close());

const code = 'mall-apparel-and-footwear';
const question = `query($facts: RemedyFactsInput!) { assessRemedy(facts: $facts) {
  options { remedy rules packVersion refund { amount } lines { formula } } missing { fact rules } packs { id kind code version digest }
} }`;
const daysFrom = (day: string, n: number) => new Date(Date.parse(day) + n * 86_400_000).toISOString().slice(0, 10);
/** Shoes for 210 yuan whose heel comes off on the day after the third. */
const onDayFour = (reportedOn: string) =>
  ({ goods: 'LEATHER_SHOES', price: cny('210.00'), soldOn: daysFrom(reportedOn, -4), reportedOn, defect: 'HEEL_OFF', card: true, voucher: true, circumstances: [], repairs: [] });
const assessed = async (of: Mall, facts: object): Promise<Answered> => (await (await of.as('COMPLAINT_DESK')).ask(question, { facts })).assessRemedy;
const refusalOf = async (facts: object): Promise<unknown> =>
  (await mall.api.ask(question, { as: (await mall.as('COMPLAINT_DESK')).token, variables: { facts } })).body.errors?.map(({ message, extensions }) => [extensions.code, message]);

interface Row { id: string; when: { within?: { n: unknown }[] } }
interface GoodsRow { category: string; priceBasis: string }
interface Rules { rows: Row[]; goods: GoodsRow[] }
interface Shipped { id: string; code: string; rules: Rules; digest: string }
const shipped = async (of: string): Promise<Shipped> =>
  ((await (await mall.as('COMPLAINT_DESK')).ask('{ shippedPacks { id code rules digest } }')).shippedPacks as unknown as Shipped[]).find((pack) => pack.code === of)!;
const approve = async (packId: string): Promise<unknown> =>
  (await mall.as('SUPERVISION')).act('decidePack', 'pack { state }', { packId, approve: true, reason: 'Looked at.' });
const propose = async (kind: string, of: string, effectiveFrom: string, rules: unknown): Promise<string> => {
  const names = { nameZh: '本商场', nameEn: 'Ours', reason: 'As agreed.' };
  const { pack } = await (await mall.as('OPERATOR_ADMINISTRATOR')).act('proposePack', 'pack { id }', { kind, code: of, effectiveFrom, rules, ...names });
  await approve(pack.id);
  return pack.id;
};
/** The mall's rules with another figure for the three days of TG-A4 E. */
const withDays = (rules: Rules, n: unknown): Rules => {
  const changed = structuredClone(rules);
  changed.rows.find(({ id }) => id === 'TG-A4 E')!.when.within![0]!.n = n;
  return changed;
};
const tableWith = async (change: (goods: GoodsRow[]) => GoodsRow[]) => ({ goods: change((await shipped('goods')).rules.goods) });

describe('A network\'s own guarantee packs', () => {
  it('TG-A4 are adopted, changed in one figure, and decide from their day: neither before it, nor in another network', async () => {
    const admin = await mall.as('OPERATOR_ADMINISTRATOR');
    const ours = await shipped(code);
    const adopted = (await admin.act('adoptPack', 'pack { id }', { packId: ours.id, effectiveFrom: '2026-01-01', reason: 'Ours.' })).pack.id;
    expect(await admin.refusal('decidePack', { packId: adopted, approve: true, reason: 'Mine.' })).toBe('OWN_PROPOSAL');
    await approve(adopted);
    const rules = withDays(ours.rules, 5);
    const { packDifference } = await admin.ask('query($f: ID!, $r: JSONObject) { packDifference(fromId: $f, toRules: $r) { id change fields { name } } }', { f: adopted, r: rules });
    expect(packDifference).toEqual([{ id: 'TG-A4 E', change: 'CHANGED', fields: [{ name: 'when' }] }]);
    const changed = await propose('guarantee', code, today, rules);

    const [before, after, elsewhere] = [await assessed(mall, onDayFour(daysFrom(today, -1))), await assessed(mall, onDayFour(today)), await assessed(other, onDayFour(today))];
    const remedies = ({ options }: Answered) => options.map(({ remedy, packVersion }) => [remedy, packVersion]);
    expect(remedies(before)).toEqual([['REPAIR', 1]]);
    expect(remedies(after)).toEqual([['REPAIR', 2], ['EXCHANGE', 2], ['REFUND', 2]]);
    expect(remedies(elsewhere)).toEqual([['REPAIR', 1]]);
    const table = expect.objectContaining({ kind: 'goods', code: 'goods', version: 1 }) as unknown;
    expect(before.packs.slice(0, 2)).toEqual([table, { id: adopted, kind: 'guarantee', code, version: 1, digest: ours.digest }]);
    expect(after.packs.slice(0, 2)).toEqual([table, { id: changed, kind: 'guarantee', code, version: 2, digest: expect.not.stringMatching(ours.digest) }]);
    expect(elsewhere.packs[1]).toMatchObject({ id: ours.id, version: 1 });
  });

  it('that have a wrong row are refused by row and field, all of them at once', async () => {
    const rules = withDays((await shipped(code)).rules, 2.5);
    rules.rows.push({ id: 'X-1', source: 'ours', mark: 'D', when: { moon: 'full' } } as never);
    const query = 'mutation($i: ProposePackInput!) { proposePack(input: $i) { pack { id } errors { code field details } } }';
    const input = { kind: 'guarantee', code, nameZh: '某', nameEn: 'x', effectiveFrom: today, reason: 'x', rules, validateOnly: true };
    const { proposePack } = await (await mall.as('OPERATOR_ADMINISTRATOR')).ask(query, { i: input });
    expect(proposePack).toMatchObject({
      pack: null, errors: [{
        code: 'RULES_INVALID', field: 'rules.rows.18.when.within.0.n',
        details: { problems: [{ path: 'rows.18.when.within.0.n', row: 'TG-A4 E', code: 'WHOLE' }, { path: `rows.${rules.rows.length - 1}.when.moon`, row: 'X-1', code: 'UNKNOWN_FIELD' }] },
      }],
    });
  });

  it('that this program cannot read are refused by name, until another version takes their place', async () => {
    const heaters = await shipped('heaters');
    const facts = { goods: 'HEATER', price: cny('100.00') };
    const old = await propose('guarantee', 'heaters', today, heaters.rules);
    // As a program would find it that has lost a word of the vocabulary.
    await mall.api.test.asAdmin(`UPDATE pack SET rules = jsonb_set(rules, '{rows,0,when}', '{"moon": "full"}'), digest = repeat('0', 64) WHERE code = 'heaters'`);
    expect(await refusalOf(facts)).toEqual([['PACK_UNREADABLE', expect.stringMatching(/heaters.* 2.*rows\.0\.when\.moon/)]]);
    expect((await assessed(mall, { ...facts, goods: 'PROJECT' })).packs.map((pack) => pack.code)).toContain('project');
    await mall.advance(1);
    const fresh = await propose('guarantee', 'heaters', daysFrom(today, 1), heaters.rules);
    expect((await assessed(mall, facts)).packs[1]).toMatchObject({ id: fresh, version: 3 });
    expect(fresh).not.toBe(old);
  });
});

describe('A network\'s own table of goods', () => {
  const shoes = { goods: 'LEATHER_SHOES', price: cny('458.00'), soldOn: '2026-01-02', reportedOn: '2026-01-14', defect: 'BROKEN_SOLE', card: true, voucher: true, circumstances: [], repairs: [] };
  const refund = ({ options }: Answered) => options.find(({ remedy }) => remedy === 'REFUND') ?? null;

  it('TG-A6 has refunds and wear reckoned by what was paid, asks for it where nobody knows it, and goes by the invoice elsewhere', async () => {
    const now = (await (await mall.as('COMPLAINT_DESK')).ask('{ network { today } }')).network.today;
    await propose('goods', 'goods', now, await tableWith((goods) => goods.map((row) => (row.category === 'leather_shoes' ? { ...row, priceBasis: 'paid' } : row))));
    const recent = { ...shoes, soldOn: daysFrom(now, -12), reportedOn: now };
    const paid = refund(await assessed(mall, { ...recent, paid: cny('400.00') }))!;
    expect(paid).toMatchObject({ refund: { amount: '376.00' }, lines: [{}, { formula: '400.00 × 0.005 × 12' }, {}] });
    const unknown = await assessed(mall, recent);
    expect([refund(unknown), unknown.missing.find(({ fact }) => fact === 'paid')?.rules]).toEqual([null, expect.arrayContaining(['TG-A4 A'])]);
    expect(refund(await assessed(other, { ...shoes, paid: cny('400.00') }))).toMatchObject({ refund: { amount: '430.52' } });
  });

  it('refuses goods that it does not have, and adds a pack to those it has', async () => {
    const now = await mall.advance(1);
    await propose('goods', 'goods', now, await tableWith((goods) => goods.filter(({ category }) => category !== 'fan')
      .map((row) => (row.category === 'other_goods' ? { ...row, packs: ['general-goods', 'consumer-law'] } : row))));
    expect(await refusalOf({ goods: 'FAN', price: cny('100.00') })).toEqual([['GOODS_NOT_IN_TABLE', expect.stringContaining('fan')]]);
    expect((await assessed(mall, { goods: 'OTHER_GOODS', price: cny('100.00') })).packs.map((pack) => pack.code)).toEqual(['goods', 'general-goods', 'consumer-law']);
    expect((await assessed(other, { goods: 'FAN', price: cny('100.00') })).packs.map((pack) => pack.code)).toContain('national-three-guarantees');
  });
});
