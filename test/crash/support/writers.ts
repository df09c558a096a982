import { setTimeout as sleep } from 'node:timers/promises';
import type { Answered, Asked, Mall } from '../../support/mall.js';
import { chanceFrom, type Chance } from '../../support/seed.js';
import { signedShop, type SignedShop } from '../../support/signed-shop.js';
import { Clerk, type Fields } from './clerk.js';
import { Acknowledged } from './acknowledged.js';

const duties = { desk: 'COMPLAINT_DESK', finance: 'FINANCE', manager: 'AFTER_SALES_MANAGER', supervision: 'SUPERVISION', sales: 'SALES_FLOOR' } as const;
type Duty = keyof typeof duties;

const cny = (minor: number) => ({ amount: (minor / 100).toFixed(2), currency: 'CNY' });

/** Writers at work at once, each telling one story after the other until it is told to stop, and then ending its last. */
export class Writers {
  readonly acknowledged = new Acknowledged();
  readonly problems: string[] = [];
  private going = true;

  private constructor(
    private readonly clerks: Readonly<Record<Duty, Clerk>>,
    private readonly shops: readonly SignedShop[],
  ) {}

  static async hire(mall: Mall<Asked>, url: () => string): Promise<Writers> {
    const clerks = await Promise.all(Object.entries(duties).map(async ([duty, role]) => [duty, await Clerk.hired(mall, role, url)] as const));
    const shops: SignedShop[] = [];
    while (shops.length < 8) shops.push(await signedShop(mall));
    return new Writers(Object.fromEntries(clerks) as Record<Duty, Clerk>, shops);
  }

  /** Settles when all have ended what they were at. */
  async work(count: number, seed: number): Promise<void> {
    await Promise.all(Array.from({ length: count }, (_, i) => this.write(i, chanceFrom(seed + i)).catch((error: Error) => this.problems.push(error.message))));
    this.problems.push(...Object.values(this.clerks).flatMap((clerk) => clerk.strange));
  }

  stop(): void {
    this.going = false;
  }

  private async write(writer: number, dice: Chance): Promise<void> {
    const one = new Writer(this.clerks, dice, this.acknowledged, writer, this.problems);
    const stories = [one.receive, one.receive, one.settle, one.settle, one.deduct, one.takeBack, one.collect];
    while (this.going) {
      await dice.pick(stories).call(one, dice.pick(this.shops));
      await sleep(dice.below(20));
    }
  }
}

/** One writer and its stories; every act of them is acknowledged before the next. */
class Writer {
  private acts = 0;
  private readonly receipts: string[] = [];
  private readonly owed: { id: string; amount: Fields }[] = [];

  constructor(
    private readonly clerks: Readonly<Record<Duty, Clerk>>,
    private readonly dice: Chance,
    private readonly acknowledged: Acknowledged,
    private readonly name: number,
    private readonly problems: string[],
  ) {}

  async receive(shop: SignedShop): Promise<void> {
    const amount = cny(1 + this.dice.below(5_000));
    const done = await this.act('finance', 'receiveFund', 'receiptId', { fundId: shop.fundId, amount, reference: `${this.name}-${this.acts}` });
    if (!done) return;
    this.receipts.push(done.receiptId);
    this.acknowledged.receipts.set(done.receiptId, amount.amount);
  }

  async settle(shop: SignedShop): Promise<void> {
    const price = cny(100 + this.dice.below(8_000));
    const { complaint } = (await this.act('desk', 'recordComplaint', 'complaint { id }', {
      memberId: shop.memberId, category: 'LEATHER_SHOES', price, soldOn: shop.startsOn, returnedOn: shop.startsOn, defect: 'COUNTERFEIT',
      hasVoucher: true, shopPresent: false, summary: 'Counterfeit; the counter is unmanned.',
    }))!;
    this.acknowledged.complaints.add(complaint.id);
    const requestId = (await this.act('desk', 'proposeCompensation', 'request { id }', { complaintId: complaint.id }))!.request.id;
    this.acknowledged.requests.set(requestId, 'proposed');
    const held = await this.act('finance', 'holdCompensation', 'holds { id amount { amount } }', { requestId }, 'NOTHING_AVAILABLE');
    for (const { id, amount } of held?.holds ?? []) this.acknowledged.holds.set(id, amount.amount);
    const approve = this.dice.below(4) > 0;
    await this.act('manager', 'decideCompensation', 'request { state }', { requestId, version: 1, approve, reason: 'Looked at.' });
    this.acknowledged.requests.set(requestId, approve ? 'approved' : 'refused');
    if (!approve) return;
    const paid = await this.act('finance', 'payCompensation', 'draws { id amount { amount } } receivable { id amount { amount currency } }',
      { requestId, version: 2, reference: `payout ${requestId}` });
    this.acknowledged.requests.set(requestId, 'paid');
    this.recovered(paid!);
  }

  async deduct(shop: SignedShop): Promise<void> {
    const { deduction } = (await this.act('supervision', 'proposeDeduction', 'deduction { id }', {
      memberId: shop.memberId, amount: cny(1 + this.dice.below(2_000)), reason: 'Late.', clause: '10.4',
    }))!;
    this.acknowledged.deductions.set(deduction.id, 'proposed');
    const take = this.dice.below(5) > 0;
    const decided = await this.act('sales', 'decideDeduction', 'draws { id amount { amount } } receivable { id amount { amount currency } }',
      { deductionId: deduction.id, version: 1, take, reason: 'Confirmed.' });
    this.acknowledged.deductions.set(deduction.id, take ? 'taken' : 'refused');
    if (take) this.recovered(decided!);
  }

  async takeBack(): Promise<void> {
    const receiptId = this.receipts.pop();
    if (!receiptId) return;
    const done = await this.act('finance', 'reverseReceipt', 'posted { amount }', { receiptId, reason: 'Wrong shop.' }, 'BELOW_FLOOR');
    if (done) this.acknowledged.reversed.add(receiptId);
  }

  async collect(): Promise<void> {
    const owed = this.owed.pop();
    if (!owed) return;
    await this.act('finance', 'receiveReceivable', 'receivable { paid { amount } }', { receivableId: owed.id, amount: owed.amount, reference: `cash ${owed.id}` });
    this.acknowledged.collected.add(owed.id);
  }

  private recovered({ draws, receivable }: Answered): void {
    for (const { id, amount } of draws) this.acknowledged.draws.set(id, amount.amount);
    if (receivable) {
      this.acknowledged.owed.set(receivable.id, receivable.amount.amount);
      this.owed.push({ id: receivable.id, amount: receivable.amount as unknown as Fields });
    }
  }

  /** Null where it was refused for the reason that may be; now and then it is asked once more what it said. */
  private async act(duty: Duty, mutation: string, fields: string, input: Fields, mayRefuse?: string): Promise<Answered | null> {
    this.acts += 1;
    const keyed = { ...input, idempotencyKey: `${this.name}-${this.acts}` };
    const told = await this.clerks[duty].act(mutation, fields, keyed);
    this.acknowledged.count(mutation, told);
    if (told.refused) {
      if (told.refused === mayRefuse) return null;
      throw new Error(`${mutation} was refused: ${told.refused} after ${told.tries} tries`);
    }
    if (this.dice.below(10) === 0) {
      const again = await this.clerks[duty].act(mutation, fields, keyed);
      if (!again.replayed || JSON.stringify(again.payload) !== JSON.stringify(told.payload)) {
        this.problems.push(`${mutation} answered its key otherwise: ${JSON.stringify(told.payload)}, then ${JSON.stringify(again)}`);
      }
    }
    return told.payload;
  }
}
