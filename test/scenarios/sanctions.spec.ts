import { cny, Mall, type Answered, type Speaker } from '../support/mall.js';

let mall: Mall;
let desk: Speaker;
let floor: Speaker;
let supervision: Speaker;
let salesFloor: Speaker;
let shop: Speaker;
let memberId: string;
let funds: Record<string, string>;

const today = async (): Promise<string> => (await desk.ask('{ network { today } }')).network.today;
const daysTo = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
const monthAfter = (day: string) => new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 1)).toISOString().slice(0, 10);

/** On to the first day of the next calendar month. */
async function nextMonth(): Promise<void> {
  const from = await today();
  await mall.advance(daysTo(from, monthAfter(from)));
}

async function complain(times: number): Promise<void> {
  const on = await today();
  for (let i = 0; i < times; i++) {
    await desk.act('recordComplaint', 'complaint { id }', {
      memberId, category: 'LEATHER_SHOES', price: cny('458.00'), soldOn: on, returnedOn: on, defect: 'BROKEN_SOLE', hasVoucher: true, shopPresent: true, summary: 'Sole broke.',
    });
  }
}

const dueNow = async () => (await supervision.ask('query($m: ID!) { sanctionsDue(memberId: $m) { rule measure problem complaintIds } }', { m: memberId })).sanctionsDue as Answered;
const propose = async (measure: string): Promise<string> =>
  (await floor.act('proposeSanction', 'sanction { id state }', { memberId, measure, problem: 'broken_sole' })).sanction.id;
const confirm = (sanctionId: string) => salesFloor.act('decideSanction', 'sanction { state } draws { amount { amount } } receivable { id } notice { id number series says }', {
  sanctionId, version: 1, confirm: true, reason: 'So it was.',
});
const serve = ({ notice }: Answered) => floor.act('serveNotice', 'notice { servedOn }', { noticeId: notice.id });
const posted = async (kind: string): Promise<string> => (await desk.ask('query($id: ID!) { fund(id: $id) { posted { amount } } }', { id: funds[kind] })).fund.posted.amount;

beforeAll(async () => {
  mall = await Mall.open();
  [desk, floor, supervision, salesFloor] = await Promise.all(['COMPLAINT_DESK', 'FLOOR', 'SUPERVISION', 'SALES_FLOOR'].map((role) => mall.as(role))) as [Speaker, Speaker, Speaker, Speaker];
  const admin = await mall.as('OPERATOR_ADMINISTRATOR');
  const finance = await mall.as('FINANCE');
  memberId = (await admin.act('registerMember', 'member { id }', { kind: 'SHOP', name: '阿明鞋店', code: 'A1' })).member.id;
  await admin.act('signAgreement', 'agreement { id }', {
    memberId, number: 'A1', startsOn: await today(),
    funds: [
      { kind: 'GUARANTEE_FUND', required: cny('100.00'), uses: ['COMPENSATION', 'PENALTY'], drawOrder: 0 },
      { kind: 'DEPOSIT', required: cny('500.00'), uses: ['PENALTY'], drawOrder: 1 },
    ],
  });
  const answer = await admin.ask('query($m: ID!) { funds(memberId: $m) { edges { node { id kind } } } }', { m: memberId });
  funds = Object.fromEntries(answer.funds.edges.map(({ node }: Answered) => [node.kind, node.id]));
  for (const [kind, amount] of [['GUARANTEE_FUND', '100.00'], ['DEPOSIT', '500.00']] as const) {
    await finance.act('receiveFund', 'receiptId', { fundId: funds[kind], amount: cny(amount), reference: kind });
  }
  shop = await mall.as('SHOP', memberId);
});
afterAll(() => mall.api.close());

/** One shop's way, each step upon the one before. */
describe('The way of a shop that is complained of', () => {
  let expulsionId: string;

  it('SN-1 begins with an ultimatum for the fourth complaint of a month, and with nothing for the second', async () => {
    await nextMonth();
    await complain(2);
    expect(await dueNow()).toEqual([]);
    await complain(2);
    expect((await dueNow()).map(({ rule, measure, complaintIds }) => [rule, measure, complaintIds.length])).toEqual([['SN-1', 'ULTIMATUM', 4]]);
    const confirmed = await confirm(await propose('ULTIMATUM'));
    expect([confirmed.sanction.state, confirmed.draws, confirmed.notice.series, confirmed.notice.number]).toEqual(['CONFIRMED', [], 'sanction', '1']);
    await serve(confirmed);
  });

  it('SN-2 goes on to expulsion with the deposit in the month after, and not before it', async () => {
    await complain(1);
    expect(await dueNow()).toEqual([]);
    await nextMonth();
    await complain(1);
    expulsionId = await propose('EXPULSION');
    expect(await supervision.refusal('decideSanction', { sanctionId: expulsionId, version: 7, confirm: true, reason: 'No.' })).toBe('STALE_VERSION');
    const confirmed = await confirm(expulsionId);
    expect([confirmed.draws.map(({ amount }: Answered) => amount.amount), await posted('DEPOSIT'), await posted('GUARANTEE_FUND')]).toEqual([['500.00'], '0.00', '100.00']);
    await serve(confirmed);
  });

  it('SN-8 is appealed by the shop, and lifted by a third person with its money', async () => {
    await mall.advance(3);
    await shop.act('appealSanction', 'sanction { state }', { sanctionId: expulsionId, reason: 'The maker owned up.' });
    expect(await shop.refusal('appealSanction', { sanctionId: expulsionId, reason: 'Again.' })).toBe('ALREADY_APPEALED');
    const ruling = { sanctionId: expulsionId, version: 3, lift: true, reason: 'The maker it was.' };
    expect(await salesFloor.refusal('decideAppeal', ruling)).toBe('OWN_DECISION');
    const { sanction, decision } = await supervision.act('decideAppeal', 'sanction { state } decision { effectiveOn }', ruling);
    expect([sanction.state, decision.effectiveOn, await posted('DEPOSIT')]).toEqual(['LIFTED', await today(), '500.00']);
    const seen = await shop.ask('query($id: ID!) { sanction(id: $id) { decisions { outcome } appeal { reason } notice { servedOn } complaints { id } bySystem } }', { id: expulsionId });
    expect(seen.sanction).toMatchObject({ decisions: [{ outcome: 'CONFIRMED' }, { outcome: 'LIFTED' }], complaints: [{}], bySystem: false });
  });

  it('SN-4 ends with an award for a whole year without complaint, and with none for the year before', async () => {
    const year = Number((await today()).slice(0, 4));
    const manager = await mall.as('AFTER_SALES_MANAGER');
    await mall.advance(daysTo(await today(), `${year + 2}-01-01`));
    const again = await mall.as('MANAGER_LATER', null, 'AFTER_SALES_MANAGER').catch(() => manager);
    expect(await again.refusal('grantAward', { memberId, year })).toBe('AWARD_NOT_EARNED');
    expect((await again.act('grantAward', 'award { plaque year }', { memberId, year: year + 1 })).award).toEqual({ plaque: '全年无顾客投诉', year: year + 1 });
  });
});
