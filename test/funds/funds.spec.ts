import { callFund, keepFund, receiveFund, releaseFund, type Fund } from '@app/funds';
import { day, formatAmount, money } from '@app/kernel';
import { endAgreement } from '@app/members';
import { decideDeduction, proposeDeduction } from '@app/recovery';
import { serveNotice } from '@app/notices';
import { World, cny } from '../support/world.js';

let world: World;
beforeAll(async () => {
  world = await World.make();
});
afterAll(() => world.drop());
beforeEach(() => world.on('2026-03-02'));

const pay = (fund: Fund, minor: bigint, reference: string = world.key().idempotencyKey) =>
  receiveFund(world.database, world.person(), { ...world.key(), fundId: fund.id, amount: cny(minor), receivedOn: null, reference });

async function shopWith(...pots: Parameters<World['agreement']>[1]) {
  const shop = await world.member('shop');
  const agreement = await world.agreement(shop.id, pots);
  return { shop, agreement };
}

async function deduct(memberId: string, minor: bigint) {
  const { deduction } = (await proposeDeduction(world.database, world.person(), {
    ...world.key(), memberId, amount: cny(minor), reason: 'Did not settle a complaint.', clause: '10.4',
  })).result;
  return decideDeduction(world.database, world.person(), { ...world.key(), deductionId: deduction.id, version: 1, take: true, reason: 'Confirmed.' });
}

describe('pots and their uses', () => {
  it('QF-1 draws a penalty from the fund first and from the deposit after it, where both may be used for it', async () => {
    const { shop } = await shopWith(
      { kind: 'guarantee_fund', uses: ['compensation', 'penalty'], requiredMinor: 0n },
      { kind: 'deposit', uses: ['penalty'], requiredMinor: 0n },
    );
    await pay(await world.fund(shop.id), 10_000n);
    await pay(await world.fund(shop.id, 'deposit'), 50_000n);
    const { result } = await deduct(shop.id, 30_000n);
    expect(result.draws.map((draw) => draw.amountMinor)).toEqual([10_000n, 20_000n]);
    expect(result.receivable).toBeNull();
  });

  it('QF-1 leaves a pot alone whose terms do not permit the purpose, and books the rest as owed', async () => {
    const { shop } = await shopWith(
      { kind: 'guarantee_fund', uses: ['compensation'], requiredMinor: 0n },
      { kind: 'deposit', uses: ['penalty'], requiredMinor: 0n },
    );
    await pay(await world.fund(shop.id), 90_000n);
    await pay(await world.fund(shop.id, 'deposit'), 20_000n);
    const { result } = await deduct(shop.id, 30_000n);
    expect(result.draws.map((draw) => draw.amountMinor)).toEqual([20_000n]);
    expect(result.receivable?.amountMinor).toBe(10_000n);
    expect((await world.fund(shop.id)).postedMinor).toBe(90_000n);
  });
});

describe('deductions', () => {
  it('QF-2 takes a deduction that another has decided, and the floor serves its numbered notice on the shop', async () => {
    const { shop } = await shopWith({ kind: 'deposit', uses: ['penalty'], requiredMinor: 0n });
    await pay(await world.fund(shop.id, 'deposit'), 50_000n);
    const first = (await deduct(shop.id, 1_000n)).result.notice!;
    const second = (await deduct(shop.id, 1_000n)).result.notice!;
    expect(second.number).toBe(first.number + 1n);
    const floor = world.person();
    const served = await serveNotice(world.database, floor, { ...world.key(), noticeId: second.id, servedOn: null });
    expect(served.result.notice).toMatchObject({ servedOn: '2026-03-02', servedBy: floor.personId });
  });

  it('QF-2 refuses that the proposer decides, and takes nothing when another refuses', async () => {
    const { shop } = await shopWith({ kind: 'deposit', uses: ['penalty'], requiredMinor: 0n });
    await pay(await world.fund(shop.id, 'deposit'), 50_000n);
    const supervision = world.person();
    const { deduction } = (await proposeDeduction(world.database, supervision, {
      ...world.key(), memberId: shop.id, amount: cny(1_000n), reason: 'Late.', clause: '10.4',
    })).result;
    const decision = { deductionId: deduction.id, version: 1, reason: 'No.' };
    await expect(decideDeduction(world.database, supervision, { ...world.key(), ...decision, take: true })).rejects.toMatchObject({ code: 'OWN_PROPOSAL' });
    const { result } = await decideDeduction(world.database, world.person(), { ...world.key(), ...decision, take: false });
    expect(result).toMatchObject({ notice: null, draws: [], deduction: { state: 'refused' } });
    expect((await world.fund(shop.id, 'deposit')).postedMinor).toBe(50_000n);
  });
});

