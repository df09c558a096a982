import { complaintAnalysis, type ComplaintAnalysis, type DimensionName, type IndicatorName } from '@app/analysis';
import { day, type Caller } from '@app/kernel';
import { taken } from '../complaints/desk.js';
import { World } from '../support/world.js';
import { lines, tellTwoMonths, type TwoMonths } from './two-months.js';

let world: World;
let told: TwoMonths;
const now = new Date('2026-04-02T02:00:00Z');

beforeAll(async () => {
  world = await World.make();
  told = await tellTwoMonths(world);
}, 120_000);
afterAll(() => world?.drop());

const caller = (more: Partial<Caller> = {}) => world.person({ now, today: day('2026-04-02'), ...more });
const analysed = (code: string, by?: readonly DimensionName[], who = caller()): Promise<ComplaintAnalysis> =>
  world.database.read(who, (tx) => complaintAnalysis(tx, code, by));
const rowOf = (analysis: ComplaintAnalysis, by: string, key: string | null) => [analysis.total, ...analysis.rows].find((row) => row.by === by && row.key === key)!;
const figure = (analysis: ComplaintAnalysis, name: IndicatorName, by = 'total', key: string | null = '') =>
  rowOf(analysis, by, key).figures.find(({ indicator }) => indicator === name)!;
const keys = (analysis: ComplaintAnalysis, by: string) => analysis.rows.filter((row) => row.by === by).map(({ key }) => key);
const counted = (analysis: ComplaintAnalysis, by: string) =>
  Object.fromEntries(analysis.rows.filter((row) => row.by === by).map(({ key, figures }) => [key, figures.find(({ indicator }) => indicator === 'counted')!.value]));

