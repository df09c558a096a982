import { keepFund, receiveFund, releaseFund, type Fund } from '@app/funds';
import { addDays, day } from '@app/kernel';
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

  it('stays while its member owes, until all of it is paid', async () => {
    const shop = await world.member();
    const agreement = await world.agreement(shop.id, [{ ...pot, uses: [] }]);
    const fund = await world.fund(shop.id, 'deposit');
    await receiveFund(world.database, world.person(), { ...world.key(), fundId: fund.id, amount: cny(10_000n), receivedOn: null, reference: 'in' });
    const { receivable } = (await decide((await propose(shop.id, 500n)).id, true)).result;
    await end(agreement, '2026-03-01');
    const payOff = (minor: bigint) => receiveReceivable(world.database, world.person(), {
      ...world.key(), receivableId: receivable!.id, amount: cny(minor), receivedOn: null, reference: 'r',
    });
    await payOff(499n);
    await expect(release(fund)).rejects.toMatchObject({ code: 'OPEN_CASES' });
    await expect(payOff(2n)).rejects.toMatchObject({ code: 'OVERPAID' });
    await payOff(1n);
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

  it('is not ended further back than days may be given', async () => {
    const { agreement } = await shopThatPaid();
    await expect(end(agreement, addDays(day('2026-03-02'), -32))).rejects.toMatchObject({ code: 'DAY_TOO_EARLY', field: 'endsOn' });
  });
});
