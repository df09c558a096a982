import { localFiles } from '@app/files';
import { tmpdir } from 'node:os';
import { schedule } from '../../apps/worker/src/schedule.js';
import { cny, Mall, type Answered, type Speaker } from '../support/mall.js';
import { handsOf, workOff, type TestHands } from '../worker/support/hands.js';
import { shoeShop } from './shoe-shop.js';

type Role = 'COMPLAINT_DESK' | 'FLOOR' | 'SUPERVISION' | 'SALES_FLOOR' | 'FINANCE' | 'AFTER_SALES_MANAGER' | 'OPERATOR_ADMINISTRATOR' | 'SHOP';

let mall: Mall;
let hands: TestHands;
let people: Record<Role, Speaker>;
let memberId: string;
let funds: Record<string, string>;
/** The first days of the two months. */
let months: [string, string];

const plus = (day: string, days: number): string => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
const monthAfter = (day: string): string => `${plus(`${day.slice(0, 7)}-01`, 31).slice(0, 7)}-01`;
const lastDayOf = (month: string): string => plus(monthAfter(month), -1);

/** The clock goes on to a day and a time of the mall's, and the worker does what is due then. */
async function on(day: string, time = '10:00'): Promise<void> {
  await people.OPERATOR_ADMINISTRATOR.act('advanceClock', 'today', { at: `${day}T${time}:00+08:00` });
  await work();
}

/** The worker fires what is due and reacts to what happened. */
async function work(): Promise<void> {
  hands.at = new Date();
  const clocks = schedule(1_000, localFiles(tmpdir())).find(({ name }) => name === 'clocks')!;
  while (await clocks.run(hands, new AbortController().signal));
  await workOff(mall.api, hands);
}

async function complain(soldOn: string, returnedOn: string): Promise<Answered> {
  const { complaint } = await people.COMPLAINT_DESK.act('recordComplaint', 'complaint { id number }', {
    memberId, category: 'LEATHER_SHOES', price: cny('458.00'), soldOn, returnedOn, defect: 'BROKEN_SOLE', demand: 'REFUND', hasVoucher: true, shopPresent: false,
    summary: 'The sole is broken.',
  });
  return complaint;
}

const coverage = async (kind: string) => {
  const { fund } = await people.FINANCE.ask('query($id: ID!) { fund(id: $id) { posted { amount } available { amount } called { amount } shortfall { amount } } }', { id: funds[kind] });
  return Object.fromEntries(Object.entries<Answered>(fund).map(([name, { amount }]) => [name, amount]));
};
const full = (amount: string) => ({ posted: amount, available: amount, called: '0.00', shortfall: '0.00' });
const standing = async (state: string): Promise<Answered[]> => {
  const { sanctions } = await people.SUPERVISION.ask(`query($m: ID!, $s: SanctionState) { sanctions(memberId: $m, state: $s) { edges { node {
    id rule measure problem windowFrom windowThrough bySystem version complaints { number } } } } }`, { m: memberId, s: state });
  return sanctions.edges.map(({ node }: Answered) => node);
};
const toldToShop = async (code: string): Promise<string[]> =>
  (await people.SHOP.ask('{ myMessages(first: 50) { edges { node { code text } } } }')).myMessages.edges
    .flatMap(({ node }: Answered) => (node.code === code ? [node.text] : []));
const income = async (effectiveOn: string): Promise<string> => {
  const { trialBalance } = await people.FINANCE.ask('query($d: Day) { trialBalance(effectiveOn: $d) { balanced lines { kind balance { amount } } } }', { d: effectiveOn });
  expect(trialBalance.balanced).toBe(true);
  return [...trialBalance.lines].find(({ kind }) => kind === 'penalty_income')?.balance!.amount ?? '0.00';
};
const confirmed = (by: Speaker, { id, version }: { id: string; version: number }) => by.act('decideSanction',
  'sanction { state } draws { fundId amount { amount } } receivable { id } notice { id number series htmlUrl pdfUrl }',
  { sanctionId: id, version, confirm: true, reason: '属实。' });
const served = ({ notice }: Answered) => people.FLOOR.act('serveNotice', 'notice { servedOn }', { noticeId: notice.id });
const paper = async (path: string, by: Speaker) => Buffer.from(await (await fetch(`${mall.api.url}${path}`, { headers: { authorization: `Bearer ${by.token}` } })).arrayBuffer());

beforeAll(async () => {
  mall = await Mall.open('嘉泰商场');
  hands = await handsOf(mall.api);
  const shop = await shoeShop(mall);
  ({ memberId, funds } = shop);
  const named = ['COMPLAINT_DESK', 'FLOOR', 'SUPERVISION', 'SALES_FLOOR', 'FINANCE', 'AFTER_SALES_MANAGER', 'OPERATOR_ADMINISTRATOR'].map(async (role) => [role, await mall.as(role)] as const);
  people = Object.fromEntries([...(await Promise.all(named)), ['SHOP', await mall.as('SHOP', memberId)]]) as Record<Role, Speaker>;
  const first = monthAfter(shop.startsOn);
  months = [first, monthAfter(first)];
}, 120_000);
afterAll(async () => {
  await hands?.close();
  await mall?.api.close();
});

