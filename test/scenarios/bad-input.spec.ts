import { showId, newId, type IdKind } from '@app/kernel';
import { cny, Mall, type Answered, type Speaker } from '../support/mall.js';
import { signedShop } from '../support/signed-shop.js';

let mall: Mall;
let neighbour: Mall;
let finance: Speaker;
let fundId: string;
let memberId: string;
let startsOn: string;

beforeAll(async () => {
  mall = await Mall.open('Jiatai Plaza');
  neighbour = await Mall.on(mall.api, 'Other Plaza');
  finance = await mall.as('FINANCE');
  ({ memberId, fundId, startsOn } = await signedShop(mall));
});
afterAll(() => mall.api.close());

const receipt = (more: object = {}) => ({ fundId, amount: cny('1.00'), reference: newId(), ...more });
const linesOf = async (id: string): Promise<number> =>
  (await finance.ask('query($id: ID!) { fund(id: $id) { history { edges { node { line } } } } }', { id })).fund.history.edges.length;
const dayFrom = (day: string, days: number) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

describe('an id', () => {
  const unknown = (kind: IdKind) => showId(kind, newId());

  it('that is unknown, foreign, of another kind or malformed is the same: not found', async () => {
    const foreign = (await signedShop(neighbour)).fundId;
    for (const id of [unknown('fund'), foreign, memberId, 'fnd_x', '', '💥', `fnd_${'z'.repeat(26)}`, 'x'.repeat(100_000)]) {
      expect([id.slice(0, 40), await finance.refusal('receiveFund', receipt({ fundId: id }))]).toEqual([id.slice(0, 40), 'NOT_FOUND']);
    }
  });

  it('is answered alike by a query and by node', async () => {
    const foreign = (await signedShop(neighbour)).fundId;
    for (const id of [unknown('fund'), foreign, 'nonsense']) {
      await expect(finance.ask('query($id: ID!) { fund(id: $id) { id } }', { id })).rejects.toThrow('NOT_FOUND');
      expect((await finance.ask('query($id: ID!) { node(id: $id) { id } }', { id })).node).toBeNull();
    }
  });
});

describe('a query of which one field fails', () => {
  it('fails quietly: what was still under way is no fault of ours', async () => {
    const query = 'query($id: ID!) { fund(id: $id) { id } funds { edges { node { member { agreements { number } } openCalls { id } } } } }';
    for (let i = 0; i < 20; i++) await expect(finance.ask(query, { id: 'nonsense' })).rejects.toThrow('NOT_FOUND');
    expect(mall.api.lines.filter(({ level }) => (level as number) >= 50)).toEqual([]);
  });
});

describe('an amount', () => {
  it.each([
    ['0', 'AMOUNT_NOT_POSITIVE'], ['0.00', 'AMOUNT_NOT_POSITIVE'], ['-5.00', 'AMOUNT_NOT_POSITIVE'], ['1.001', 'AMOUNT_TOO_PRECISE'],
    ['12345678901234567890', 'AMOUNT_TOO_LARGE'], ['1e3', 'AMOUNT_MALFORMED'], ['', 'AMOUNT_MALFORMED'], ['NaN', 'AMOUNT_MALFORMED'], ['１.00', 'AMOUNT_MALFORMED'],
  ])('of %s is refused with %s, and nothing is written', async (amount, code) => {
    const before = await linesOf(fundId);
    expect(await finance.refusal('receiveFund', receipt({ amount: cny(amount) }))).toBe(code);
    expect(await linesOf(fundId)).toBe(before);
  });

  it('in another currency is refused', async () => {
    expect(await finance.refusal('receiveFund', receipt({ amount: { amount: '1.00', currency: 'USD' } }))).toBe('WRONG_CURRENCY');
  });
});

