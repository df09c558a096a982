import { permissionsOf, type RoleName } from '@app/access';
import { dimensionNames } from '@app/analysis';
import { closeComplaint } from '@app/complaints';
import { dayOf, newId } from '@app/kernel';
import { recordPurchase } from '@app/members';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { codesOf, testApi, type TestApi } from '../api/support/door.js';
import { taken } from '../complaints/desk.js';
import type { Answered } from '../support/mall.js';
import { cny, World } from '../support/world.js';

let api: TestApi;
let world: World;
let other: World;
let shopId: string;
const now = new Date();
const today = dayOf(now, 'Asia/Shanghai');
const month = today.slice(0, 7);

beforeAll(async () => {
  api = await testApi();
  world = await World.over(api.test);
  other = await world.neighbour();
  const [shop, second] = [await world.member(), await world.member()];
  shopId = shop.id;
  const desk = world.person({ now, today });
  for (const [memberId, goods] of [[shopId, {}], [shopId, { problem: 'poor_glue' }], [second.id, { category: 'jacket', defect: 'fading' }]] as const) {
    const { complaint } = await taken(world, memberId, { soldOn: null, returnedOn: null, ...goods }, desk);
    if (memberId === shopId) await closeComplaint(world.database, desk, { ...world.key(), complaintId: complaint.id, reason: 'Agreed.' });
  }
  await recordPurchase(world.database, desk, {
    ...world.key(), memberId: shopId, consumerId: null, category: 'leather_shoes', model: 'Oxford 7', price: cny(45_800n), invoicePrice: null, person: null,
    voucher: 'V-1', invoiceNumber: null, soldOn: today, invoicedOn: null, deliveredOn: null, channel: 'counter', outOfTown: false, serial: null, salesperson: '01',
  }, world.intake.personal);
  for (const role of ['complaint_desk', 'supervision', 'after_sales_manager', 'accounts_auditor', 'shop', 'floor', 'finance'] as const) stand(role, world, role === 'shop' ? shopId : null);
  stand('complaint_desk', other, null, 'stranger');
}, 120_000);
afterAll(() => api?.close());

function stand(role: RoleName, { networkId }: World, memberId: string | null, name: string = role): void {
  api.credentials.standings.set(name, {
    networkId, networkName: 'Mall', currency: 'CNY', zone: 'Asia/Shanghai', sandboxSeconds: null, backDays: 31, aheadDays: 0, personId: newId(), apiKeyId: null,
    membershipId: newId(), sessionId: newId(), memberId, roles: [role], permissions: [...permissionsOf([role])],
  });
}

const query = `query($period: String!, $by: [AnalysisDimension!]!) { complaintAnalysis(period: $period, by: $by) {
  period from through lastFrom lastThrough total { ...row } rows { ...row shop { code name } }
} } fragment row on AnalysisRow { by key figures { indicator unit value part whole last change target met } }`;
const every = dimensionNames.map((name) => name.toUpperCase());
const ask = (as: string, period = month, by: readonly string[] = every) => api.ask(query, { as, variables: { period, by } });
const analysisOf = async (as: string) => {
  const { body } = await ask(as);
  expect(body.errors).toBeUndefined();
  return (body.data as unknown as Answered).complaintAnalysis!;
};
const get = (path: string, as: string, language = 'en') => fetch(`${api.url}/complaint-analysis/${path}`, { headers: { authorization: `Bearer ${as}`, 'accept-language': language } });

/** The figures as a sheet says them: value, part, whole, last, change, target. */
const numbersOf = ({ total, rows }: Answered): (string | null)[][] => [total!, ...rows!].flatMap((row: Answered) =>
  row.figures!.map((one: Answered) => ['value', 'part', 'whole', 'last', 'change', 'target'].map((name) => one[name]?.toString() ?? null)));

