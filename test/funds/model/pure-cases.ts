import { picked, type Command, type PotName } from './commands.js';
import type { PurePot } from './pure-pot.js';

interface Case {
  readonly amount: bigint;
  state: string;
  complaint: 'open' | 'settled' | 'closed';
  readonly holds: Hold[];
}

interface Hold {
  readonly pot: PurePot;
  readonly minor: bigint;
  readonly expires: number | null;
  outcome: string | null;
}

interface Charge {
  readonly amount: bigint;
  state: string;
}

interface Owed {
  readonly amount: bigint;
  paid: bigint;
}

/** What a command came to, and what its answer said beyond that. */
export type Outcome = readonly [code: string, said?: unknown];

/** The pots that cases draw on, and the moment they do it at. */
interface At {
  readonly pots: readonly PurePot[];
  readonly hour: () => number;
  readonly today: () => number;
  readonly required: (pot: PurePot) => bigint;
}

type CaseCommand = Extract<Command, { do: 'propose' | 'accuse' | 'hold' | 'decide' | 'pay' | 'take' | 'void' | 'expire' | 'close' | 'collect' }>;

/** Compensations, deductions and what is owed for them, as they are meant; while any is open the funds stay. */
export class PureCases {
  private readonly cases: Case[] = [];
  private readonly charges: Charge[] = [];
  private readonly holds: Hold[] = [];
  private readonly receivables: Owed[] = [];

  constructor(private readonly at: At) {}

  get anyOpen(): boolean {
    return this.cases.some(({ complaint }) => complaint === 'open')
      || this.charges.some(({ state }) => state === 'proposed') || this.receivables.some(({ amount, paid }) => paid < amount);
  }

  run(command: CaseCommand): Outcome {
    switch (command.do) {
      case 'propose':
        this.cases.push({ amount: command.minor, state: 'proposed', complaint: 'open', holds: [] });
        return ['done'];
      case 'accuse':
        this.charges.push({ amount: command.minor, state: 'proposed' });
        return ['done'];
      case 'hold': return this.hold(picked(this.cases, command.of), command.hours);
      case 'decide': return this.decide(picked(this.cases, command.of), command);
      case 'pay': return this.pay(picked(this.cases, command.of), command);
      case 'take': return this.take(picked(this.charges, command.of), command);
      case 'close': return this.close(picked(this.cases, command.of));
      case 'void': return this.voided(picked(this.holds, command.of));
      case 'expire': return this.expired(picked(this.holds, command.of));
      case 'collect': return this.collect(picked(this.receivables, command.of), command);
    }
  }

  private lapsed = (hold: Hold): boolean => hold.expires !== null && hold.expires <= this.at.hour();

  private hold(one: Case | undefined, hours: number | null): Outcome {
    if (!one) return ['nothing'];
    if (one.state !== 'proposed' && one.state !== 'approved') return ['WRONG_STATE'];
    const open = one.holds.filter((hold) => !hold.outcome);
    if (open.some((hold) => !this.lapsed(hold))) return ['ALREADY_HELD'];
    if (hours !== null && hours <= 0) return ['HOLD_EXPIRY_PAST'];
    // What has lapsed is let go first; where the hold is then refused, that is taken back too.
    const freed = (pot: PurePot) => open.filter((hold) => hold.pot === pot).reduce((sum, hold) => sum + hold.minor, 0n);
    const parts = this.inOrder('compensation', one.amount, (pot) => pot.available + freed(pot)).parts;
    if (parts.length === 0) return ['NOTHING_AVAILABLE'];
    for (const hold of open) this.letGo(hold, 'expired');
    for (const { pot, minor } of parts) {
      pot.move('hold', 0n, minor);
      const hold = { pot, minor, expires: hours === null ? null : this.at.hour() + hours, outcome: null };
      one.holds.push(hold);
      this.holds.push(hold);
    }
    return ['done', parts.map(({ pot, minor }) => [pot.plan.name, minor])];
  }

  private decide(one: Case | undefined, { yes, own, stale }: { yes: boolean; own: boolean; stale: boolean }): Outcome {
    if (!one) return ['nothing'];
    if (stale) return ['STALE_VERSION'];
    if (one.state !== 'proposed') return ['WRONG_STATE'];
    if (own) return ['OWN_PROPOSAL'];
    one.state = yes ? 'approved' : 'refused';
    if (!yes) for (const hold of one.holds.filter((hold) => !hold.outcome)) this.letGo(hold, 'voided');
    return ['done'];
  }

