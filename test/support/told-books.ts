import { decideCompensation, holdCompensation, payCompensation, proposeCompensation } from '@app/compensation';
import { recordComplaint } from '@app/complaints';
import { callFund, keepFund, receiveFund, releaseFund, remindCall, reverseReceipt, type Fund } from '@app/funds';
import { day } from '@app/kernel';
import { endAgreement } from '@app/members';
import { decideDeduction, proposeDeduction, receiveReceivable } from '@app/recovery';
import { cny, type World } from './world.js';

/** The acts of a mall's books, each by a person of its own, in the world that they are told in. */
export class Acts {
  private references = 0;

  constructor(private readonly world: World) {}

  async receive(fund: Fund, minor: bigint): Promise<string> {
    this.references += 1;
    const input = { ...this.world.key(), fundId: fund.id, amount: cny(minor), receivedOn: null, reference: `r${this.references}` };
    return (await receiveFund(this.world.database, this.world.person(), input)).result.receiptId;
  }

  async takeBack(receiptId: string): Promise<void> {
    await reverseReceipt(this.world.database, this.world.person(), { ...this.world.key(), receiptId, effectiveOn: null, reason: 'Wrong shop.' });
  }

  /** A case over shoes that differ in size, for which the rule gives the whole price. */
  async propose(memberId: string, minor: bigint): Promise<string> {
    const { database } = this.world;
    const today = this.world.person().today;
    const { complaint } = (await recordComplaint(database, this.world.person(), {
      ...this.world.key(), memberId, category: 'leather_shoes', price: cny(minor), soldOn: today, returnedOn: today, defect: 'sizes_differ',
      hasVoucher: true, shopPresent: false, summary: 'The two differ.',
    }, this.world.intake)).result;
    return (await proposeCompensation(database, this.world.person(), { ...this.world.key(), complaintId: complaint.id })).result.request.id;
  }

  async hold(requestId: string): Promise<void> {
    await holdCompensation(this.world.database, this.world.person(), { ...this.world.key(), requestId, expiresAt: null });
  }

  async decide(requestId: string, approve: boolean): Promise<void> {
    await decideCompensation(this.world.database, this.world.person(), { ...this.world.key(), requestId, version: 1, approve, reason: 'Looked at.' });
  }

  async pay(requestId: string): Promise<void> {
    await payCompensation(this.world.database, this.world.person(), { ...this.world.key(), requestId, version: 2, paidOn: null, reference: 'payout' });
  }

  async deduct(memberId: string, minor: bigint, take = true): Promise<string | null> {
    const { deduction } = (await proposeDeduction(this.world.database, this.world.person(), {
      ...this.world.key(), memberId, amount: cny(minor), reason: 'Late.', clause: '10.4',
    })).result;
    const decision = { ...this.world.key(), deductionId: deduction.id, version: 1, take, reason: 'Confirmed.' };
    return (await decideDeduction(this.world.database, this.world.person(), decision)).result.receivable?.id ?? null;
  }

  async payOwed(receivableId: string, minor: bigint): Promise<void> {
    await receiveReceivable(this.world.database, this.world.person(), {
      ...this.world.key(), receivableId, amount: cny(minor), receivedOn: null, reference: 'bank',
    });
  }

  async call(fund: Fund): Promise<string> {
    return (await callFund(this.world.database, this.world.person(), { ...this.world.key(), fundId: fund.id })).result.call.id;
  }

  async end(agreementId: string, endsOn: string, seriousBreach: boolean): Promise<void> {
    await endAgreement(this.world.database, this.world.person(), {
      ...this.world.key(), agreementId, version: 1, endsOn: day(endsOn), reason: 'Over.', seriousBreach,
    });
  }

  async release(fund: Fund): Promise<void> {
    await releaseFund(this.world.database, this.world.person(), { ...this.world.key(), fundId: fund.id, amount: null, releasedOn: null, reference: 'out' });
  }

  async keep(fund: Fund): Promise<void> {
    await keepFund(this.world.database, this.world.person(), { ...this.world.key(), fundId: fund.id, reference: 'kept' });
  }
}

const bond = { kind: 'bond', requiredMinor: 0n, uses: ['dues'], lateReturnDailyRate: '0.003', returnDays: 5, keptOnSeriousBreach: true } as const;

/** Books in which every kind of row stands at least once: what an audit must find in order, and any change in it must not. */
export async function toldBooks(world: World): Promise<void> {
  const acts = new Acts(world);
  const { id: shop } = await world.member();
  await world.agreement(shop, [{ uses: ['compensation', 'penalty'], requiredMinor: 50_000n }]);
  const fund = await world.fund(shop);
  const callId = await acts.call(fund);
  world.on('2026-03-16');
  await remindCall(world.database, world.person(), callId);
  await acts.receive(fund, 30_000n);
  await acts.receive(fund, 30_000n);
  await acts.takeBack(await acts.receive(fund, 7_000n));
  const [paid, refused, open] = [await acts.propose(shop, 40_000n), await acts.propose(shop, 5_000n), await acts.propose(shop, 2_000n)];
  for (const request of [paid, refused, open]) await acts.hold(request);
  await acts.decide(paid, true);
  await acts.decide(refused, false);
  await acts.pay(paid);
  await acts.receive(fund, 1_000n);
  await acts.deduct(shop, 3_000n);
  await acts.deduct(shop, 1_000n, false);
  await acts.payOwed((await acts.deduct(shop, 90_000n))!, 10_000n);
  for (const seriousBreach of [false, true]) {
    const { id: outlet } = await world.member('outlet');
    const agreement = await world.agreement(outlet, [bond]);
    const itsBond = await world.fund(outlet, 'bond');
    await acts.receive(itsBond, 20_000n);
    await acts.end(agreement.id, '2026-03-20', seriousBreach);
    world.on('2026-04-10');
    await (seriousBreach ? acts.keep(itsBond) : acts.release(itsBond));
    world.on('2026-03-16');
  }
}
