import { decideCompensation, holdCompensation, payCompensation, proposeCompensation } from '@app/compensation';
import { closeComplaint, recordComplaint } from '@app/complaints';
import type { FundCall } from '@app/funds';
import type { Caller } from '@app/kernel';
import { decideDeduction, proposeDeduction, receiveReceivable, type Recovered } from '@app/recovery';
import { cny, type World } from '../../support/world.js';
import { picked, type Command } from './commands.js';
import type { Outcome } from './pure-cases.js';

interface Case {
  readonly id: string;
  readonly complaintId: string | null;
  open: boolean;
  readonly proposer: Partial<Caller>;
  decider: Partial<Caller>;
  version: number;
}

/** Compensations, deductions and receivables themselves, asked the same as the model. */
export class RealCases {
  readonly holds: string[] = [];
  private readonly cases: Case[] = [];
  private readonly charges: Case[] = [];
  private readonly receivables: string[] = [];
  private readonly payments = new Map<string, string>();

  constructor(
    private readonly world: World,
    private readonly memberId: string,
    private readonly caller: (more?: Partial<Caller>) => Caller,
    private readonly said: (call: FundCall) => unknown,
  ) {}

  async run(command: Command): Promise<Outcome> {
    switch (command.do) {
      case 'propose': return this.propose(command.minor);
      case 'accuse': return this.accuse(command.minor);
      case 'hold': return this.hold(picked(this.cases, command.of), command.hours);
      case 'decide': return this.decide(picked(this.cases, command.of), command);
      case 'pay': return this.pay(picked(this.cases, command.of), command);
      case 'take': return this.take(picked(this.charges, command.of), command);
      case 'close': return this.close(picked(this.cases, command.of));
      case 'collect': return this.collect(picked(this.receivables, command.of), command);
      default: throw new Error(`${command.do} is not of cases.`);
    }
  }

  private async propose(minor: bigint): Promise<Outcome> {
    const { today, personId } = this.caller();
    const { database } = this.world;
    const { complaint } = (await recordComplaint(database, this.caller(), {
      ...this.world.key(), memberId: this.memberId, category: 'leather_shoes', price: cny(minor), soldOn: today, returnedOn: today,
      defect: 'sizes_differ', hasVoucher: true, shopPresent: false, summary: 'The two differ.',
    }, this.world.intake)).result;
    const { request } = (await proposeCompensation(database, this.caller({ personId }), { ...this.world.key(), complaintId: complaint.id })).result;
    this.cases.push({ id: request.id, complaintId: complaint.id, open: true, proposer: { personId }, decider: {}, version: 1 });
    return ['done'];
  }

  private async hold(one: Case | undefined, hours: number | null): Promise<Outcome> {
    if (!one) return ['nothing'];
    const caller = this.caller();
    const expiresAt = hours === null ? null : new Date(caller.now.getTime() + hours * 3_600_000);
    const { holds } = (await holdCompensation(this.world.database, caller, { ...this.world.key(), requestId: one.id, expiresAt })).result;
    this.holds.push(...holds.map((hold) => hold.id));
    return ['done', await this.inPots(holds)];
  }

  private async decide(one: Case | undefined, { yes, own, stale }: Command & { do: 'decide' | 'take' }): Promise<Outcome> {
    if (!one) return ['nothing'];
    const caller = this.caller(own ? one.proposer : {});
    await decideCompensation(this.world.database, caller, {
      ...this.world.key(), requestId: one.id, version: stale ? one.version + 1 : one.version, approve: yes, reason: 'Looked at.',
    });
    one.decider = { personId: caller.personId };
    one.open = yes;
    one.version += 1;
    return ['done'];
  }

  private async pay(one: Case | undefined, { own, stale }: Command & { do: 'pay' }): Promise<Outcome> {
    if (!one) return ['nothing'];
    const { result } = await payCompensation(this.world.database, this.caller(own ? one.decider : {}), {
      ...this.world.key(), requestId: one.id, version: stale ? one.version + 1 : one.version, paidOn: null, reference: 'payout',
    });
    one.open = false;
    one.version += 1;
    return ['done', await this.recovered(result)];
  }

  private async close(one: Case | undefined): Promise<Outcome> {
    if (!one?.complaintId) return ['nothing'];
    await closeComplaint(this.world.database, this.caller(), { ...this.world.key(), complaintId: one.complaintId, reason: 'Withdrawn.' });
    return ['done'];
  }

  private async accuse(minor: bigint): Promise<Outcome> {
    const caller = this.caller();
    const { deduction } = (await proposeDeduction(this.world.database, caller, {
      ...this.world.key(), memberId: this.memberId, amount: cny(minor), reason: 'Late.', clause: '10.4',
    })).result;
    this.charges.push({ id: deduction.id, complaintId: null, open: true, proposer: { personId: caller.personId }, decider: {}, version: 1 });
    return ['done'];
  }

  private async take(one: Case | undefined, { yes, own, stale }: Command & { do: 'decide' | 'take' }): Promise<Outcome> {
    if (!one) return ['nothing'];
    const { result } = await decideDeduction(this.world.database, this.caller(own ? one.proposer : {}), {
      ...this.world.key(), deductionId: one.id, version: stale ? one.version + 1 : one.version, take: yes, reason: 'Looked at.',
    });
    one.version += 1;
    return ['done', await this.recovered(result)];
  }

  private async collect(receivableId: string | undefined, { minor, again }: Command & { do: 'collect' }): Promise<Outcome> {
    if (!receivableId) return ['nothing'];
    const used = this.payments.get(receivableId);
    const reference = again && used ? used : this.world.key().idempotencyKey;
    const { receivable } = (await receiveReceivable(this.world.database, this.caller(), {
      ...this.world.key(), receivableId, amount: cny(minor), receivedOn: null, reference,
    })).result;
    this.payments.set(receivableId, reference);
    return ['done', receivable.paidMinor];
  }

  private async recovered({ draws, calls, receivable }: Recovered): Promise<unknown> {
    if (receivable) this.receivables.push(receivable.id);
    return { draws: await this.inPots(draws), calls: calls.map(this.said), owed: receivable && receivable.amountMinor };
  }

  private async inPots(parts: readonly { fundId: string; amountMinor: bigint }[]): Promise<unknown> {
    const kinds = new Map<string, string>();
    for (const kind of ['guarantee_fund', 'deposit'] as const) kinds.set((await this.world.fund(this.memberId, kind)).id, kind);
    return parts.map(({ fundId, amountMinor }) => [kinds.get(fundId), amountMinor]);
  }
}