describe('an outlet\'s bond', () => {
  const bond = { kind: 'bond', requiredMinor: 2_000_000n, uses: ['penalty'], lateReturnDailyRate: '0.003', keptOnSeriousBreach: true } as const;

  async function endedBond(seriousBreach: boolean) {
    const outlet = await world.member('outlet');
    const agreement = await world.agreement(outlet.id, [bond]);
    const fund = await world.fund(outlet.id, 'bond');
    await pay(fund, 2_000_000n);
    await endAgreement(world.database, world.person(), {
      ...world.key(), agreementId: agreement.id, version: 1, endsOn: day('2026-03-31'), reason: 'Term over.', seriousBreach,
    });
    return fund;
  }
  const release = (fund: Fund) =>
    releaseFund(world.database, world.person(), { ...world.key(), fundId: fund.id, amount: null, releasedOn: null, reference: 'out' });

  it('QF-5 is returned in full and without interest within 30 days of the end', async () => {
    const fund = await endedBond(false);
    world.on('2026-04-30');
    const { release: returned } = (await release(fund)).result;
    expect(returned).toMatchObject({ outcome: 'returned', amountMinor: 2_000_000n, dueOn: '2026-04-30', lateFeeMinor: 0n });
    expect((await world.fund(fund.memberId, 'bond')).postedMinor).toBe(0n);
  });

  it('QF-5 is not returned while the contract runs, nor after a serious breach, when the brand keeps it', async () => {
    const fund = await endedBond(true);
    world.on('2026-03-31');
    await expect(release(fund)).rejects.toMatchObject({ code: 'AGREEMENT_IN_FORCE' });
    world.on('2026-04-02');
    await expect(release(fund)).rejects.toMatchObject({ code: 'KEPT_FOR_BREACH' });
    const { release: kept } = (await keepFund(world.database, world.person(), { ...world.key(), fundId: fund.id, reference: 'kept' })).result;
    expect(kept).toMatchObject({ outcome: 'kept', amountMinor: 2_000_000n, lateFeeMinor: 0n });
  });

  it('QF-6 returned ten days late bears 0.3 % a day, which the brand pays on top', async () => {
    const fund = await endedBond(false);
    world.on('2026-05-10');
    const { release: returned } = (await release(fund)).result;
    expect(formatAmount(money(returned.lateFeeMinor, 'CNY'))).toBe('600.00');
    const [expense] = await world.test.asAdmin(
      `SELECT t.amount_minor, d.kind AS debit, c.kind AS credit FROM transfer t
       JOIN account d ON d.id = t.debit_account_id JOIN account c ON c.id = t.credit_account_id WHERE t.cause_id = $1 AND t.code = 'late_fee'`,
      [returned.id],
    );
    expect(expense).toMatchObject({ amount_minor: '60000', debit: 'late_return_expense', credit: 'operator_cash' });
  });

  it('QF-6 never charges the outlet: paying its own call late costs it nothing more', async () => {
    const outlet = await world.member('outlet');
    await world.agreement(outlet.id, [bond]);
    const fund = await world.fund(outlet.id, 'bond');
    await callFund(world.database, world.person(), { ...world.key(), fundId: fund.id });
    world.on('2026-12-31');
    const { result } = await pay(fund, 2_000_000n);
    expect(result.calls).toEqual([{ id: expect.any(String), leftMinor: 0n }]);
    const [{ count } = {}] = await world.test.asAdmin(
      `SELECT count(*)::int AS count FROM transfer t JOIN account a ON a.id IN (t.debit_account_id, t.credit_account_id)
       WHERE a.network_id = $1 AND a.member_id = $2 AND t.code <> 'receipt'`, [world.networkId, outlet.id]);
    expect(count).toBe(0);
  });
});

describe('coverage', () => {
  it('QF-10 calls the shortfall after a deduction with a due date, once, and shows the coverage', async () => {
    const { shop } = await shopWith({ kind: 'deposit', uses: ['penalty'], requiredMinor: 100_000n, topUpDays: 7 });
    const fund = await world.fund(shop.id, 'deposit');
    await pay(fund, 100_000n);
    const { result } = await deduct(shop.id, 30_000n);
    expect(result.calls).toMatchObject([{ amountMinor: 30_000n, dueOn: '2026-03-09' }]);
    expect(await world.fund(shop.id, 'deposit')).toMatchObject({ requiredMinor: 100_000n, postedMinor: 70_000n, heldMinor: 0n, calledMinor: 30_000n });
    await expect(callFund(world.database, world.person(), { ...world.key(), fundId: fund.id })).rejects.toMatchObject({ code: 'NOTHING_TO_CALL' });
  });

  it('QF-10 calls nothing while the level is kept', async () => {
    const { shop } = await shopWith({ kind: 'deposit', uses: ['penalty'], requiredMinor: 50_000n });
    await pay(await world.fund(shop.id, 'deposit'), 100_000n);
    expect((await deduct(shop.id, 30_000n)).result.calls).toEqual([]);
  });

  it('QF-10 puts a receipt against the oldest call first', async () => {
    const { shop } = await shopWith({ kind: 'deposit', uses: ['penalty'], requiredMinor: 100_000n });
    const fund = await world.fund(shop.id, 'deposit');
    await pay(fund, 100_000n);
    await deduct(shop.id, 30_000n);
    world.on('2026-03-05');
    await deduct(shop.id, 20_000n);
    const { result } = await pay(fund, 35_000n);
    expect(result.calls.map((call) => call.leftMinor)).toEqual([0n, 15_000n]);
  });
});
