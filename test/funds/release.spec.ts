import { closeComplaint, recordComplaint } from '@app/complaints';
import { keepFund, receiveFund, releaseFund, type Fund } from '@app/funds';
import { addDays, day, type Day } from '@app/kernel';
import { endAgreement, type Agreement } from '@app/members';
import { decideDeduction, proposeDeduction, receiveReceivable } from '@app/recovery';
import { World, cny } from '../support/world.js';

let world: World;
beforeAll(async () => {
  world = await World.make();
});
afterAll(() => world.drop());
beforeEach(() => world.on('2026-03-02'));

const pot = { kind: 'deposit', uses: ['penalty'], requiredMinor: 10_000n } as const;

async function shopThatPaid(terms: Parameters<World['agreement']>[1][number] = {}) {
  const shop = await world.member();
  const agreement = await world.agreement(shop.id, [{ ...pot, ...terms }]);
  const fund = await world.fund(shop.id, 'deposit');
  await receiveFund(world.database, world.person(), { ...world.key(), fundId: fund.id, amount: cny(10_000n), receivedOn: null, reference: 'in' });
  return { shop, agreement, fund };
}
const end = (agreement: Agreement, endsOn: string, seriousBreach = false) => endAgreement(world.database, world.person(), {
  ...world.key(), agreementId: agreement.id, version: agreement.version, endsOn: day(endsOn), reason: 'Over.', seriousBreach,
});
const release = (fund: Fund) => releaseFund(world.database, world.person(), { ...world.key(), fundId: fund.id, amount: null, releasedOn: null, reference: 'out' });
const keep = (fund: Fund) => keepFund(world.database, world.person(), { ...world.key(), fundId: fund.id, reference: 'kept' });
const propose = async (memberId: string, minor: bigint) => (await proposeDeduction(world.database, world.person(), {
  ...world.key(), memberId, amount: cny(minor), reason: 'Late.', clause: '10.4',
})).result.deduction;
const decide = (deductionId: string, take: boolean) =>
  decideDeduction(world.database, world.person(), { ...world.key(), deductionId, version: 1, take, reason: 'Decided.' });

describe('a fund after its agreement', () => {
  it('stays through the tail, and is released the day after', async () => {
    const { agreement, fund } = await shopThatPaid({ tailDays: 10 });
    await end(agreement, '2026-03-02');
    world.on('2026-03-12');
    await expect(release(fund)).rejects.toMatchObject({ code: 'TAIL_RUNNING', details: { until: '2026-03-12' } });
    world.on('2026-03-13');
    expect((await release(fund)).result.release).toMatchObject({ outcome: 'returned', amountMinor: 10_000n, dueOn: '2026-04-11' });
  });

  it.each([[true, 4_000n, 6_000n], [false, 4_000n, 10_000n]])('stays while a deduction is proposed; taken %s, what is left is released', async (take, minor, left) => {
    const { shop, agreement, fund } = await shopThatPaid();
    const deduction = await propose(shop.id, minor);
    await end(agreement, '2026-03-01');
    await expect(release(fund)).rejects.toMatchObject({ code: 'OPEN_CASES' });
    await decide(deduction.id, take);
    expect((await release(fund)).result.release.amountMinor).toBe(left);
  });

  it('stays while a complaint is open, and is released when it is closed', async () => {
    const { shop, agreement, fund } = await shopThatPaid();
    const { complaint } = (await recordComplaint(world.database, world.person(), {
      ...world.key(), memberId: shop.id, category: 'leather_shoes', price: cny(45_800n), soldOn: day('2026-03-01'), returnedOn: day('2026-03-02'),
      defect: 'broken_sole', hasVoucher: true, shopPresent: true, summary: 'Broken.',
    }, world.intake)).result;
    await end(agreement, '2026-03-01');
    await expect(release(fund)).rejects.toMatchObject({ code: 'OPEN_CASES' });
    const close = () => closeComplaint(world.database, world.person(), { ...world.key(), complaintId: complaint.id, reason: 'Settled by the shop.' });
    await close();
    await expect(close()).rejects.toMatchObject({ code: 'NOT_OPEN', details: { state: 'closed' } });
    await release(fund);
  });

  it('stays while its member owes, until all of it is paid', async () => {
    const shop = await world.member();
    const agreement = await world.agreement(shop.id, [{ ...pot, uses: [] }]);
    const fund = await world.fund(shop.id, 'deposit');
    await receiveFund(world.database, world.person(), { ...world.key(), fundId: fund.id, amount: cny(10_000n), receivedOn: null, reference: 'in' });
    const { receivable } = (await decide((await propose(shop.id, 500n)).id, true)).result;
    await end(agreement, '2026-03-01');
    const payOff = (minor: bigint, reference: string, receivedOn: Day | null = null) => receiveReceivable(world.database, world.person(), {
      ...world.key(), receivableId: receivable!.id, amount: cny(minor), receivedOn, reference,
    });
    await expect(payOff(1n, 'early', day('2026-03-01'))).rejects.toMatchObject({ code: 'RECEIVED_BEFORE_ARISING' });
    await payOff(499n, 'first');
    await expect(payOff(1n, 'first')).rejects.toMatchObject({ code: 'PAYMENT_RECORDED' });
    await expect(release(fund)).rejects.toMatchObject({ code: 'OPEN_CASES' });
    await expect(payOff(2n, 'too much')).rejects.toMatchObject({ code: 'OVERPAID' });
    await payOff(1n, 'last');
    await release(fund);
  });

  it('is not kept under an open case either, nor where its terms do not say so', async () => {
    const { shop, agreement, fund } = await shopThatPaid({ keptOnSeriousBreach: true });
    const deduction = await propose(shop.id, 1n);
    await end(agreement, '2026-03-01', true);
    await expect(keep(fund)).rejects.toMatchObject({ code: 'OPEN_CASES' });
    await decide(deduction.id, false);
    expect((await keep(fund)).result.release).toMatchObject({ outcome: 'kept', amountMinor: 10_000n });
    const mild = await shopThatPaid();
    await end(mild.agreement, '2026-03-01', true);
    await expect(keep(mild.fund)).rejects.toMatchObject({ code: 'NO_SERIOUS_BREACH' });
  });

  it('is released once, however many ask at once', async () => {
    const { agreement, fund } = await shopThatPaid();
    await end(agreement, '2026-03-01');
    const tried = await Promise.allSettled(Array.from({ length: 12 }, () => release(fund)));
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await world.fund(fund.memberId, 'deposit')).postedMinor).toBe(0n);
  });
});