describe('The analysis, asked for', () => {
  it.each(['complaint_desk', 'supervision', 'after_sales_manager', 'accounts_auditor'])('CX-10 is for %s, total and row by row', async (role) => {
    const { total, rows } = await analysisOf(role);
    expect(total!.figures!.find(({ indicator }: Answered) => indicator === 'RECEIVED')).toMatchObject({ unit: 'COUNT', value: '3', part: 3, whole: null, last: '0', change: '3' });
    expect(rows!.filter(({ by }: Answered) => by === 'SHOP').map(({ key }: Answered) => key.slice(0, 4))).toEqual(['mbr_', 'mbr_']);
    expect(rows!.find(({ by }: Answered) => by === 'CLERK')!.key).toMatch(/^psn_/);
  });

  it('CX-10 is refused to the floor and to finance, as a query and as a sheet', async () => {
    for (const role of ['floor', 'finance']) {
      expect(codesOf(await ask(role))).toEqual(['FORBIDDEN']);
      expect((await get(`${month}.csv`, role)).status).toBe(404);
    }
  });

  it('QM-6 is of its own shop for a shop, and of nothing in another network', async () => {
    const own = await analysisOf('shop');
    expect(own.total!.figures!.find(({ indicator }: Answered) => indicator === 'COUNTED')!.value).toBe('2');
    expect(own.rows!.filter(({ by }: Answered) => by === 'SHOP')).toHaveLength(1);
    const theirs = await analysisOf('stranger');
    expect([theirs.rows, theirs.total!.figures!.find(({ indicator }: Answered) => indicator === 'RECEIVED')!.value]).toEqual([[], '0']);
  });

  it('QM-8 names a week and a quarter too, and refuses what is no period or has not begun', async () => {
    for (const [period, code] of [['2999-01', 'PERIOD_IN_FUTURE'], ['2026-13', 'PERIOD_UNREADABLE'], ['', 'PERIOD_UNREADABLE'], ['x'.repeat(500), 'PERIOD_UNREADABLE']] as const) {
      expect(codesOf(await ask('supervision', period))).toEqual([code]);
    }
    expect(codesOf(await ask('supervision', `${month.slice(0, 4)}-Q1`))).toEqual([]);
    expect((await api.ask('{ complaintAnalysis { period } }', { as: 'supervision' })).body.data).toMatchObject({ complaintAnalysis: { period: expect.stringMatching(/^\d{4}-\d{2}$/) } });
    const refused = await get('2999-01.xlsx', 'supervision');
    expect([refused.status, (await refused.text()).includes('PERIOD_IN_FUTURE')]).toEqual([422, true]);
  });
});

describe('The analysis as a sheet', () => {
  it('CX-10 says in CSV what the query says', async () => {
    const response = await get(`${month}.csv`, 'supervision');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    const [head, ...rows] = parse(await response.text(), { bom: true }) as string[][];
    const asked = await analysisOf('supervision');
    expect(head).toEqual(['By', 'Key', 'Shop', 'Indicator', 'Unit', 'Value', 'Part', 'Whole', 'Last', 'Change', 'Target', 'Met']);
    expect(rows.map((row) => row.slice(5, 11).map((cell) => cell || null))).toEqual(numbersOf(asked));
    expect(rows[0]!.slice(0, 6)).toEqual(['Total', '', '', 'Taken in', 'count', '3']);
    const shop = asked.rows!.find(({ by }: Answered) => by === 'SHOP')!;
    expect(rows.find(([by]) => by === 'Shop')!.slice(1, 3)).toEqual([shop.key, `${shop.shop!.code} ${shop.shop!.name}`]);
  });

  it('CX-10 says in XLSX, opened again, what the query says, and in Chinese', async () => {
    const response = await get(`${month}.xlsx`, 'complaint_desk', 'zh-CN');
    expect(response.status).toBe(200);
    const parts = unzipSync(new Uint8Array(await response.arrayBuffer()));
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml']!);
    const strings = [...strFromU8(parts['xl/sharedStrings.xml']!).matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text]) => text);
    const cells = [...sheet.matchAll(/<row[^>]*>(.*?)<\/row>/gs)].map(([, row]) => Object.fromEntries([...row!.matchAll(/<c r="([A-Z]+)\d+"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, column, about, inside]) => {
      const value = /<v>(.*?)<\/v>/.exec(inside ?? '')?.[1];
      return [column, about!.includes('t="s"') ? strings[Number(value)] : value];
    })));
    expect(cells[0]).toMatchObject({ A: '维度', D: '指标', F: '本期', L: '达标' });
    const numbers = cells.slice(1).map((row) => ['F', 'G', 'H', 'I', 'J', 'K'].map((column) => (row[column] === undefined ? null : Number(row[column]))));
    expect(numbers).toEqual(numbersOf(await analysisOf('complaint_desk')).map((row) => row.map((text) => (text === null ? null : Number(text)))));
  });
});
