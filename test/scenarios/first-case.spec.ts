import { cny, Mall, type Answered, type Speaker } from '../support/mall.js';

let mall: Mall;
let shop: { memberId: string; guaranteeFund: string; deposit: string };
let saleDay: string;
const today = async () => (await (await mall.as('FINANCE')).ask('{ network { today } }')).network.today as string;
const later = (from: string, days: number) => new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10);

const fundFields = 'required { amount } posted { amount } held { amount } available { amount } called { amount } shortfall { amount }';
async function coverage(id: string) {
  const { fund } = await (await mall.as('FINANCE')).ask(`query($id: ID!) { fund(id: $id) { ${fundFields} } }`, { id });
  return Object.fromEntries(Object.entries<Answered>(fund).map(([name, { amount }]) => [name, amount]));
}

/** The desk records the complaint and proposes what the rule gives. */
async function proposed(price: string, soldOn: string): Promise<Answered> {
  const desk = await mall.as('COMPLAINT_DESK');
  const { complaint } = await desk.act('recordComplaint', 'complaint { id }', {
    memberId: shop.memberId, category: 'LEATHER_SHOES', price: cny(price), soldOn, returnedOn: await today(), defect: 'BROKEN_SOLE',
    hasVoucher: true, shopPresent: false, summary: 'The sole is broken; the counter is unmanned.',
  });
  return (await desk.act('proposeCompensation', 'request { id state version amount { amount } lines { rule amount formula } }', { complaintId: complaint.id })).request;
}
const hold = async (requestId: string) =>
  (await mall.as('FINANCE')).act('holdCompensation', 'holds { amount { amount } outcome }', { requestId });
const approve = async (requestId: string, by?: Speaker) =>
  (by ?? (await mall.as('AFTER_SALES_MANAGER'))).act('decideCompensation', 'request { state version }', { requestId, version: 1, approve: true, reason: 'Shop absent; justified.' });
const pay = async (requestId: string) =>
  (await mall.as('FINANCE')).act('payCompensation',
    'request { state } draws { fundId amount { amount } } receivable { id amount { amount } paid { amount } } calls { amount { amount } dueOn }',
    { requestId, version: 2, reference: `payout ${requestId}` });

beforeAll(async () => {
  mall = await Mall.open();
  saleDay = await today();
});
afterAll(() => mall.api.close());