/** One shop's way, each step upon the ones before. */
describe('Two months in the life of a shop', () => {
  const complaints: Answered[] = [];
  let expulsion: { id: string; version: number };

  it('CX-1 begin with a complaint whose counter does nothing for ten minutes, of which the shop is told, and of supervision\'s half hour nothing yet', async () => {
    await on(months[0]);
    complaints.push(await complain(plus(months[0], -10), months[0]));
    await on(months[0], '10:20');
    const { complaint } = await people.SUPERVISION.ask('query($id: ID!) { complaint(id: $id) { clocks { code amount unit state breachedAt events { what step } } } }', { id: complaints[0]!.id });
    const clocks = new Map<string, Answered>([...complaint.clocks].map((clock) => [clock.code, clock]));
    expect([...clocks.keys()].toSorted()).toEqual(['counter_acted', 'handled', 'settled', 'settled_in_shift', 'supervision_answered']);
    expect(['counter_acted', 'supervision_answered', 'handled', 'settled'].map((code) => clocks.get(code)).map((clock) => `${clock!.amount} ${clock!.unit}`))
      .toEqual(['10 MINUTES', '30 MINUTES', '4 HOURS', '48 HOURS']);
    expect([...clocks.get('counter_acted')!.events].map(({ what, step }) => [what, step])).toEqual(expect.arrayContaining([['BREACHED', null], ['ESCALATED', 'SHOP']]));
    expect([clocks.get('supervision_answered')!.breachedAt, clocks.get('settled')!.breachedAt]).toEqual([null, null]);
    expect(await toldToShop('CLOCK_ESCALATED')).toEqual([expect.stringContaining('CX-1')]);
    expect(await toldToShop('COMPLAINT_AGAINST_YOU')).toEqual([expect.stringContaining(complaints[0]!.number)]);
  });

  it('FR-3 pay the consumer what the rules give, from the shop\'s fund, and call the shop to top it up', async () => {
    const { request } = await people.COMPLAINT_DESK.act('proposeCompensation', 'request { id amount { amount } lines { rule } }', { complaintId: complaints[0]!.id });
    // Ten days of wear at half a per cent of 458.00.
    expect(request.amount.amount).toBe('435.10');
    await people.AFTER_SALES_MANAGER.act('decideCompensation', 'request { id }', { requestId: request.id, version: 1, approve: true, reason: '商户不在场。' });
    const paid = await people.FINANCE.act('payCompensation', 'draws { fundId amount { amount } } receivable { id } calls { amount { amount } dueOn }', {
      requestId: request.id, version: 2, reference: 'payout 1',
    });
    expect(paid).toMatchObject({
      draws: [{ fundId: funds.GUARANTEE_FUND, amount: { amount: '435.10' } }], receivable: null, calls: [{ amount: { amount: '435.10' }, dueOn: plus(months[0], 15) }],
    });
    await work();
    expect(await coverage('GUARANTEE_FUND')).toEqual({ posted: '564.90', available: '564.90', called: '435.10', shortfall: '435.10' });
    expect(await toldToShop('FUND_CALLED')).toEqual([expect.stringContaining('435.10')]);
    await people.FINANCE.act('receiveFund', 'receiptId', { fundId: funds.GUARANTEE_FUND, amount: cny('435.10'), reference: 'top-up' });
    expect(await coverage('GUARANTEE_FUND')).toEqual(full('1000.00'));
  });

  it('SN-1 go on to a warning by the third complaint that counts; what was withdrawn does not', async () => {
    await on(plus(months[0], 5));
    const withdrawn = await complain(months[0], plus(months[0], 5));
    await people.COMPLAINT_DESK.act('withdrawComplaint', 'complaint { state }', { complaintId: withdrawn.id, reason: '自行磨损。' });
    complaints.push(await complain(months[0], plus(months[0], 5)));
    await work();
    expect(await standing('PROPOSED')).toEqual([]);
    complaints.push(await complain(months[0], plus(months[0], 5)));
    await work();
    const [warning, ...more] = await standing('PROPOSED');
    expect([more, warning]).toEqual([[], expect.objectContaining({ rule: 'SN-1', measure: 'ORAL_WARNING', problem: 'broken_sole', windowFrom: months[0], windowThrough: lastDayOf(months[0]), bySystem: true })]);
    expect([...warning!.complaints].map(({ number }) => number).toSorted()).toEqual(complaints.map(({ number }) => number).toSorted());
    const decided = await confirmed(people.SUPERVISION, warning as never);
    expect([decided.sanction.state, decided.draws, decided.receivable, decided.notice.series, decided.notice.number]).toEqual(['CONFIRMED', [], null, 'sanction', '1']);
    await served(decided);
  });

  it('SN-1 go on to an ultimatum by the fourth, served as a paper that lists what counted', async () => {
    await on(plus(months[0], 12));
    complaints.push(await complain(months[0], plus(months[0], 12)));
    await work();
    const [ultimatum] = await standing('PROPOSED');
    expect([ultimatum!.measure, ultimatum!.complaints.length]).toEqual(['ULTIMATUM', 4]);
    const decided = await confirmed(people.SALES_FLOOR, ultimatum as never);
    expect((await served(decided)).notice.servedOn).toBe(plus(months[0], 12));
    await work();
    expect(await toldToShop('NOTICE_ISSUED')).toEqual([expect.stringContaining('no. 2 '), expect.stringContaining('no. 1 ')]);
    const page = (await paper(decided.notice.htmlUrl, people.SHOP)).toString();
    for (const part of ['处罚通知书（通牒）', `〔${months[0].slice(0, 4)}〕2 号`, '阿明鞋店（A-101）', '鞋底断裂', '被计入投诉 4 件', ...complaints.map(({ number }) => number)]) expect(page).toContain(part);
    expect((await paper(decided.notice.pdfUrl, people.SUPERVISION)).toString('latin1', 0, 5)).toBe('%PDF-');
  });

  it('SN-2 go on to expulsion by one more in the second month and by none in the first, decided by another than proposed it', async () => {
    complaints.push(await complain(months[0], plus(months[0], 12)));
    await work();
    expect(await standing('PROPOSED')).toEqual([]);
    await on(months[1]);
    const last = await complain(plus(months[1], -3), months[1]);
    const proposed = await people.SUPERVISION.act('proposeSanction', 'sanction { id version bySystem complaints { number } }', { memberId, measure: 'EXPULSION', problem: 'broken_sole' });
    expect(proposed.sanction).toMatchObject({ bySystem: false, complaints: [{ number: last.number }] });
    await work();
    expect((await standing('PROPOSED')).map(({ id }) => id)).toEqual([proposed.sanction.id]);
    expulsion = { id: proposed.sanction.id, version: 1 };
    expect(await people.SUPERVISION.refusal('decideSanction', { sanctionId: expulsion.id, version: 1, confirm: true, reason: '清退。' })).toBe('OWN_PROPOSAL');
    const decided = await confirmed(people.SALES_FLOOR, expulsion);
    expect([decided.draws, decided.notice.number]).toEqual([[{ fundId: funds.DEPOSIT, amount: { amount: '5000.00' } }], '3']);
    expect([(await coverage('DEPOSIT')).posted, await coverage('GUARANTEE_FUND'), await income(months[1])]).toEqual(['0.00', full('1000.00'), '5000.00']);
    await served(decided);
  });

  it('SN-8 go on to an appeal within fifteen days, lifted by a third person with the money, from the day it was taken', async () => {
    await on(plus(months[1], 9));
    await people.SHOP.act('appealSanction', 'sanction { state }', { sanctionId: expulsion.id, reason: '系厂家同批次缺陷。' });
    expect(await people.SHOP.refusal('appealSanction', { sanctionId: expulsion.id, reason: '再次。' })).toBe('ALREADY_APPEALED');
    const ruling = { sanctionId: expulsion.id, version: 3, lift: true, effectiveOn: months[1], reason: '厂家已认责。' };
    expect([await people.SUPERVISION.refusal('decideAppeal', ruling), await people.SALES_FLOOR.refusal('decideAppeal', ruling)]).toEqual(['OWN_PROPOSAL', 'OWN_DECISION']);
    const { sanction, decision } = await (await mall.another('SALES_FLOOR')).act('decideAppeal', 'sanction { state } decision { outcome effectiveOn }', ruling);
    expect([sanction.state, decision]).toEqual(['LIFTED', { outcome: 'LIFTED', effectiveOn: months[1] }]);
    expect([await coverage('DEPOSIT'), await income(months[1])]).toEqual([full('5000.00'), '0.00']);
    await work();
    expect(await standing('PROPOSED')).toEqual([]);
  });

  it('SN-4 are followed by a year without complaint, which earns the award that the year of the complaints does not', async () => {
    const year = Number(months[1].slice(0, 4));
    const grant = (of: number) => people.AFTER_SALES_MANAGER.act('grantAward', 'award { plaque year }', { memberId, year: of });
    await on(`${year + 1}-12-31`);
    const refused = (of: number) => people.AFTER_SALES_MANAGER.refusal('grantAward', { memberId, year: of });
    expect([await refused(year), await refused(year + 1)]).toEqual(['AWARD_NOT_EARNED', 'AWARD_NOT_EARNED']);
    await on(`${year + 2}-01-01`);
    expect((await grant(year + 1)).award).toEqual({ plaque: '全年无顾客投诉', year: year + 1 });
    expect(await refused(year + 1)).toBe('ALREADY_AWARDED');
    const seen = await people.SHOP.ask('{ awards { edges { node { year } } } }');
    expect([...seen.awards.edges].map(({ node }) => node.year)).toEqual([year + 1]);
  });
});