describe('a day', () => {
  it('before the agreement, past the back-dating limit, or in the future is refused', async () => {
    const on = (receivedOn: string) => finance.refusal('receiveFund', receipt({ receivedOn }));
    expect(await on(dayFrom(startsOn, -1))).toBe('BEFORE_AGREEMENT');
    expect(await on(dayFrom(startsOn, -32))).toBe('DAY_TOO_EARLY');
    expect(await on(dayFrom(startsOn, 1))).toBe('DAY_TOO_LATE');
  });

  it('that the calendar does not have is refused', async () => {
    await expect(finance.refusal('receiveFund', receipt({ receivedOn: '2026-02-30' }))).rejects.toThrow(/BAD_REQUEST|INVALID_INPUT/);
  });
});

describe('text', () => {
  const lone = '\ud800';
  it.each([['a NUL', 'a\0b'], ['half a surrogate pair', `a${lone}`]])('with %s is refused, wherever it stands', async (_, reference) => {
    expect(await finance.refusal('receiveFund', receipt({ reference }))).toBe('INVALID_INPUT');
    await expect((await mall.as('ACCOUNTS_AUDITOR')).ask('query($k: String) { accounts(kind: $k) { edges { node { id } } } }', { k: reference }))
      .rejects.toThrow('INVALID_INPUT');
  });

  it('of any script, with emoji, comes back as it went in', async () => {
    const name = '老王 👟 شركة';
    const admin = await mall.as('OPERATOR_ADMINISTRATOR');
    expect((await admin.act('registerMember', 'member { name }', { kind: 'OUTLET', name, code: 'emoji' })).member.name).toBe(name);
  });
});

describe('a literal or a variable that its scalar cannot read', () => {
  it.each([
    'trialBalance(effectiveOn: "x") { balanced }', 'trialBalance(effectiveOn: 5) { balanced }',
    'accounts { edges { node { balance(recordedAt: "yesterday") { amount } } } }',
  ])('is the request\'s fault: %s', async (query) => {
    await expect((await mall.as('ACCOUNTS_AUDITOR')).ask(`{ ${query} }`)).rejects.toThrow('GRAPHQL_VALIDATION_FAILED');
  });

  it('nested beyond any of ours is refused before anyone walks it', async () => {
    let deep: object = {};
    for (let i = 0; i < 2_000; i++) deep = { deep };
    await expect(finance.ask('query($id: ID!) { fund(id: $id) { id } }', { id: deep })).rejects.toThrow('BAD_REQUEST');
  });
});

describe('a key', () => {
  it('used again gives the same answer once more; with other input it is a conflict', async () => {
    const input = { ...receipt(), idempotencyKey: 'mine' };
    const first = await finance.act('receiveFund', 'receiptId replayed posted { amount }', input);
    const second = await finance.act('receiveFund', 'receiptId replayed posted { amount }', input);
    expect(second).toMatchObject({ receiptId: first.receiptId, replayed: true, posted: first.posted });
    expect(await finance.refusal('receiveFund', { ...input, amount: cny('2.00') })).toBe('IDEMPOTENCY_CONFLICT');
  });

  it('of a refused request is free again, and missing it is refused', async () => {
    const key = { idempotencyKey: 'second try' };
    expect(await finance.refusal('receiveFund', { ...receipt({ amount: cny('0') }), ...key })).toBe('AMOUNT_NOT_POSITIVE');
    await finance.act('receiveFund', 'receiptId', { ...receipt(), ...key });
    expect(await finance.refusal('receiveFund', { ...receipt(), idempotencyKey: null })).toBe('IDEMPOTENCY_KEY_REQUIRED');
  });

  it('is not needed to try, which writes nothing', async () => {
    const before = await linesOf(fundId);
    const tried = await finance.act('receiveFund', 'preview posted { amount }', receipt({ validateOnly: true }));
    expect(tried.preview).toBe(true);
    expect(await linesOf(fundId)).toBe(before);
  });
});