// One long story: each step stands on the ones before.
describe('the first case', () => {
  it('signs a shop: a fund of 5,000.00 for compensation, a deposit of 10,000.00 for penalties only', async () => {
    const admin = await mall.as('OPERATOR_ADMINISTRATOR');
    const { member } = await admin.act('registerMember', 'member { id }', { kind: 'SHOP', name: 'Lao Wang Shoes', code: 'A-101' });
    await admin.act('signAgreement', 'agreement { id }', {
      memberId: member.id, number: 'JT-001', startsOn: saleDay,
      funds: [
        { kind: 'GUARANTEE_FUND', required: cny('5000.00'), uses: ['COMPENSATION'], drawOrder: 0, topUpDays: 15 },
        { kind: 'DEPOSIT', required: cny('10000.00'), uses: ['PENALTY'], drawOrder: 1, topUpDays: 15 },
      ],
    });
    const { funds } = await admin.ask('query($m: ID!) { funds(memberId: $m) { totalCount edges { node { id kind } } } }', { m: member.id });
    expect(funds.totalCount).toBe(2);
    const idOf = (kind: string) => funds.edges.find((edge: Answered) => edge.node.kind === kind)!.node.id;
    shop = { memberId: member.id, guaranteeFund: idOf('GUARANTEE_FUND'), deposit: idOf('DEPOSIT') };
  });

  it('receives what the shop pays in', async () => {
    const finance = await mall.as('FINANCE');
    await finance.act('receiveFund', 'receiptId', { fundId: shop.guaranteeFund, amount: cny('5000.00'), reference: 'bank 1' });
    await finance.act('receiveFund', 'receiptId', { fundId: shop.deposit, amount: cny('10000.00'), reference: 'bank 2' });
    expect(await coverage(shop.guaranteeFund)).toEqual({
      required: '5000.00', posted: '5000.00', held: '0.00', available: '5000.00', called: '0.00', shortfall: '0.00',
    });
  });

  it('pays the consumer of shoes for 458.00, back on day 12 with a broken sole, 430.52, and takes it from the fund', async () => {
    await mall.advance(12);
    const request = await proposed('458.00', saleDay);
    expect(request.amount.amount).toBe('430.52');
    expect(request.lines).toContainEqual({ rule: 'TG-A6', amount: '27.48', formula: '458.00 × 0.005 × 12' });

    expect((await hold(request.id)).holds).toEqual([{ amount: { amount: '430.52' }, outcome: null }]);
    expect(await coverage(shop.guaranteeFund)).toMatchObject({ posted: '5000.00', held: '430.52', available: '4569.48' });

    expect((await approve(request.id)).request).toEqual({ state: 'APPROVED', version: 2 });
    const paid = await pay(request.id);
    expect(paid).toMatchObject({
      request: { state: 'PAID' }, receivable: null,
      draws: [{ fundId: shop.guaranteeFund, amount: { amount: '430.52' } }],
      calls: [{ amount: { amount: '430.52' }, dueOn: later(saleDay, 12 + 15) }],
    });
    expect(await coverage(shop.guaranteeFund)).toMatchObject({ posted: '4569.48', held: '0.00', called: '430.52', shortfall: '430.52' });
  });

  it('lets the shop pay the call', async () => {
    const finance = await mall.as('FINANCE');
    const { callIds } = await finance.act('receiveFund', 'callIds', { fundId: shop.guaranteeFund, amount: cny('430.52'), reference: 'bank 3' });
    expect(callIds).toHaveLength(1);
    expect(await coverage(shop.guaranteeFund)).toMatchObject({ posted: '5000.00', called: '0.00', shortfall: '0.00' });
  });

  it('takes the 5,000.00 that is there for a second case of 6,480.00, and the shop owes the other 1,480.00', async () => {
    const request = await proposed('6480.00', await today());
    expect(request.amount.amount).toBe('6480.00');
    expect((await hold(request.id)).holds).toEqual([{ amount: { amount: '5000.00' }, outcome: null }]);
    await approve(request.id);
    expect(await pay(request.id)).toMatchObject({
      draws: [{ fundId: shop.guaranteeFund, amount: { amount: '5000.00' } }],
      receivable: { amount: { amount: '1480.00' }, paid: { amount: '0.00' } },
      calls: [{ amount: { amount: '5000.00' } }],
    });
    expect(await coverage(shop.guaranteeFund)).toEqual({
      required: '5000.00', posted: '0.00', held: '0.00', available: '0.00', called: '5000.00', shortfall: '5000.00',
    });
    expect(await coverage(shop.deposit)).toMatchObject({ posted: '10000.00', available: '10000.00' });
  });

  it('refuses a hold for a third case', async () => {
    const request = await proposed('300.00', await today());
    expect(await (await mall.as('FINANCE')).refusal('holdCompensation', { requestId: request.id })).toBe('NOTHING_AVAILABLE');
  });

  it('tells each step of the fund with the balance after it', async () => {
    const shopkeeper = await mall.as('SHOP', shop.memberId);
    const { fund } = await shopkeeper.ask(`query($id: ID!) { fund(id: $id) { history { edges { node {
      line what posted { amount } held { amount } postedAfter { amount } availableAfter { amount } } } } } }`, { id: shop.guaranteeFund });
    const lines = fund.history.edges.map(({ node }: Answered) =>
      [node.line, node.what, node.posted.amount, node.held.amount, node.postedAfter.amount, node.availableAfter.amount]);
    expect(lines).toEqual([
      ['1', 'TRANSFER', '5000.00', '0.00', '5000.00', '5000.00'],
      ['2', 'HOLD', '0.00', '430.52', '5000.00', '4569.48'],
      ['3', 'CAPTURE', '-430.52', '-430.52', '4569.48', '4569.48'],
      ['4', 'TRANSFER', '430.52', '0.00', '5000.00', '5000.00'],
      ['5', 'HOLD', '0.00', '5000.00', '5000.00', '0.00'],
      ['6', 'CAPTURE', '-5000.00', '-5000.00', '0.00', '0.00'],
    ]);
  });

  it('balances the books, with nothing advanced that was not recovered or owed', async () => {
    const { trialBalance } = await (await mall.as('ACCOUNTS_AUDITOR')).ask('{ trialBalance { balanced lines { kind balance { amount } } } }');
    expect(trialBalance.balanced).toBe(true);
    expect(Object.fromEntries(trialBalance.lines.map((line: Answered) => [line.kind, line.balance.amount]))).toEqual({
      advances: '0.00', custody: '15430.52', deposit: '10000.00', guarantee_fund: '0.00', operator_cash: '-6910.52', receivable: '1480.00',
    });
  });

  it('RO-15 lets the accounts auditor read ledger and audit record, and change nothing', async () => {
    const auditor = await mall.as('ACCOUNTS_AUDITOR');
    const { accounts } = await auditor.ask(`query($on: Day!) { accounts(kind: "custody") { edges { node {
      balance { amount } early: balance(effectiveOn: $on) { amount } history { edges { node { line postedAfter { amount } } } } } } } }`, { on: saleDay });
    expect(accounts.edges[0]!.node).toEqual({
      balance: { amount: '15430.52' }, early: { amount: '15000.00' },
      history: { edges: [['1', '5000.00'], ['2', '15000.00'], ['3', '15430.52']].map(([line, amount]) => ({ node: { line, postedAfter: { amount } } })) },
    });
    const { auditRecords } = await auditor.ask('{ auditRecords(action: "compensation.hold") { edges { node { outcome } } } }');
    expect(auditRecords.edges.map(({ node }: Answered) => node.outcome)).toEqual(['done', 'done', 'refused:NOTHING_AVAILABLE']);
    await expect(auditor.refusal('receiveFund', { fundId: shop.guaranteeFund, amount: cny('1.00'), reference: 'x' })).rejects.toThrow('FORBIDDEN');
    const shopkeeper = await mall.as('SHOP', shop.memberId);
    await expect(shopkeeper.ask('{ auditRecords { edges { node { id } } } }')).rejects.toThrow('FORBIDDEN');
  });
});