describe('an agreement', () => {
  it('that is still to come shows its fund, which requires nothing and takes nothing yet', async () => {
    const shop = await world.member();
    await world.agreement(shop.id, [pot], '2026-04-01');
    const fund = await world.fund(shop.id, 'deposit');
    expect(fund.requiredMinor).toBe(0n);
    await expect(receiveFund(world.database, world.person(), { ...world.key(), fundId: fund.id, amount: cny(1n), receivedOn: null, reference: 'in' }))
      .rejects.toMatchObject({ code: 'BEFORE_AGREEMENT' });
  });

  it('with a day for its first payment calls it at signing, due on that day', async () => {
    const shop = await world.member();
    await world.agreement(shop.id, [{ ...pot, dueOn: day('2026-03-20') }], '2026-03-10');
    const fund = await world.fund(shop.id, 'deposit');
    expect(fund).toMatchObject({ calledMinor: 10_000n, requiredMinor: 0n });
    world.on('2026-03-10');
    const { result } = await receiveFund(world.database, world.person(), { ...world.key(), fundId: fund.id, amount: cny(10_000n), receivedOn: null, reference: 'in' });
    expect(result.calls).toMatchObject([{ leftMinor: 0n }]);
  });

  it('that is to end in a day that stands for never is refused: leave the end absent', async () => {
    const shop = await world.member();
    await expect(world.agreement(shop.id, [pot], '2026-01-01', '9999-12-31')).rejects.toMatchObject({ code: 'AGREEMENT_TOO_LONG', field: 'endsOn' });
    const { agreement } = await shopThatPaid();
    await expect(end(agreement, '9999-12-31')).rejects.toMatchObject({ code: 'AGREEMENT_TOO_LONG' });
  });

  it('renewed on other terms changes the level from its first day', async () => {
    const shop = await world.member();
    await world.agreement(shop.id, [pot], '2026-01-01', '2026-03-31');
    await world.agreement(shop.id, [{ ...pot, requiredMinor: 20_000n }], '2026-04-01');
    const level = async (on: string) => {
      world.on(on);
      return (await world.fund(shop.id, 'deposit')).requiredMinor;
    };
    expect(await level('2026-03-31')).toBe(10_000n);
    expect(await level('2026-04-01')).toBe(20_000n);
    await expect(world.agreement(shop.id, [pot], '2026-03-15', '2026-03-20')).rejects.toMatchObject({ code: 'AGREEMENT_OVERLAPS' });
  });

  it.each(['-0.1', '1.1', '0.0000000000001'])('is refused with a daily rate of %s for returning late', async (lateReturnDailyRate) => {
    const shop = await world.member();
    await expect(world.agreement(shop.id, [{ ...pot, lateReturnDailyRate }])).rejects.toMatchObject({ code: 'TERMS_INVALID' });
  });

  it('is not ended further back than days may be given', async () => {
    const { agreement } = await shopThatPaid();
    await expect(end(agreement, addDays(day('2026-03-02'), -32))).rejects.toMatchObject({ code: 'DAY_TOO_EARLY', field: 'endsOn' });
  });
});
