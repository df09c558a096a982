import { callFund, expireFundHold, keepFund, listFunds, receiveFund, releaseFund, reverseReceipt, voidFundHold, type Fund, type FundCall } from '@app/funds';
import { addDays, dayOf, daysBetween, Refusal, type Caller, type Day } from '@app/kernel';
import { readHistory } from '@app/ledger';
import { endAgreement } from '@app/members';
import { cny, type World } from '../../support/world.js';
import { picked, type Command, type PotName } from './commands.js';
import type { Outcome } from './pure-cases.js';
import { plans, type Line } from './pure-pot.js';
import { RealCases } from './real-cases.js';

/** A shop's funds themselves, asked the same as the model, in a network of their own. */
export class RealFunds {
  private readonly receipts: string[] = [];
  private readonly references = new Map<PotName, string[]>();
  private readonly cases: RealCases;
  private version = 1;
  private hour = 0;

  private constructor(
    private readonly world: World,
    private readonly memberId: string,
    private readonly agreementId: string,
    private readonly funds: ReadonlyMap<PotName, Fund>,
  ) {
    this.cases = new RealCases(world, memberId, (more) => this.caller(more), (call) => this.said(call));
  }

  static async open(world: World): Promise<RealFunds> {
    const { id: memberId } = await world.member();
    const { id: agreementId } = await world.agreement(memberId, plans.map((plan, drawOrder) => ({
      kind: plan.name, requiredMinor: plan.required, uses: plan.uses, drawOrder, topUpDays: plan.topUpDays, tailDays: plan.tailDays,
      returnDays: plan.returnDays, lateReturnDailyRate: `0.${String(plan.thousandths).padStart(3, '0')}`, keptOnSeriousBreach: plan.keptOnBreach,
    })), addDays(world.person().today, -10));
    const funds = new Map<PotName, Fund>();
    for (const { name } of plans) funds.set(name, await world.fund(memberId, name));
    return new RealFunds(world, memberId, agreementId, funds);
  }

  async run(command: Command): Promise<Outcome> {
    try {
      return await this.done(command);
    } catch (error) {
      if (error instanceof Refusal) return [error.code];
      throw error;
    }
  }

  async coverage(): Promise<unknown> {
    const rows = await this.world.database.read(this.caller(), (tx) =>
      tx.many(listFunds, { today: tx.caller.today, memberId: this.memberId, kind: null, shortOnly: false, after: null, count: 9 }));
    return plans.map(({ name }) => rows.filter((fund) => fund.kind === name)
      .map((fund) => [name, fund.requiredMinor, fund.postedMinor, fund.heldMinor, fund.calledMinor])[0]);
  }

  async lines(name: PotName): Promise<Line[]> {
    const accountIds = [this.funds.get(name)!.accountId];
    const rows = await this.world.database.read(this.caller(), (tx) => tx.many(readHistory, { accountIds, after: null, newestFirst: false, count: 1_000 }));
    return rows.map((row): Line => [row.what, row.postedMinor, row.heldMinor]);
  }

  private async done(command: Command): Promise<Outcome> {
    switch (command.do) {
      case 'receive': return this.receive(command);
      case 'reverse': return this.reverse(command.of, command.daysAgo);
      case 'call': {
        const { result } = await callFund(this.world.database, this.caller(), { ...this.world.key(), fundId: this.fundId(command.pot) });
        return ['done', this.said(result.call)];
      }
      case 'end': return this.end(command);
      case 'release': return this.release(command);
      case 'keep': {
        const { result } = await keepFund(this.world.database, this.caller(), { ...this.world.key(), fundId: this.fundId(command.pot), reference: 'kept' });
        return ['done', { minor: result.release.amountMinor, fee: result.release.lateFeeMinor }];
      }
      case 'advance':
        this.hour += command.hours;
        return ['done'];
      case 'void': return this.letGo(command.of, true);
      case 'expire': return this.letGo(command.of, false);
      default: return this.cases.run(command);
    }
  }

  private async receive({ pot, minor, daysAgo, again }: Command & { do: 'receive' }): Promise<Outcome> {
    const used = this.references.get(pot) ?? [];
    const reference = again && used.length > 0 ? used[0]! : `r${this.world.key().idempotencyKey}`;
    const { result } = await receiveFund(this.world.database, this.caller(), {
      ...this.world.key(), fundId: this.fundId(pot), amount: cny(minor), receivedOn: this.day(-daysAgo), reference,
    });
    this.references.set(pot, [...used, reference]);
    this.receipts.push(result.receiptId);
    return ['done', { posted: result.postedMinor, held: result.heldMinor, left: result.calls.map((call) => call.leftMinor).sort((a, b) => (a < b ? -1 : 1)) }];
  }

  private async reverse(of: number, daysAgo: number): Promise<Outcome> {
    const receiptId = picked(this.receipts, of);
    if (!receiptId) return ['nothing'];
    const { result } = await reverseReceipt(this.world.database, this.caller(), { ...this.world.key(), receiptId, effectiveOn: this.day(-daysAgo), reason: 'Wrong.' });
    return ['done', { posted: result.postedMinor, call: result.call && this.said(result.call) }];
  }

  private async end({ inDays, breach, stale }: Command & { do: 'end' }): Promise<Outcome> {
    await endAgreement(this.world.database, this.caller(), {
      ...this.world.key(), agreementId: this.agreementId, version: stale ? this.version + 1 : this.version, endsOn: this.day(inDays), reason: 'Over.', seriousBreach: breach,
    });
    this.version += 1;
    return ['done'];
  }

  private async release({ pot, minor, daysAgo }: Command & { do: 'release' }): Promise<Outcome> {
    const { result } = await releaseFund(this.world.database, this.caller(), {
      ...this.world.key(), fundId: this.fundId(pot), amount: minor === null ? null : cny(minor), releasedOn: this.day(-daysAgo), reference: 'out',
    });
    return ['done', { minor: result.release.amountMinor, fee: result.release.lateFeeMinor }];
  }

  private async letGo(of: number, decided: boolean): Promise<Outcome> {
    const hold = picked(this.cases.holds, of);
    if (!hold) return ['nothing'];
    if (decided) {
      await voidFundHold(this.world.database, this.caller(), { ...this.world.key(), fundHoldId: hold });
      return ['done'];
    }
    const standing = async () => (await this.world.test.asAdmin('SELECT outcome FROM fund_hold WHERE id = $1', [hold]))[0]!.outcome === null;
    const before = await standing();
    await expireFundHold(this.world.database, this.caller(), hold);
    return [before && !(await standing()) ? 'done' : 'nothing'];
  }

  private said({ fundId, amountMinor, dueOn }: FundCall) {
    const pot = plans.find(({ name }) => this.fundId(name) === fundId)!.name;
    return { pot, amount: amountMinor, due: daysBetween(this.world.person().today, dueOn) };
  }

  private fundId(pot: PotName): string {
    return this.funds.get(pot)!.id;
  }

  private day(offset: number): Day {
    return addDays(this.caller().today, offset);
  }

  private caller(more: Partial<Caller> = {}): Caller {
    const one = this.world.person();
    const now = new Date(one.now.getTime() + this.hour * 3_600_000);
    return { ...one, now, today: dayOf(now, one.zone), ...more };
  }
}

