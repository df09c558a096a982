import { picked, type Command, type PotName } from './commands.js';
import { PureCases, type Outcome } from './pure-cases.js';
import { feeOf, plans, PurePot } from './pure-pot.js';

const startsOn = -10;
const backDays = 31;

/** A shop's funds as they are meant: days and hours are counted from the start of the history, money is plain. */
export class PureFunds {
  readonly pots = plans.map((plan) => new PurePot(plan));
  private readonly receipts: { pot: PurePot; minor: bigint; day: number; reversed: boolean }[] = [];
  private readonly cases = new PureCases({
    pots: this.pots, hour: () => this.hour, today: () => this.today, required: (pot) => this.required(pot),
  });
  private readonly agreement = { ends: null as number | null, breach: false, version: 1 };
  /** The history begins at ten in the morning. */
  private hour = 10;

  run(command: Command): Outcome {
    switch (command.do) {
      case 'receive': return this.receive(command);
      case 'reverse': return this.reverse(picked(this.receipts, command.of), this.today - command.daysAgo);
      case 'call': return this.call(this.pot(command.pot));
      case 'end': return this.end(command);
      case 'release': return this.release(this.pot(command.pot), command.minor, this.today - command.daysAgo);
      case 'keep': return this.keep(this.pot(command.pot));
      case 'advance':
        this.hour += command.hours;
        return ['done'];
      default: return this.cases.run(command);
    }
  }

  coverage(): unknown {
    return this.pots.map((pot) => [pot.plan.name, this.required(pot), pot.posted, pot.held, pot.called]);
  }

  private get today(): number {
    return Math.floor(this.hour / 24);
  }

  private get ended(): boolean {
    return this.agreement.ends !== null && this.agreement.ends < this.today;
  }

  private pot(name: PotName): PurePot {
    return this.pots.find((pot) => pot.plan.name === name)!;
  }

  private required(pot: PurePot): bigint {
    return this.ended ? 0n : pot.plan.required;
  }

  private dayProblem(day: number): Outcome | null {
    return day < this.today - backDays ? ['DAY_TOO_EARLY'] : day > this.today ? ['DAY_TOO_LATE'] : null;
  }

  private receive({ pot: name, minor, daysAgo, again }: Command & { do: 'receive' }): Outcome {
    const pot = this.pot(name);
    const day = this.today - daysAgo;
    const wrong = this.dayProblem(day);
    if (wrong) return wrong;
    if (day < startsOn) return ['BEFORE_AGREEMENT'];
    if (again && pot.references.size > 0) return ['RECEIPT_RECORDED'];
    pot.references.add(String(pot.references.size));
    pot.move('transfer', minor);
    this.receipts.push({ pot, minor, day, reversed: false });
    return ['done', { posted: pot.posted, held: pot.held, left: pot.meet(minor) }];
  }

  private reverse(receipt: PureFunds['receipts'][number] | undefined, day: number): Outcome {
    if (!receipt) return ['nothing'];
    const wrong = this.dayProblem(day);
    if (wrong) return wrong;
    if (receipt.reversed) return ['ALREADY_REVERSED'];
    if (day < receipt.day) return ['EFFECTIVE_BEFORE_ORIGINAL'];
    if (receipt.minor > receipt.pot.available) return ['BELOW_FLOOR'];
    receipt.reversed = true;
    receipt.pot.move('reversal', -receipt.minor);
    return ['done', { posted: receipt.pot.posted, call: receipt.pot.call(this.required(receipt.pot), this.today) }];
  }

  private call(pot: PurePot): Outcome {
    const call = pot.call(this.required(pot), this.today);
    return call ? ['done', call] : ['NOTHING_TO_CALL'];
  }

  private end({ inDays, breach, stale }: Command & { do: 'end' }): Outcome {
    if (stale) return ['STALE_VERSION'];
    if (this.ended) return ['AGREEMENT_ENDED'];
    if (this.today + inDays < startsOn) return ['AGREEMENT_ENDS_BEFORE_START'];
    Object.assign(this.agreement, { ends: this.today + inDays, breach });
    return ['done'];
  }

  private release(pot: PurePot, given: bigint | null, day: number): Outcome {
    const wrong = this.dayProblem(day) ?? this.mustStay(pot, day);
    if (wrong) return wrong;
    if (this.agreement.breach && pot.plan.keptOnBreach) return ['KEPT_FOR_BREACH'];
    const minor = given ?? pot.available;
    if (minor === 0n) return ['NOTHING_AVAILABLE'];
    if (minor > pot.available) return ['BELOW_FLOOR'];
    pot.move('transfer', -minor);
    return ['done', { minor, fee: feeOf(pot.plan, minor, day - this.agreement.ends! - pot.plan.tailDays - pot.plan.returnDays) }];
  }

  /** While the agreement runs, its tail runs, or a case stands on the member's funds. */
  private mustStay(pot: PurePot, day: number): Outcome | null {
    const { ends } = this.agreement;
    if (ends === null || ends >= day) return ['AGREEMENT_IN_FORCE'];
    if (pot.plan.tailDays > 0 && day <= ends + pot.plan.tailDays) return ['TAIL_RUNNING'];
    return this.cases.anyOpen ? ['OPEN_CASES'] : null;
  }

  private keep(pot: PurePot): Outcome {
    const wrong = this.mustStay(pot, this.today);
    if (wrong) return wrong;
    if (!this.agreement.breach || !pot.plan.keptOnBreach) return ['NO_SERIOUS_BREACH'];
    if (pot.available === 0n) return ['NOTHING_AVAILABLE'];
    const minor = pot.available;
    pot.move('transfer', -minor);
    return ['done', { minor, fee: 0n }];
  }
}