describe('The analysis of two months', () => {
  let march: ComplaintAnalysis;
  beforeAll(async () => {
    march = await analysed('2026-03');
  });

  // this month, its parts, last month, the change; computed by hand from two-months.ts
  it.each<[IndicatorName, string | null, number | null, number | null, string | null, string | null]>([
    ['received', '12', 12, null, '12', '0'],
    ['counted', '9', 9, null, '11', '-2'],
    ['withdrawn', '1', 1, null, '1', '0'],
    ['unfounded', '1', 1, null, '0', '1'],
    ['merged', '1', 1, null, '0', '1'],
    ['open', '1', 1, null, '0', '1'],
    ['reopened', '1', 1, null, '0', '1'],
    ['ended_repaired', '3', 3, null, '1', '2'],
    ['ended_refunded', '1', 1, null, '2', '-1'],
    ['ended_exchanged', '1', 1, null, '6', '-5'],
    ['ended_agreed', '2', 2, null, '2', '0'],
    ['ended_rejected', '1', 1, null, '0', '1'],
    ['ended_compensated', '0', 0, null, '0', '0'],
    ['ended_referred', '0', 0, null, '0', '0'],
    // 5 10 15 30 45 60 240; before: 10 20 20 30 30 40 50 60 90 300
    ['first_response_median', '30', 30, null, '30', '0'],
    ['first_response_p90', '240', 240, null, '90', '150'],
    ['response_rate', '0.7778', 7, 9, '0.9091', '-0.1313'],
    ['response_in_time', '0.25', 1, 4, null, null],
    // 10 100 300 329 400 1300 2000 3000; before: 30 60 110 120 120 130 140 150 160 500 600
    ['resolution_median', '329', 329, null, '130', '199'],
    ['resolution_p90', '3000', 3000, null, '500', '2500'],
    // kept 3 4 1 0 7 3 2 1 2 of M1 M2 M3 M4 M5 M6 M9 M11 M12; missed 0 1 4 3 3 0 0 4 0; before: 28 and 3
    ['timely', '0.6053', 23, 38, '0.9032', '-0.2979'],
    ['first_time_fix', '0.6667', 2, 3, null, null],
    ['content', '0.75', 3, 4, '1', '-0.25'],
    ['satisfaction', '4', 16, 4, '4', '0'],
    ['sales', '55', 55, null, null, null],
    ['turnover', '25190.00', null, null, null, null],
    ['complaint_rate', '0.1636', 9, 55, null, null],
    ['return_rate', '0.0182', 1, 55, null, null],
  ])('CX-10 QM-6 counts %s: %s of %s and %s, %s before, a change of %s', (name, value, part, whole, last, change) => {
    expect(figure(march, name)).toMatchObject({ value, part, whole, last, change });
  });

  it('CX-10 tells them apart by shop, category, cause, outcome, channel and who is responsible', () => {
    const { A, B, C } = told.shops;
    expect(counted(march, 'shop')).toEqual({ [A]: '5', [B]: '4', [C]: '0' });
    expect(counted(march, 'category')).toEqual({ jacket: '4', leather_shoes: '4', null: '1' });
    expect(counted(march, 'cause')).toEqual({ broken_sole: '3', broken_zip: '2', open_seam: '2', heel_off: '1', null: '1', fading: '0' });
    expect(counted(march, 'outcome')).toEqual({ repaired: '3', agreed: '2', exchanged: '1', refunded: '1', rejected: '1', null: '1' });
    expect(counted(march, 'channel')).toEqual({ counter: '9' });
    expect(counted(march, 'responsible')).toEqual({ maker: '1', null: '8' });
    // Solutions of a cause, and the same of a shop in the month before.
    expect(['ended_repaired', 'ended_refunded', 'ended_agreed'].map((name) => figure(march, name as IndicatorName, 'cause', 'broken_sole').value)).toEqual(['1', '1', '1']);
    expect(figure(march, 'counted', 'shop', B)).toMatchObject({ value: '4', last: '8', change: '-4' });
  });

  it('CX-10 tells what came of each kind of clock', () => {
    const kept = (key: string) => Object.values({ ...figure(march, 'timely', 'clock', key) }).slice(2, 4);
    expect(keys(march, 'clock')).toHaveLength(5);
    // M2 and M5; M3, M5 again and M11 are missed. Then M2, M3, M5; M5 again, M11.
    expect(kept('counter_acted CX-1')).toEqual([2, 5]);
    expect(kept('supervision_answered CX-1')).toEqual([3, 5]);
    // M1 M5 M5 M6 M9 M12; M2 M3 M4 M11. Then M1 M2 M5 M6; M3 M4 M5 M11. Then all but M3 and M4, M5 twice.
    expect(kept('settled_in_shift CX-2')).toEqual([6, 10]);
    expect(kept('handled CX-3')).toEqual([4, 8]);
    expect(kept('settled CX-3')).toEqual([8, 10]);
    expect(rowOf(march, 'clock', 'handled CX-3').figures).toHaveLength(1);
  });

  it('CX-10 counts by the day in the network\'s zone, and nothing of another month', async () => {
    expect(lines.filter(([, , at]) => at.startsWith('03')).map(([name]) => name)).toHaveLength(12);
    expect(figure(await analysed('2026-04', []), 'received')).toMatchObject({ value: '1', last: '12' });
    const quiet = await analysed('2025-12');
    expect(quiet.rows).toEqual([]);
    expect(quiet.total.figures.map(({ value, last }) => [value, last]).filter(([value, last]) => (value ?? '0') !== '0' || (last ?? '0') !== '0')).toEqual([]);
  });

  it('QM-3 collects faults by product, model and cause, where the model is known and where it is not', () => {
    expect(counted(march, 'fault')).toMatchObject({
      '["leather_shoes", "Oxford 7", "broken_sole"]': '2', '["leather_shoes", null, "broken_sole"]': '1', '["jacket", null, "open_seam"]': '2', '[null, null, null]': '1',
    });
    expect(figure(march, 'ended_refunded', 'fault', '["leather_shoes", "Oxford 7", "broken_sole"]').value).toBe('1');
  });

  it('QM-4 gives the share of returns in sales by month, shop and customer, and none where no sale is known', async () => {
    expect(figure(march, 'return_rate', 'shop', told.shops.A)).toMatchObject({ value: '0.025', part: 1, whole: 40, last: null });
    const [consumer] = keys(march, 'consumer');
    expect(keys(march, 'consumer')).toHaveLength(1);
    expect(figure(march, 'return_rate', 'consumer', consumer!)).toMatchObject({ value: '1', part: 1, whole: 1 });
    expect(figure(await analysed('2026-02', []), 'return_rate')).toMatchObject({ value: null, part: 2, whole: null, met: null });
    // A purchase that only a complaint told of says nothing of how much is sold.
    const neighbour = await world.neighbour();
    await taken(neighbour, (await neighbour.member()).id, { voucher: 'N-1' });
    const theirs = await neighbour.database.read(neighbour.person(), (tx) => complaintAnalysis(tx, '2026-03'));
    expect([figure(theirs, 'counted').value, figure(theirs, 'sales').value, figure(theirs, 'complaint_rate').value]).toEqual(['1', null, null]);
  });

  it('QM-6 gives the figures by shop and by person, with what they are of, and against the target', () => {
    const { A, B, C } = told.shops;
    expect(figure(march, 'complaint_rate', 'shop', A)).toMatchObject({ value: '0.125', part: 5, whole: 40, target: '0.01', met: false });
    expect(figure(march, 'complaint_rate', 'shop', B)).toMatchObject({ value: '0.4', part: 4, whole: 10 });
    expect(figure(march, 'complaint_rate', 'shop', C)).toMatchObject({ value: '0', part: 0, whole: 5, met: true });
    expect(figure(march, 'complaint_rate', 'salesperson', `${A} 01`)).toMatchObject({ value: '1', part: 2, whole: 2 });
    expect(figure(march, 'complaint_rate', 'salesperson', `${A} 02`)).toMatchObject({ value: '0', part: 0, whole: 38, met: true });
    expect(figure(march, 'first_response_median', 'clerk', told.clerks.A)).toMatchObject({ value: '30' });
    expect(figure(march, 'satisfaction', 'clerk', told.clerks.B)).toMatchObject({ value: '4.5', part: 9, whole: 2, target: '4', met: true });
    expect(figure(march, 'complaint_rate', 'clerk', told.clerks.B)).toMatchObject({ value: null, whole: null, met: null });
  });

  it('is the same whenever it is asked for, but for clocks that still ran', async () => {
    expect(await analysed('2026-03')).toEqual(march);
    // An hour after M4 came in, its three clocks still ran.
    const early = await analysed('2026-03', [], caller({ now: new Date('2026-03-05T03:00:00Z'), today: day('2026-03-05') }));
    expect(figure(early, 'timely')).toMatchObject({ part: 23, whole: 35 });
  });

  it('QM-8 comes by week, month and quarter, of what lies in them', async () => {
    expect(figure(await analysed('2026-W10', []), 'received')).toMatchObject({ value: '5', last: '1' });
    expect(figure(await analysed('2026-Q1', []), 'received')).toMatchObject({ value: '24', last: '0' });
    await expect(analysed('2026-05')).rejects.toMatchObject({ code: 'PERIOD_IN_FUTURE', field: 'period', details: { from: '2026-05-01' } });
    await expect(analysed('March')).rejects.toMatchObject({ code: 'PERIOD_UNREADABLE', field: 'period' });
  });

  it('shows a shop its own figures alone, and neither clerks, consumers nor what was said in call-backs', async () => {
    const own = await analysed('2026-03', undefined, caller({ memberId: told.shops.A }));
    const sameBut = rowOf(march, 'shop', told.shops.A).figures.filter(({ indicator }) => !['content', 'satisfaction'].includes(indicator));
    expect(own.total.figures.filter(({ indicator }) => !['content', 'satisfaction'].includes(indicator))).toEqual(sameBut);
    expect(figure(own, 'satisfaction')).toMatchObject({ value: null, whole: 0 });
    expect(keys(own, 'shop')).toEqual([told.shops.A]);
    expect([...keys(own, 'clerk'), ...keys(own, 'consumer')]).toEqual([]);
    const stranger = await world.neighbour();
    expect(figure(await stranger.database.read(stranger.person({ now, today: day('2026-04-02') }), (tx) => complaintAnalysis(tx, '2026-03')), 'received')).toMatchObject({ value: '0', last: '0' });
  });
});