  private pay(one: Case | undefined, { own, stale }: { own: boolean; stale: boolean }): Outcome {
    if (!one) return ['nothing'];
    if (stale) return ['STALE_VERSION'];
    if (one.state !== 'approved') return ['WRONG_STATE'];
    if (own) return ['OWN_DECISION'];
    const standing = one.holds.filter((hold) => !hold.outcome);
    const gone = standing.some(this.lapsed) || (standing.length === 0 && one.holds.some((hold) => hold.outcome === 'expired'));
    if (gone) return ['HOLD_EXPIRED'];
    one.state = 'paid';
    one.complaint = 'settled';
    return ['done', this.recover('compensation', one.amount, standing)];
  }

  /** Not while a request asks: it would be paid for a complaint that is over. */
  private close(one: Case | undefined): Outcome {
    if (!one) return ['nothing'];
    if (one.complaint !== 'open') return ['NOT_OPEN'];
    if (one.state === 'proposed' || one.state === 'approved') return ['REQUEST_PENDING'];
    one.complaint = 'closed';
    return ['done'];
  }

  private take(charge: Charge | undefined, { yes, own, stale }: { yes: boolean; own: boolean; stale: boolean }): Outcome {
    if (!charge) return ['nothing'];
    if (stale) return ['STALE_VERSION'];
    if (charge.state !== 'proposed') return ['ALREADY_DECIDED'];
    if (own) return ['OWN_PROPOSAL'];
    charge.state = yes ? 'taken' : 'refused';
    return ['done', yes ? this.recover('penalty', charge.amount, []) : { draws: [], calls: [], owed: null }];
  }

  /** What is held first, then the pots that permit it in their order, then a receivable. */
  private recover(purpose: 'compensation' | 'penalty', amount: bigint, holds: readonly Hold[]): unknown {
    const draws: [PotName, bigint][] = [];
    for (const hold of holds) {
      hold.pot.move('capture', -hold.minor, -hold.minor);
      hold.outcome = 'captured';
      draws.push([hold.pot.plan.name, hold.minor]);
    }
    const held = holds.reduce((sum, hold) => sum + hold.minor, 0n);
    const { parts, rest } = this.inOrder(purpose, amount - held, (pot) => pot.available);
    for (const { pot, minor } of parts) {
      pot.move('transfer', -minor);
      draws.push([pot.plan.name, minor]);
    }
    const drawn = this.at.pots.filter((pot) => draws.some(([name]) => name === pot.plan.name));
    const calls = drawn.map((pot) => pot.call(this.at.required(pot), this.at.today())).filter((call) => call !== null);
    if (rest > 0n) this.receivables.push({ amount: rest, paid: 0n });
    return { draws, calls, owed: rest > 0n ? rest : null };
  }

  private inOrder(purpose: 'compensation' | 'penalty', amount: bigint, availableOf: (pot: PurePot) => bigint) {
    const parts: { pot: PurePot; minor: bigint }[] = [];
    let rest = amount;
    for (const pot of this.at.pots.filter((one) => one.plan.uses.includes(purpose))) {
      const minor = availableOf(pot) < rest ? availableOf(pot) : rest;
      if (minor > 0n) parts.push({ pot, minor });
      rest -= minor > 0n ? minor : 0n;
    }
    return { parts, rest };
  }

  private letGo(hold: Hold, outcome: 'voided' | 'expired'): void {
    hold.outcome = outcome;
    hold.pot.move(outcome === 'voided' ? 'void' : 'expiry', 0n, -hold.minor);
  }

  private voided(hold: Hold | undefined): Outcome {
    if (!hold) return ['nothing'];
    if (hold.outcome) return ['HOLD_RESOLVED'];
    this.letGo(hold, 'voided');
    return ['done'];
  }

  private expired(hold: Hold | undefined): Outcome {
    if (!hold || hold.outcome || !this.lapsed(hold)) return ['nothing'];
    this.letGo(hold, 'expired');
    return ['done'];
  }

  private collect(owed: Owed | undefined, { minor, again }: { minor: bigint; again: boolean }): Outcome {
    if (!owed) return ['nothing'];
    if (minor > owed.amount - owed.paid) return ['OVERPAID'];
    if (again && owed.paid > 0n) return ['PAYMENT_RECORDED'];
    owed.paid += minor;
    return ['done', owed.paid];
  }
}