describe('a case', () => {
  async function approved(price: string): Promise<Answered> {
    const desk = await mall.as('COMPLAINT_DESK');
    const { network } = await desk.ask('{ network { today } }');
    const { complaint } = await desk.act('recordComplaint', 'complaint { id }', {
      memberId, category: 'LEATHER_SHOES', price: cny(price), soldOn: network.today, returnedOn: network.today, defect: 'BROKEN_SOLE',
      hasVoucher: true, shopPresent: false, summary: 'Broken.',
    });
    const { request } = await desk.act('proposeCompensation', 'request { id }', { complaintId: complaint.id });
    return request;
  }
  const decision = (requestId: string, version = 1) => ({ requestId, version, approve: true, reason: 'Justified.' });

  it('is not decided on a stale version, nor twice, nor by who may not', async () => {
    const manager = await mall.as('AFTER_SALES_MANAGER');
    const { id } = await approved('10.00');
    expect(await manager.refusal('decideCompensation', decision(id, 7))).toBe('STALE_VERSION');
    await manager.act('decideCompensation', 'request { id }', decision(id));
    expect(await manager.refusal('decideCompensation', decision(id, 2))).toBe('WRONG_STATE');
    await expect(finance.refusal('decideCompensation', decision(id, 2))).rejects.toThrow('FORBIDDEN');
  });

  it('is never decided by who proposed it, nor paid by who decided it, whatever roles they hold', async () => {
    const admin = await mall.as('OPERATOR_ADMINISTRATOR');
    const { code } = await admin.act('invite', 'code', { email: 'all@mall.example', roles: ['COMPLAINT_DESK', 'AFTER_SALES_MANAGER', 'FINANCE'] });
    const all = await mall.joined('all@mall.example', code);
    const { network } = await all.ask('{ network { today } }');
    const { complaint } = await all.act('recordComplaint', 'complaint { id }', {
      memberId, category: 'LEATHER_SHOES', price: cny('1.00'), soldOn: network.today, returnedOn: network.today, defect: 'BROKEN_SOLE',
      hasVoucher: true, shopPresent: false, summary: 'Broken.',
    });
    const { request } = await all.act('proposeCompensation', 'request { id }', { complaintId: complaint.id });
    expect(await all.refusal('decideCompensation', decision(request.id))).toBe('OWN_PROPOSAL');
    const another = await approved('1.00');
    await all.act('decideCompensation', 'request { id }', decision(another.id));
    expect(await all.refusal('payCompensation', { requestId: another.id, version: 2, reference: 'p' })).toBe('OWN_DECISION');
  });

  it('with an expired hold is not paid until it is held again; a second payment is refused', async () => {
    await finance.act('receiveFund', 'receiptId', receipt({ amount: cny('50.00') }));
    const { id } = await approved('20.00');
    const { network } = await finance.ask('{ network { now } }');
    const inAnHour = new Date(Date.parse(network.now) + 3_600_000).toISOString();
    await finance.act('holdCompensation', 'holds { id }', { requestId: id, expiresAt: inAnHour });
    expect(await finance.refusal('holdCompensation', { requestId: id })).toBe('ALREADY_HELD');
    await (await mall.as('AFTER_SALES_MANAGER')).act('decideCompensation', 'request { id }', decision(id));
    await mall.advance(1);
    const payment = { requestId: id, version: 2, reference: 'p' };
    expect(await finance.refusal('payCompensation', payment)).toBe('HOLD_EXPIRED');
    await finance.act('holdCompensation', 'holds { id }', { requestId: id });
    await finance.act('payCompensation', 'request { id }', payment);
    expect(await finance.refusal('payCompensation', { ...payment, version: 3 })).toBe('WRONG_STATE');
  });
});

describe('a receipt', () => {
  it('is reversed once, and not when its money is gone', async () => {
    const { receiptId } = await finance.act('receiveFund', 'receiptId', receipt());
    await finance.act('reverseReceipt', 'posted { amount }', { receiptId, reason: 'Wrong shop.' });
    expect(await finance.refusal('reverseReceipt', { receiptId, reason: 'Again.' })).toBe('ALREADY_REVERSED');
  });
});
